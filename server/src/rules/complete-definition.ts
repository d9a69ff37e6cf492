import type { TextEdit } from "vscode-languageserver-types";
import type { Document } from "../markdown/document.js";
import { applyEdits } from "../markdown/edits/apply.js";
import { parse } from "../markdown/parse.js";
import type { Span } from "../markdown/span.js";
import { candidatesFor } from "../workspace/candidates.js";
import type { Post } from "../workspace/post.js";
import type { DefinitionAttempt } from "./definition-attempt.js";
import { destinationTitles } from "./destination-title.js";
import { quoted } from "./display.js";
import type { EditFix, Fix } from "./rule.js";

/** What makes a definition of an attempt at one, or text of what is none. */
export function completeDefinition(
  post: Post,
  attempt: DefinitionAttempt,
): Fix[] {
  switch (attempt.kind) {
    case "empty":
    case "takes-next-line":
      return fillOrRemove(post, attempt);
    case "space-before-colon":
      return closeGap(post.document, attempt);
    case "in-paragraph":
      return separate(post.document, attempt);
    case "text-after-url":
      return quoteTitle(post.document, attempt);
    case "vanished":
      return escapeBracket(post.document, attempt);
    case "double-brackets":
    case "colon":
    case "bracket-missing":
      return writeAnew(post.document, attempt);
  }
}

function fillOrRemove(post: Post, attempt: DefinitionAttempt): Fix[] {
  const { document } = post;
  const candidates = candidatesFor(attempt.label, post).slice(0, 3);
  const titles = destinationTitles(candidates);
  const completions = candidates.map(
    ({ destination, certain }, index): EditFix => {
      const edits = fillIn(document, attempt, destination);
      return {
        kind: "edit",
        title: `Complete the definition: ${titles[index]}`,
        edits,
        preferred: index === 0,
        certain: certain && definesAll(document, edits, attempt),
      };
    },
  );
  const hasCertain = candidates.some(({ certain }) => certain);
  const ask: Fix = {
    kind: "ask-destination",
    title: `Complete the definition: enter the URL of ${quoted(attempt.label)}…`,
    label: attempt.label,
  };
  const edits = [
    replace(document, wholeLine(document, attempt.span.start), ""),
  ];
  const removal: EditFix = {
    kind: "edit",
    title: `Remove the empty ${quoted(attempt.label)}:`,
    edits,
    preferred: candidates.length === 0 && !attempt.used,
    // An empty line that harms no other may be one that is still being written.
    certain:
      !attempt.used &&
      !hasCertain &&
      attempt.victims.length > 0 &&
      defines(document, edits, attempt.victims, attempt.key),
  };
  if (hasCertain) return [...completions, removal];
  return attempt.used
    ? [...completions, ask, removal]
    : [...completions, removal, ask];
}

/** The edits that give an empty definition its URL. */
export function fillIn(
  document: Document,
  { afterColon, span }: DefinitionAttempt,
  destination: string,
): TextEdit[] {
  return [
    replace(document, { start: afterColon, end: span.end }, ` ${destination}`),
  ];
}

function closeGap(document: Document, attempt: DefinitionAttempt): EditFix[] {
  const colon = attempt.afterColon - 1;
  const edits = [
    replace(document, { start: attempt.bracketSpan.end, end: colon }, ""),
  ];
  if (definesAll(document, edits, attempt)) {
    return [
      {
        kind: "edit",
        title: "Remove the space before the colon",
        edits,
        preferred: true,
        certain: true,
      },
    ];
  }
  const both = [...edits, ...blankLineBefore(document, attempt)];
  if (!definesAll(document, both, attempt)) return [];
  return [
    {
      kind: "edit",
      title: "Remove the space before the colon, and add a blank line above",
      edits: both,
      preferred: true,
      certain: !attempt.followsAttempt && endsParagraph(document, attempt),
    },
  ];
}

