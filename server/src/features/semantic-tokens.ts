import type {
  Position,
  SemanticTokensEdit,
  SemanticTokensLegend,
} from "vscode-languageserver-types";
import { differingMiddle } from "../markdown/differing-middle.js";
import type { Document } from "../markdown/document.js";
import type { Lines } from "../markdown/lines.js";
import { overlaps, type Span } from "../markdown/span.js";
import type { Answer } from "../targets/github-port.js";
import type { Target } from "../targets/target.js";
import { badgeOf, badgeStates } from "./badge.js";
import { hasStatus } from "./card.js";
import type { TargetUse } from "./target-uses.js";

/** One type; the state is a modifier. package.json tells VS Code of the same names. */
export const semanticTokensLegend: SemanticTokensLegend = {
  tokenTypes: ["weeknotesReference"],
  tokenModifiers: [...badgeStates],
};

/** The labels and link texts within a span whose targets are in a state, as the protocol encodes tokens. */
export function semanticTokens(
  { lines }: Document,
  uses: readonly TargetUse[],
  within: Span,
  known: (target: Target) => Answer | undefined,
): number[] {
  const data: number[] = [];
  let last: Position = { line: 0, character: 0 };
  for (const { textSpan, target } of uses) {
    if (!overlaps(textSpan, within) || !hasStatus(target)) continue;
    const state = badgeOf(known(target))?.state;
    if (!state) continue;
    const modifiers = 1 << badgeStates.indexOf(state);
    for (const { start, end } of lineParts(lines, textSpan)) {
      const { line, character } = lines.positionAt(start);
      const deltaLine = line - last.line;
      const deltaStart = character - (deltaLine === 0 ? last.character : 0);
      data.push(deltaLine, deltaStart, end - start, 0, modifiers);
      last = { line, character };
    }
  }
  return data;
}

/** What makes the tokens of a text into those of a later one: they tell of lines, so that a key changes few of them. */
export function tokenEdits(
  before: readonly number[],
  after: readonly number[],
): SemanticTokensEdit[] {
  const { start, ends } = differingMiddle(before, after);
  const deleteCount = ends[0] - start;
  const data = after.slice(start, ends[1]);
  return deleteCount + data.length > 0 ? [{ start, deleteCount, data }] : [];
}

/** A token ends with its line, because not every client knows longer ones. */
function lineParts(lines: Lines, span: Span): Span[] {
  const first = lines.positionAt(span.start).line;
  if (span.end <= lines.line(first).end)
    return span.start < span.end ? [span] : [];
  const last = lines.positionAt(span.end).line;
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const line = lines.line(first + index);
    return {
      start: Math.max(span.start, line.start),
      end: Math.min(span.end, line.end),
    };
  }).filter(({ start, end }) => start < end);
}
