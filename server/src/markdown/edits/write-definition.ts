import { isLabel } from "../label.js";

export interface NewDefinition {
  readonly label: string;
  readonly destination: string;
  readonly title?: string;
}

/** The source of a definition that says exactly this, or `undefined` where the label is none. */
export function writeDefinition({
  label,
  destination,
  title,
}: NewDefinition): string | undefined {
  const written = writeLabel(label);
  if (written === undefined) return undefined;
  return `[${written}]: ${writeResource(destination, title)}`;
}

/** What stands behind the colon of a definition, or between the parentheses of an inline link. */
export function writeResource(destination: string, title?: string): string {
  const written = writeDestination(destination);
  return title === undefined ? written : `${written} ${writeTitle(title)}`;
}

/** A label on one line, or `undefined` for what is none. A leading `^` would make it a footnote. */
export function writeLabel(label: string): string | undefined {
  const written = label.replace(/[\t\n\r ]+/g, " ").replace(/^ | $/g, "");
  return isLabel(written) && !written.startsWith("^") ? written : undefined;
}

/** CommonMark §6.3 "link destination". */
export function writeDestination(destination: string): string {
  // No form of destination can hold a line ending.
  const line = destination
    .replace(/\r/g, "%0D")
    .replace(/\n/g, "%0A")
    .replace(/\0/g, "%00");
  const escaped = escapeSource(line);
  return isBare(line) ? escaped : `<${escaped.replace(/[<>]/g, "\\$&")}>`;
}

function isBare(destination: string): boolean {
  return (
    /^[^<\p{Cc} ][^\p{Cc} ]*$/u.test(destination) &&
    areParensBalanced(destination)
  );
}

function areParensBalanced(text: string): boolean {
  // Implementations may limit the depth; micromark's limit is 32.
  const deepest = 32;
  let depth = 0;
  for (const [paren] of text.matchAll(/[()]/g)) {
    depth += paren === "(" ? 1 : -1;
    if (depth < 0 || depth >= deepest) return false;
  }
  return depth === 0;
}

/** CommonMark §6.3 "link title": it may hold line endings, but no blank line. */
function writeTitle(title: string): string {
  const escaped = escapeSource(title.replace(/\s*[\r\n]\s*/g, " "));
  if (!title.includes('"')) return `"${escaped}"`;
  return title.includes("'")
    ? `"${escaped.replaceAll('"', '\\"')}"`
    : `'${escaped}'`;
}

/** What would be read as a backslash escape or a character reference (CommonMark §2.4, §2.5). */
function escapeSource(text: string): string {
  return text
    .replace(/\\(?=[!-/:-@[-`{-~]|$)/g, "\\\\")
    .replace(/&(?=#?[0-9A-Za-z]+;)/g, "\\&");
}
