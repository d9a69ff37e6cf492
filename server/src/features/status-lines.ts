import type {
  BranchStatus,
  ChecksState,
  CommitStatus,
  CompareStatus,
  DiscussionStatus,
  IssueStatus,
  PullStatus,
  ReleaseStatus,
  RepositoryStatus,
  ReviewState,
  Status,
  Tag,
  UserStatus,
} from "../targets/status.js";
import { code, escapeLine, excerpt, plainLine } from "./escape.js";
import { type CardView, colored, colors, sign, tag } from "./markup.js";
import { type StateName, stateName } from "./state-name.js";
import { ago, calendarDate, timeOf } from "./time.js";

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
      return [head, compare(status)];
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
      changes(status, view),
      comments(status.comments),
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
    facts([comments(status.comments)]),
    tags(status.labels, view),
    quote(status.body),
  ];
}

function discussion(status: DiscussionStatus, view: CardView): string[] {
  return [
    bold(status.title),
    sentence([by(status.author), `started ${when(status.createdAt, view)}`]),
    facts([comments(status.comments)]),
    quote(status.body),
  ];
}

function repository(status: RepositoryStatus, view: CardView): string[] {
  return [
    escapeLine(status.description, 350),
    sentence([
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
    facts([checks(status.checks, view), changes(status, view)]),
    quote(status.body),
  ];
}

function compare({ base, head, ahead, behind }: CompareStatus): string {
  if (ahead === 0 && behind === 0)
    return `${ref(head)} and ${ref(base)} are the same.`;
  const differences = [
    ahead > 0 && `${amount(ahead, "commit")} ahead of`,
    behind > 0 && `${amount(behind, "commit")} behind`,
  ].filter((part) => part !== false);
  return `${ref(head)} is ${differences.join(" and ")} ${ref(base)}.`;
}

function branch(status: BranchStatus, view: CardView): string[] {
  return [
    bold(status.title),
    sentence([
      `last commit ${code(status.sha.slice(0, 7))}`,
      when(status.committedAt, view),
    ]),
  ];
}

function release(status: ReleaseStatus, view: CardView): string[] {
  return [
    bold(status.title),
    sentence([
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

function bold(text: string): string {
  const line = escapeLine(text, 300);
  return line === "" ? "" : `**${line}**`;
}

function ref(name: string): string {
  return code(plainLine(name, 120));
}

function by(author: string | undefined): string {
  return author === undefined
    ? "by a deleted account"
    : `by ${escapeLine(author, 60)}`;
}

/** `18 Oct 2022 (2 years ago)` */
function when(iso: string, { now }: CardView): string {
  const date = calendarDate(iso);
  const time = timeOf(iso);
  return date === undefined || time === undefined
    ? "at an unknown time"
    : `${date} (${ago(time, now)})`;
}

function checks(state: ChecksState | undefined, { client }: CardView): string {
  switch (state) {
    case undefined:
      return "";
    case "success":
      return `${sign({ icon: "check", color: colors.open, character: "✓" }, client)} Checks passed`;
    case "failure":
      return `${sign({ icon: "x", color: colors.closed, character: "✗" }, client)} Checks failed`;
    case "pending":
      return `${sign({ icon: "circle-filled", color: colors.attention, character: "…" }, client)} Checks running`;
  }
}

function review(state: ReviewState | undefined, { client }: CardView): string {
  switch (state) {
    case undefined:
      return "";
    case "approved":
      return `${sign({ icon: "check", color: colors.open, character: "✓" }, client)} Approved`;
    case "changes-requested":
      return `${sign({ icon: "request-changes", color: colors.closed, character: "±" }, client)} Changes requested`;
    case "review-required":
      return `${sign({ icon: "eye", color: colors.attention, character: "?" }, client)} Review required`;
  }
}

function changes(
  {
    additions,
    deletions,
  }: { readonly additions: number; readonly deletions: number },
  { client }: CardView,
): string {
  const added = colored(`+${grouped(additions)}`, colors.open, client);
  const deleted = colored(`−${grouped(deletions)}`, colors.closed, client);
  return `${added} ${deleted}`;
}

function comments(number: number): string {
  return number === 0 ? "" : amount(number, "comment");
}

function tags(labels: readonly Tag[], { client }: CardView): string {
  const shown = labels.slice(0, 8).map((label) => tag(label, client));
  const more = labels.length - shown.length;
  return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join(" ");
}

function quote(body: string): string {
  return excerpt(body, { lines: 5, width: 160 })
    .map((line) => `> ${line}`)
    .join("  \n");
}

function facts(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" · ");
}

/** Joins parts with commas and begins with a capital; Markdown at the start stays as it is. */
function sentence(parts: readonly (string | undefined)[]): string {
  const joined = parts.filter((part) => part).join(", ");
  return joined.slice(0, 1).toUpperCase() + joined.slice(1);
}

function amount(number: number, noun: string): string {
  return `${grouped(number)} ${noun}${number === 1 ? "" : "s"}`;
}

/** `12,345` */
function grouped(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
