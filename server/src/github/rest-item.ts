import type { Octokit } from "@octokit/rest";
import { type Failure, isFailure } from "../targets/github-port.js";
import type { Status } from "../targets/status.js";
import type {
  BranchTarget,
  CompareTarget,
  IssueTarget,
  PullTarget,
  ReleaseTarget,
  RepositoryName,
} from "../targets/target.js";
import { reading } from "./failure.js";
import * as decode from "./rest-decode.js";
import type { Session } from "./session.js";
import { asFields, type Fields, text } from "./shape.js";
import { bareTag } from "./states.js";
import { type AskedTarget, refCandidates } from "./supported.js";

/**
 * Asks GitHub's REST API for one target: mostly one request. Checks and reviews would need two more, which is too much of
 * sixty an hour.
 */
export async function askRest(
  session: Session,
  target: AskedTarget,
): Promise<Status | Failure> {
  switch (target.kind) {
    case "pull":
      return orElse(await askPull(session, target), () =>
        askIssue(session, target),
      );
    case "issue":
      return askIssue(session, target);
    case "discussion":
      // GraphQL alone has discussions, and wants a token.
      return { reason: "unauthorized" };
    case "repository":
      return get(
        session,
        (octokit) => octokit.rest.repos.get(nameOf(target)),
        decode.decodeRepository,
      );
    case "commit":
      return get(
        session,
        (octokit) =>
          octokit.rest.repos.getCommit({ ...nameOf(target), ref: target.sha }),
        (commit) => decode.decodeCommit(commit, spelling(commit, target)),
      );
    case "branch":
      return askBranch(session, target);
    case "compare":
      return askComparison(session, target);
    case "release":
      return askRelease(session, target);
    case "user":
      return get(
        session,
        (octokit) =>
          octokit.rest.users.getByUsername({ username: target.login }),
        decode.decodeOwner,
      );
  }
}

function askPull(
  session: Session,
  target: PullTarget | IssueTarget,
): Promise<Status | Failure> {
  return get(
    session,
    (octokit) =>
      octokit.rest.pulls.get({
        ...nameOf(target),
        pull_number: target.number,
      }),
    decode.decodePull,
  );
}

/** What has an issue's address may be a pull request. */
async function askIssue(
  session: Session,
  target: PullTarget | IssueTarget,
): Promise<Status | Failure> {
  const found = await get(
    session,
    (octokit) =>
      octokit.rest.issues.get({
        ...nameOf(target),
        issue_number: target.number,
      }),
    (issue) =>
      decode.isPull(issue)
        ? "pull"
        : decode.decodeIssue(issue, spelling(issue, target)),
  );
  return found === "pull" ? askPull(session, target) : found;
}

async function askBranch(
  session: Session,
  target: BranchTarget,
): Promise<Status | Failure> {
  let result: Status | Failure = { reason: "not-found" };
  for (const name of refCandidates(target.ref)) {
    result = await get(
      session,
      (octokit) =>
        octokit.rest.repos.getCommit({ ...nameOf(target), ref: name }),
      (commit) => decode.decodeBranch(commit, spelling(commit, target), name),
    );
    if (!isNotFound(result)) break;
  }
  return result;
}

async function askComparison(
  session: Session,
  target: CompareTarget,
): Promise<Status | Failure> {
  const base = target.base ?? (await askDefaultBranch(session, target));
  if (typeof base !== "string") return base;
  return get(
    session,
    (octokit) =>
      octokit.rest.repos.compareCommitsWithBasehead({
        ...nameOf(target),
        basehead: `${base}...${target.head}`,
        per_page: 1,
      }),
    (comparison) =>
      decode.decodeComparison(
        comparison,
        spelling(comparison, target),
        base,
        target.head,
      ),
  );
}

function askDefaultBranch(
  session: Session,
  target: CompareTarget,
): Promise<string | Failure> {
  return get(
    session,
    (octokit) => octokit.rest.repos.get(nameOf(target)),
    (repository) => text(repository, "default_branch"),
  );
}

async function askRelease(
  session: Session,
  target: ReleaseTarget,
): Promise<Status | Failure> {
  const { tag } = target;
  const release = await get<Status>(
    session,
    (octokit) => octokit.rest.repos.getReleaseByTag({ ...nameOf(target), tag }),
    (body) => decode.decodeRelease(body, spelling(body, target)),
  );
  return orElse(release, () =>
    get(
      session,
      (octokit) =>
        octokit.rest.git.getRef({ ...nameOf(target), ref: `tags/${tag}` }),
      (body) => bareTag(spelling(body, target), tag),
    ),
  );
}

/** One request, and what `read` makes of its body. */
async function get<T>(
  session: Session,
  ask: (octokit: Octokit) => Promise<{ data: unknown }>,
  read: (body: Fields) => T,
): Promise<T | Failure> {
  const outcome = await session.rest("core", ask);
  if (!outcome.ok) return outcome.failure;
  return reading(() => read(asFields(outcome.value.data)));
}

function orElse(
  result: Status | Failure,
  ask: () => Promise<Status | Failure>,
): Promise<Status | Failure> | Status | Failure {
  return isNotFound(result) ? ask() : result;
}

function isNotFound(result: Status | Failure): boolean {
  return isFailure(result) && result.reason === "not-found";
}

function nameOf({ owner, repo }: RepositoryName) {
  return { owner, repo };
}

function spelling(body: Fields, target: RepositoryName): string {
  return decode.repositoryOf(body) ?? `${target.owner}/${target.repo}`;
}
