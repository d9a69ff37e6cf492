/**
 * Whether a label that nothing defines is plainly meant to name something on GitHub, so that `[label]` alone deserves a
 * word. Precision first: prose has brackets of its own (`[sic]`, `[BUGFIX]`, `[0.2%, 0.4%]`, `[RFC 2119]`).
 *
 * `isKnownRepository` is asked with names as they stand in the label; it should know those that a post or a setting
 * spells out, not all that an `owner/*` setting allows.
 */
export function looksLikeReference(
  label: string,
  isKnownRepository: (name: string) => boolean,
): boolean {
  const text = label.trim().replace(/[\t\n\r ]+/g, " ");
  return (
    shapes.some((shape) => shape.test(text)) ||
    isCommit(text) ||
    isVersion(text) ||
    namesRepository(text, isKnownRepository)
  );
}

/** Six digits hold every repository there is, but not the dates that are written in one. */
const number = "[1-9]\\d{0,5}";
const word = "(?:pull|pull request|pr|issue)";

const shapes: readonly RegExp[] = [
  // #12, repo#12, owner/repo#12
  new RegExp(`^(?:(?:[a-z\\d][\\w-]*/)?[a-z\\d_][\\w.-]+)?#${number}$`, "i"),
  // pull-12, PR #12, issue-12, issue #12
  new RegExp(`^${word}(?:[-_]| ?#)${number}$`, "i"),
  // PR 12, PR12
  new RegExp(`^(?:pr|pull request|pull) ?${number}$`, "i"),
  // repo-pull-12, repo PR #12
  new RegExp(`^[\\w.-]*[\\w.](?:-| )${word}(?:-| ?#)${number}$`, "i"),
  // repo-commit-4df3c5d: fewer than seven digits are read too, if one of them could not be a word's letter
  /^(?:[\w.-]*[\w.]-)?commit-(?=[\da-f]*\d)[\da-f]{6,40}$/,
];

function isCommit(text: string): boolean {
  return (
    /^(?=.*\d)(?=.*[a-f])[\da-f]{7,40}$/.test(text) &&
    // 12e1000 is a number.
    !/^\d+e\d+$/.test(text)
  );
}

const version = /^(?:v\d+(?:\.\d+)+|\d+(?:\.\d+){2,3})(?:-[\da-z.+-]+)?$/i;
const date =
  /^(?:(?:19|20)\d\d\.\d{1,2}\.\d{1,2}|\d{1,2}\.\d{1,2}\.(?:19|20)\d\d)$/;
const privateAddress = /^(?:0\.0|10|127|172|192\.168)(?:\.\d+){2,3}$/;

function isVersion(text: string): boolean {
  return (
    version.test(text) &&
    !date.test(text) &&
    !(text.split(".").length === 4 && privateAddress.test(text))
  );
}

/** Numbers of other registries: ADR-12, CIP-1694, RFC 2119, JIRA-3. */
const registryNumber = /^[A-Z][A-Z\d]+[- ]?\d+$/;

function namesRepository(
  text: string,
  isKnownRepository: (name: string) => boolean,
): boolean {
  const name = /^(?:[a-z\d][\w-]*\/)?(?<repo>[\w.-]{3,})$/i.exec(text)?.groups
    ?.repo;
  if (name !== undefined && isKnownRepository(name)) return true;
  if (registryNumber.test(text)) return false;
  const numbered =
    /^(?<repo>[\w.-]{3,})[- ](?:[1-9]\d{0,5}|v?\d+(?:\.\d+)+)$/i.exec(text)
      ?.groups?.repo;
  return numbered !== undefined && isKnownRepository(numbered);
}