function separate(document: Document, attempt: DefinitionAttempt): EditFix[] {
  const edits = blankLineBefore(document, attempt);
  if (!definesAll(document, edits, attempt)) return [];
  return [
    {
      kind: "edit",
      title: "Add a blank line above",
      edits,
      preferred: true,
      certain: endsParagraph(document, attempt),
    },
  ];
}

/** The line as a definition; with a blank line above where it needs one. */
function writeAnew(document: Document, attempt: DefinitionAttempt): EditFix[] {
  const { label, rest, span } = attempt;
  const line = `[${label}]: ${rest}`;
  const edits = [replace(document, span, line)];
  const whole = definesAll(document, edits, attempt)
    ? edits
    : [...blankLineBefore(document, attempt), ...edits];
  if (!definesAll(document, whole, attempt)) return [];
  return [
    {
      kind: "edit",
      title: `Write it as ${line}`,
      edits: whole,
      preferred: true,
      certain: endsParagraph(document, attempt),
    },
  ];
}

function quoteTitle(document: Document, attempt: DefinitionAttempt): EditFix[] {
  const [, destination, remark] =
    /^(\S+?)[,;]?\s+(.+)$/.exec(attempt.rest) ?? [];
  if (!destination || !remark) return [];
  const words = remark.replace(/^["'(]|["')]$/g, "");
  if (/["\\]/.test(words)) return [];
  const edits = [
    replace(
      document,
      { start: attempt.bracketSpan.end, end: attempt.span.end },
      `: ${destination} "${words}"`,
    ),
  ];
  if (!definesAll(document, edits, attempt)) return [];
  return [
    {
      kind: "edit",
      title: `Make "${words}" the link's title`,
      edits,
      preferred: true,
      certain: false,
    },
  ];
}

function escapeBracket(
  document: Document,
  { span }: DefinitionAttempt,
): EditFix[] {
  return [
    {
      kind: "edit",
      title: "Show this line on the page (escape its bracket)",
      edits: [replace(document, { start: span.start, end: span.start }, "\\")],
      preferred: true,
      certain: false,
    },
  ];
}

function definesAll(
  document: Document,
  edits: readonly TextEdit[],
  attempt: DefinitionAttempt,
): boolean {
  return defines(document, edits, [attempt, ...attempt.victims]);
}

/** Whether the edits give each label its definition, and take none from another but `except`. */
function defines(
  document: Document,
  edits: readonly TextEdit[],
  wanted: readonly { readonly key: string }[],
  except?: string,
): boolean {
  const { defined } = parse(applyEdits(document, edits), document.syntax);
  return (
    wanted.every(({ key }) => defined.has(key)) &&
    [...document.defined.keys()].every(
      (key) => key === except || defined.has(key),
    )
  );
}

/** Whether the lines of the attempt are the last of their paragraph, so that no words are cut off from it. */
function endsParagraph(
  document: Document,
  { span, victims }: DefinitionAttempt,
): boolean {
  const { lines } = document;
  const last = lines.positionAt(victims.at(-1)?.span.start ?? span.start).line;
  if (last + 1 >= lines.count) return true;
  const { start, end } = lines.line(last + 1);
  return document.slice(start, end).replace(/[\s>]/g, "") === "";
}

function blankLineBefore(
  document: Document,
  { span }: DefinitionAttempt,
): TextEdit[] {
  const line = document.lines.line(document.lines.positionAt(span.start).line);
  const prefix = document.slice(line.start, span.start);
  const quotes = /^(?:[ \t]*>)*/.exec(prefix)?.[0] ?? "";
  return [
    replace(
      document,
      { start: line.start, end: line.start },
      `${quotes}${document.eol}`,
    ),
  ];
}

function wholeLine({ lines }: Document, offset: number): Span {
  const row = lines.positionAt(offset).line;
  const { start, end } = lines.line(row);
  return {
    start,
    end: row + 1 < lines.count ? lines.line(row + 1).start : end,
  };
}

function replace(document: Document, span: Span, newText: string): TextEdit {
  return { range: document.lines.rangeOf(span), newText };
}
