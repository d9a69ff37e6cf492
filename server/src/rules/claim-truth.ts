import { dayOf } from "../targets/iso-date.js";
import type {
  IssueStatus,
  PullStatus,
  ReleaseStatus,
  Status,
} from "../targets/status.js";
import type { TargetKind } from "../targets/target.js";
import type { ClaimKind } from "../workspace/settings.js";
import type { Severity } from "./rule.js";
import { date } from "./status-words.js";

/** Days by which a post's date may be off: time zones, posts written before or mended after it. */
const grace = 2;
/** Days a report may look back, at most. */
const period = 35;

/** What is so instead of what a post claims. */
export interface Contradiction {
  /** `was merged on 18 Oct 2022, after this post` */
  readonly words: string;
  readonly severity: Severity;
  /** A word that would be right in place of the claim's. */
  readonly right?: "merged" | "closed";
}

/** Whether such a thing can be what a claim says at all. */
export function appliesTo(claim: ClaimKind, kind: TargetKind): boolean {
  return applicable[claim].includes(kind);
}

const applicable: Readonly<Record<ClaimKind, readonly TargetKind[]>> = {
  merged: ["pull"],
  opened: ["pull", "issue", "discussion"],
  closed: ["pull", "issue"],
  reviewed: ["pull"],
  released: ["release"],
  open: ["pull", "issue"],
  "in-review": ["pull"],
  "in-progress": ["pull", "issue"],
};

/** `day`: the post's, counted from the epoch; without it, what is so now counts. */
export function contradiction(
  claim: ClaimKind,
  status: Status,
  day: number | undefined,
): Contradiction | undefined {
  if (!appliesTo(claim, status.kind)) return undefined;
  switch (status.kind) {
    case "release":
      return againstRelease(status, day);
    case "pull":
    case "issue":
      return notYet(status, day) ?? againstItem(claim, status, day);
    case "discussion":
      return notYet(status, day);
    default:
      return undefined;
  }
}

function notYet(
  { createdAt }: { readonly createdAt: string },
  day: number | undefined,
): Contradiction | undefined {
  return isAfter(createdAt, day)
    ? {
        words: `was opened on ${date(createdAt)}, after this post`,
        severity: "warning",
      }
    : undefined;
}

function againstItem(
  claim: ClaimKind,
  status: PullStatus | IssueStatus,
  day: number | undefined,
): Contradiction | undefined {
  switch (claim) {
    case "merged":
      return status.kind === "pull" ? againstMerged(status, day) : undefined;
    case "closed":
      return againstClosed(status, day);
    case "reviewed":
      return againstOngoing(status, day, period, "information");
    case "open":
    case "in-review":
    case "in-progress":
      return againstOngoing(status, day, grace, "warning");
    case "opened":
    case "released":
      return undefined;
  }
}

function againstMerged(
  { state, mergedAt, title }: PullStatus,
  day: number | undefined,
): Contradiction | undefined {
  if (state === "merged")
    return mergedAt !== undefined && isAfter(mergedAt, day)
      ? {
          words: `was merged on ${date(mergedAt)}, after this post`,
          severity: "warning",
        }
      : undefined;
  if (state !== "closed")
    return { words: stateWords[state], severity: "warning" };
  // A bot that merges by pushing leaves the pull request closed, and so does an author who does.
  return /\bmerged by\b/i.test(title)
    ? undefined
    : {
        words: "was closed, and GitHub did not merge it",
        severity: "information",
        right: "closed",
      };
}

const stateWords: Readonly<
  Record<Exclude<PullStatus["state"], "merged" | "closed">, string>
> = {
  open: "is open",
  draft: "is a draft",
  queued: "is in the merge queue",
};

/** Not as sure as the others: what was closed may have been opened again since. */
function againstClosed(
  { closedAt, state }: PullStatus | IssueStatus,
  day: number | undefined,
): Contradiction | undefined {
  if (closedAt === undefined)
    return state === "merged"
      ? undefined
      : { words: "is open", severity: "information" };
  return isAfter(closedAt, day)
    ? {
        words: `was closed on ${date(closedAt)}, after this post`,
        severity: "information",
      }
    : undefined;
}

/** Of what is said to go on: wrong if it ended so many days before the post. */
function againstOngoing(
  status: PullStatus | IssueStatus,
  day: number | undefined,
  days: number,
  severity: Severity,
): Contradiction | undefined {
  const merged = status.kind === "pull" ? status.mergedAt : undefined;
  const ended = merged ?? status.closedAt;
  const endDay = ended === undefined ? undefined : dayOf(ended);
  if (ended === undefined || endDay === undefined) return undefined;
  if (day !== undefined && endDay >= day - days) return undefined;
  if (day === undefined && days === period) return undefined;
  const right = merged === undefined ? "closed" : "merged";
  return {
    words: `was ${right} on ${date(ended)}${day === undefined ? "" : ", before this post"}`,
    severity,
    ...(days === grace && { right }),
  };
}

function againstRelease(
  { state, publishedAt }: ReleaseStatus,
  day: number | undefined,
): Contradiction | undefined {
  if (state === "draft") return { words: "is a draft", severity: "warning" };
  return publishedAt !== undefined && isAfter(publishedAt, day)
    ? {
        words: `was published on ${date(publishedAt)}, after this post`,
        severity: "information",
      }
    : undefined;
}

function isAfter(iso: string, day: number | undefined): boolean {
  const of = dayOf(iso);
  return of !== undefined && day !== undefined && of > day + grace;
}
