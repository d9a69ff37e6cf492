import type {
  BranchStatus,
  CommitLine,
  CommitStatus,
  CompareStatus,
  DiscussionStatus,
  IssueStatus,
  ItemComment,
  PullStatus,
  ReleaseStatus,
  RepositoryStatus,
  Status,
  UserStatus,
} from "../targets/status.js";
import {
  amount,
  bold,
  by,
  changes,
  checks,
  comments,
  facts,
  grouped,
  linked,
  merging,
  people,
  quote,
  ref,
  review,
  sentence,
  tags,
  when,
} from "./card-parts.js";
import { code, escapeLine } from "./escape.js";
import { type CardView, sign } from "./markup.js";
import { type StateName, stateName } from "./state-name.js";

/** The paragraphs of a card, the first with the linked name; empty ones are left out by the caller. */
export function statusLines(
  status: Status,
  name: string,
  view: CardView,
): string[] {
  const head = heading(stateName(status), name, view);
  switch (status.kind) {
    case "pull":
      return [head, ...pull(status, view)];
    case "issue":
      return [head, ...issue(status, view)];
    case "discussion":
      return [head, ...discussion(status, view)];
    case "repository":
      return [head, ...repository(status, view)];
    case "commit":
      return [head, ...commit(status, view)];
    case "compare":
      return [head, ...compare(status, view)];
    case "branch":
      return [head, ...branch(status, view)];
    case "release":
      return [head, ...release(status, view)];
    case "user":
      return [head, ...user(status)];
  }
}

function heading(
  { words, ...signs }: StateName,
  name: string,
  { client }: CardView,
): string {
  return `${sign(signs, client)} **${words}** · ${name}`;
}

function pull(status: PullStatus, view: CardView): string[] {
  const into = `into ${ref(status.baseBranch)}`;
  const closed =
    status.mergedAt !== undefined
      ? [`merged ${when(status.mergedAt, view)} ${into}`]
      : status.closedAt !== undefined
        ? [`closed ${when(status.closedAt, view)}`]
        : [into];
  return [
    bold(status.title),
    sentence([by(status.author), `opened ${when(status.createdAt, view)}`]) +
      closed.map((part) => `, ${part}`).join(""),
    facts([
      checks(status.checks, view),
      review(status.review, view),
      merging(status, view),
      changes(status, view),
      comments(status.comments),
    ]),
    facts([
      linked(
        status.mergedAt === undefined ? "Closes" : "Closed",
        status,
        status.closes,
      ),
      ...people(status),
    ]),
    tags(status.labels, view),
    quote(status.body),
  ];
}

function issue(status: IssueStatus, view: CardView): string[] {
  return [
    bold(status.title),
    sentence([
      by(status.author),
      `opened ${when(status.createdAt, view)}`,
      status.closedAt && `closed ${when(status.closedAt, view)}`,
    ]),
    facts([
      status.subIssues
        ? `${grouped(status.subIssues.done)} of ${amount(status.subIssues.total, "sub-issue")} done`
        : "",
      comments(status.comments),
    ]),
    facts([
      linked(
        status.state === "open" ? "Closing with" : "Closed by",
        status,
        status.closedBy,
      ),
      ...people(status),
    ]),
    tags(status.labels, view),
    quote(status.body),
  ];
}

function discussion(status: DiscussionStatus, view: CardView): string[] {
  return [
    bold(status.title),
    sentence([by(status.author), `started ${when(status.createdAt, view)}`]),
    facts([
      status.category === undefined ? "" : escapeLine(status.category, 60),
      status.answeredBy === undefined
        ? ""
        : `answered ${by(status.answeredBy)}`,
      comments(status.comments),
    ]),
    quote(status.body),
  ];
}

function repository(status: RepositoryStatus, view: CardView): string[] {
  return [
    escapeLine(status.description, 350),
    sentence([
      status.parent && `fork of ${escapeLine(status.parent, 140)}`,
      status.defaultBranch && `default branch ${ref(status.defaultBranch)}`,
      status.pushedAt && `last push ${when(status.pushedAt, view)}`,
    ]),
  ];
}

function commit(status: CommitStatus, view: CardView): string[] {
  return [
    bold(status.title),
    sentence([
      by(status.author),
      `committed ${when(status.committedAt, view)}`,
    ]),
    facts([
      checks(status.checks, view),
      status.verified ? "Signature verified" : "",
      changes(status, view),
    ]),
    status.pull ? linked("Came with", status, [status.pull]) : "",
    quote(status.body),
  ];
}

function compare(status: CompareStatus, view: CardView): string[] {
  const { lastCommit } = status;
  return [
    difference(status),
    lastCommit
      ? `${lastOne(lastCommit, view)}: ${escapeLine(lastCommit.title, 200)}`
      : "",
  ];
}

function difference({ base, head, ahead, behind }: CompareStatus): string {
  if (ahead === 0 && behind === 0)
    return `${ref(head)} and ${ref(base)} are the same.`;
  const differences = [
    ahead > 0 && `${amount(ahead, "commit")} ahead of`,
    behind > 0 && `${amount(behind, "commit")} behind`,
  ].filter((part) => part !== false);
  return `${ref(head)} is ${differences.join(" and ")} ${ref(base)}.`;
}

function branch(status: BranchStatus, view: CardView): string[] {
  return [bold(status.title), lastOne(status, view)];
}

function lastOne(
  { sha, committedAt }: Pick<CommitLine, "sha" | "committedAt">,
  view: CardView,
): string {
  return `Last commit ${code(sha.slice(0, 7))}, ${when(committedAt, view)}`;
}

function release(status: ReleaseStatus, view: CardView): string[] {
  return [
    bold(status.title),
    sentence([
      status.latest && "latest release",
      by(status.author),
      status.publishedAt && `published ${when(status.publishedAt, view)}`,
    ]),
    quote(status.body),
  ];
}

function user(status: UserStatus): string[] {
  return [
    status.name === undefined ? "" : bold(status.name),
    escapeLine(status.bio, 250),
  ];
}

/** A linked comment: who, when, and its first lines. */
export function commentLines(comment: ItemComment, view: CardView): string[] {
  return [
    sentence([`comment ${by(comment.author)}`, when(comment.createdAt, view)]),
    quote(comment.body),
  ];
}
