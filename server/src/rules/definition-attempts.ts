import type { Definition, Document, Reference } from "../markdown/document.js";
import { labelKey } from "../markdown/label.js";
import { parse } from "../markdown/parse.js";
import { type Part, perDefinition } from "../markdown/per-chunk.js";
import { onceFor } from "../markdown/remember.js";
import { isComment } from "./comment-definition.js";
import {
  type DefinitionAttempt,
  labelStart,
  type Victim,
} from "./definition-attempt.js";
import { isIntended } from "./intended-definitions.js";
import { linesWithOneBracket, misspeltLine } from "./misspelt-definitions.js";
import { undefinedReferences } from "./used-keys.js";

/** In document order. */
export const definitionAttempts = onceFor(findAttempts);

function findAttempts(document: Document): readonly DefinitionAttempt[] {
  const lines = [
    ...undefinedReferences(document).flatMap((reference) =>
      lineOfText(document, reference),
    ),
    ...suspects(document).flatMap(({ item }) =>
      lineOfDefinition(document, item),
    ),
    ...linesWithOneBracket(document).map((line) => ({
      ...line,
      takes: undefined,
    })),
  ].sort((a, b) => a.span.start - b.span.start);
  if (lines.length === 0) return [];

  const attempts: (AttemptLine & {
    followsAttempt: boolean;
    victims: Victim[];
  })[] = [];
  let above: { line: number; victims: Victim[] } | undefined;
  for (const line of lines) {
    const row = document.lines.positionAt(line.span.start).line;
    const followsAttempt = above?.line === row - 1;
    if (line.kind === "in-paragraph" && above && followsAttempt) {
      above.victims.push(line);
      above = { line: row, victims: above.victims };
    } else {
      const victims = line.takes ? [line.takes] : [];
      attempts.push({ ...line, followsAttempt, victims });
      above = { line: line.takes ? row + 1 : row, victims };
    }
  }

  const ownLines = new Set(lines.map(labelStart));
  const usedKeys = new Set(
    document.references
      .filter(({ span }) => !ownLines.has(span.start))
      .map(({ key }) => key),
  );
  return attempts
    .map(({ takes, ...attempt }) => ({
      ...attempt,
      used: usedKeys.has(attempt.key),
    }))
    .filter((attempt) => isIntended(document, attempt, usedKeys));
}

/** Definitions that may be none, by what stands around them. */
const suspects = perDefinition((definition, _given, part) =>
  readsAsText(part, definition) || takesNextLine(part, definition)
    ? true
    : undefined,
);

/** Whether a definition, one of the suspects, is a sentence that Markdown hides. */
function isVanishedText(document: Document, definition: Definition): boolean {
  return (
    readsAsText(linesOf(document, definition), definition) &&
    !isComment(definition) &&
    !document.references.some(({ key }) => key === definition.key)
  );
}

type AttemptLine = Omit<
  DefinitionAttempt,
  "followsAttempt" | "used" | "victims"
> & {
  /** The definition that the line below would be. */
  readonly takes: Victim | undefined;
};

/** A line of a paragraph that begins like a definition. */
function lineOfText(document: Document, reference: Reference): AttemptLine[] {
  const { lines } = document;
  const { start, end } = reference.span;
  // A label that is defined elsewhere is a link here, with a colon after it.
  if (reference.form !== "shortcut" || reference.image || reference.definition)
    return [];
  const line = lines.line(lines.positionAt(start).line);
  const behind = document.slice(end, line.end);
  const before = document.slice(line.start, start);
  const misspelt = misspeltLine(before, behind);
  if (misspelt) {
    const { kind, outer, length } = misspelt;
    return [
      {
        kind,
        label: reference.label,
        key: reference.key,
        span: { start: start - outer, end: line.end },
        bracketSpan: { start: start - outer, end: end + outer },
        afterColon: end + length,
        rest: behind.slice(length).trim(),
        takes: undefined,
      },
    ];
  }
  const colon = /^[ \t]*:/.exec(behind)?.[0];
  if (!colon || !isContainerPrefix(before)) return [];
  const rest = behind.slice(colon.length).trim();
  const spaced = colon !== ":";
  if (rest === "" ? spaced : !beginsWithUrl(rest)) return [];
  const definition = `${document.slice(start, end)}: ${rest}`;
  return [
    {
      kind:
        rest === ""
          ? "empty"
          : !isDefinition(definition)
            ? "text-after-url"
            : spaced
              ? "space-before-colon"
              : "in-paragraph",
      label: reference.label,
      key: reference.key,
      span: { start, end: line.end },
      bracketSpan: reference.span,
      afterColon: end + colon.length,
      rest,
      takes: undefined,
    },
  ];
}

