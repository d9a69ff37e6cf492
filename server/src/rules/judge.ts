import {
  allReadings,
  type LabelReading,
  readingFits,
} from "../targets/label-styles.js";
import type { RepositoryContent } from "../targets/target.js";
import type { Naming } from "./naming.js";
import type { OtherTest } from "./other-repository.js";
import { plainlyNames } from "./plainly-agree.js";
import { versionIn } from "./version.js";

/** What a label or text says of its target and the target denies. */
export interface Disagreement {
  readonly about: "number" | "commit" | "repository" | "kind" | "version";
  /** How the text was read. */
  readonly reading: LabelReading;
  readonly target: RepositoryContent;
}

/** One reading that agrees is enough; else the likeliest one that has something to object to. */
export function judge(
  { text, target }: Naming,
  styles: readonly string[],
  isOther: OtherTest,
): Disagreement | undefined {
  if (!("repo" in target) || plainlyNames(text, target)) return undefined;
  let objection: Disagreement | undefined;
  for (const reading of allReadings(text, styles)) {
    const about = compare(reading, target, isOther);
    if (about === "nothing") return undefined;
    if (about !== undefined) objection ??= { about, reading, target };
  }
  return objection;
}

/** What a reading and a target disagree about; undefined where the two cannot be compared. */
function compare(
  reading: LabelReading,
  target: RepositoryContent,
  isOther: OtherTest,
): Disagreement["about"] | "nothing" | undefined {
  if (readingFits(reading, target)) return "nothing";
  if (reading.number !== undefined)
    return compareNumber(reading, reading.number, target, isOther);
  if (reading.sha !== undefined)
    return compareCommit(reading, reading.sha, target, isOther);
  if (reading.kind === "release") return compareVersion(reading, target);
  if (reading.kind !== "repository" || target.kind !== "repository")
    return undefined;
  const { repo = "" } = reading;
  if (repo.toLowerCase() === target.repo.toLowerCase()) return "nothing";
  return !isPlainWord(repo) && isOther(repo, target) === true
    ? "repository"
    : undefined;
}

/** More digits than any repository has items: a comment's number or a date. */
const highestNumber = 999_999;

function compareNumber(
  reading: LabelReading,
  number: number,
  target: RepositoryContent,
  isOther: OtherTest,
): Disagreement["about"] | "nothing" | undefined {
  if (!("number" in target) || number > highestNumber) return undefined;
  const { repo, kind, style } = reading;
  const other = repo === undefined ? false : isOther(repo, target);
  if (other === "unknown") return undefined;
  const isSame = number === target.number;
  if (isLoose(style) && (number < 100 || (other && !isSame))) return undefined;
  if (isLoose(style) && registry.test(repo ?? "")) return undefined;
  if (other) return "repository";
  if (isSame)
    return kind === "issue-or-pull" || kind === target.kind
      ? "nothing"
      : "kind";
  const numbersInSuffix: readonly string[] = target.suffix.match(/\d+/g) ?? [];
  return numbersInSuffix.includes(String(number)) ||
    isOrdinal(number, target.number) ||
    (isLoose(style) && !mayBeMistyped(number, target.number))
    ? undefined
    : "number";
}

/** `node-20` and `20` may be a version, a year or a ticket: only a number much like the target's is meant as one. */
function isLoose(style: string): boolean {
  return /^(?:\{repo\}[- ])?\{n\}$/.test(style);
}

/** CIP-1694, RFC-2119, JIRA-484: numbers of a registry or tracker, even if a repository is called so. */
const registry = /^(?:[A-Z][A-Z\d]+|rfc|cip|cps|kep|adr|eip|erc|bip|pep|jep)$/;

function mayBeMistyped(said: number, actual: number): boolean {
  const isYear = said >= 1990 && said <= 2099;
  return !isYear && String(said).length === String(actual).length;
}

/** `[#1]`, `[#2]`: the first and second of those that this text speaks of. */
function isOrdinal(said: number, actual: number): boolean {
  return (
    said < 10 || (said < 100 && String(said).length < String(actual).length)
  );
}

function compareCommit(
  { repo }: LabelReading,
  sha: string,
  target: RepositoryContent,
  isOther: OtherTest,
): Disagreement["about"] | "nothing" | undefined {
  const actual = commitOf(target);
  if (actual === undefined || sha.length < 6) return undefined;
  const other = repo === undefined ? false : isOther(repo, target);
  if (other === "unknown") return undefined;
  if (other) return "repository";
  return sha.startsWith(actual) || actual.startsWith(sha)
    ? "nothing"
    : "commit";
}

/** A release's page, or a comparison that ends or begins with it, as in a changelog: `[1.2.0]: …/compare/v1.1.0...v1.2.0`. */
function compareVersion(
  { repo, ref = "" }: LabelReading,
  target: RepositoryContent,
): Disagreement["about"] | "nothing" | undefined {
  const refs =
    target.kind === "release"
      ? [target.tag]
      : target.kind === "compare"
        ? [target.head, target.base ?? ""]
        : [];
  const said = versionIn(ref);
  const actual = refs.map(versionIn).filter((each) => each !== undefined);
  const isOther =
    repo !== undefined && repo.toLowerCase() !== target.repo.toLowerCase();
  if (said === undefined || actual.length === 0 || isOther) return undefined;
  // 1.35 may stand for all of its kind.
  if (actual.some((each) => isPrefix(each, said) || isPrefix(said, each)))
    return "nothing";
  // Another first number is another count: a project's date for a part's version.
  return actual.every((each) => each[0] === said[0]) ? "version" : undefined;
}

function isPrefix(all: readonly string[], first: readonly string[]): boolean {
  return first.every((one, index) => one === all[index]);
}

/** A commit's page, its own or within a pull request. */
function commitOf(target: RepositoryContent): string | undefined {
  if (target.kind === "commit") return target.sha;
  if (target.kind !== "pull") return undefined;
  return /^\/(?:commits|changes)\/([\da-f]{7,40})\b/.exec(target.suffix)?.[1];
}

/** Whether a repository's name is a plain word, such as `docs` or `plugins`, which may stand for many things. */
function isPlainWord(repo: string): boolean {
  return /^[a-z]+$/i.test(repo);
}
