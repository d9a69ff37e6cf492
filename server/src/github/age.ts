import { type Failure, isFailure } from "../targets/github-port.js";
import type { Status } from "../targets/status.js";

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** How long an answer is taken for the truth, in milliseconds. */
export const ages = {
  /** Merged, closed, a commit: changes seldom or never. */
  settled: 7 * day,
  /** Releases and accounts. */
  slow: day,
  repository: hour,
  /** Open items, branches, comparisons. */
  open: 5 * minute,
  /** A check that runs again does not show in any date of its pull request. */
  pendingChecks: minute,
  notFound: 5 * minute,
  unauthorized: 5 * minute,
  offline: 15 * second,
  /** Without an account: an hour holds sixty questions. */
  anonymous: 30 * minute,
} as const;

/** `now` in milliseconds since the epoch. */
export function ageOf(
  result: Status | Failure,
  now: number,
  anonymous: boolean,
): number {
  if (isFailure(result)) return failureAge(result, now, anonymous);
  const age = statusAge(result);
  return anonymous ? Math.max(age, ages.anonymous) : age;
}

function failureAge(failure: Failure, now: number, anonymous: boolean): number {
  switch (failure.reason) {
    case "not-found":
      return anonymous ? ages.anonymous : ages.notFound;
    case "unauthorized":
      return ages.unauthorized;
    case "rate-limited":
      return Math.max(0, failure.until - now);
    case "offline":
      return ages.offline;
    case "unsupported":
      return ages.settled;
  }
}

function statusAge(status: Status): number {
  switch (status.kind) {
    case "pull":
      if (status.state === "merged" || status.state === "closed")
        return ages.settled;
      return status.checks === "pending" ? ages.pendingChecks : ages.open;
    case "issue":
      return status.state === "open" ? ages.open : ages.settled;
    case "commit":
      return status.checks === "pending" ? ages.pendingChecks : ages.settled;
    case "discussion":
    case "branch":
    case "compare":
      return ages.open;
    case "release":
      return status.state === "published" ? ages.slow : ages.open;
    case "repository":
      return ages.repository;
    case "user":
      return ages.slow;
  }
}