function lineOfDefinition(
  document: Document,
  definition: Definition,
): AttemptLine[] {
  const { lines } = document;
  const { destination, destinationSpan, labelSpan, label, key } = definition;
  const afterColon = labelSpan.end + 2;
  const row = lines.positionAt(labelSpan.end).line;
  const line = lines.line(row);
  const takesNext = takesNextLine(linesOf(document, definition), definition);
  const taken = /^\[((?:\\.|[^\\[\]])+)\]:/.exec(destination)?.[1];
  const kind =
    takesNext && taken !== undefined
      ? "takes-next-line"
      : isVanishedText(document, definition)
        ? "vanished"
        : takesNext && isWord(destination)
          ? "takes-next-line"
          : undefined;
  if (!kind) return [];
  return [
    {
      kind,
      label,
      key,
      span: { start: definition.span.start, end: line.end },
      bracketSpan: { start: definition.span.start, end: labelSpan.end + 1 },
      afterColon,
      rest: document.slice(afterColon, line.end).trim(),
      takes:
        taken === undefined
          ? undefined
          : { label: taken, key: labelKey(taken), span: destinationSpan },
    },
  ];
}

type Text = Pick<Part, "text" | "origin">;

/** From the start of the line that a definition begins in to its own end. */
function linesOf(document: Document, { span }: Definition): Text {
  const { lines } = document;
  const { start } = lines.line(lines.positionAt(span.start).line);
  return { text: document.slice(start, span.end), origin: start };
}

/** Whether the destination stands below the label. */
function takesNextLine(
  { text, origin }: Text,
  { destination, destinationSpan, labelSpan }: Definition,
): boolean {
  const between = text.slice(
    labelSpan.end - origin,
    destinationSpan.start - origin,
  );
  return destination !== "" && /[\n\r]/.test(between);
}

function readsAsText(
  { text, origin }: Text,
  { destination, span }: Definition,
): boolean {
  return isWord(destination) || isInListItem(text, span.start - origin);
}

/** Whether a list marker stands right before an offset, with nothing but spaces between. */
function isInListItem(text: string, offset: number): boolean {
  let end = offset;
  while (/[ \t]/.test(text.charAt(end - 1))) end--;
  return (
    end < offset &&
    /(?:[-*+]|\d[.)])$/.test(text.slice(Math.max(0, end - 2), end))
  );
}

/** `done`, `thanks!`, `42`, `80%`, `✅`: no URL that anyone would write. */
function isWord(destination: string): boolean {
  return /^(?:[\p{L}\p{M}\p{Extended_Pictographic}]+|\d+%?)[.,;:!?…]*$/u.test(
    destination,
  );
}

function beginsWithUrl(text: string): boolean {
  return /^(?:<?(?:https?:\/\/|mailto:|www\.)\S|\.{0,2}\/\S)/i.test(text);
}

/** Indentation, quote and list markers: what may stand before a definition. */
function isContainerPrefix(text: string): boolean {
  return /^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*)*$/.test(text);
}

function isDefinition(line: string): boolean {
  const { definitions } = parse(line);
  return definitions[0]?.span.end === line.length;
}
