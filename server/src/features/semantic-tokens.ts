import type {
  Position,
  SemanticTokensLegend,
} from "vscode-languageserver-types";
import type { Lines } from "../markdown/lines.js";
import { overlaps, type Span } from "../markdown/span.js";
import type { Answer } from "../targets/github-port.js";
import type { Target } from "../targets/target.js";
import type { Post } from "../workspace/post.js";
import { badgeOf, badgeStates } from "./badge.js";
import { hasStatus } from "./card.js";
import { targetUses } from "./target-uses.js";

/** One type; the state is a modifier. package.json tells VS Code of the same names. */
export const semanticTokensLegend: SemanticTokensLegend = {
  tokenTypes: ["weeknotesReference"],
  tokenModifiers: [...badgeStates],
};

/** The labels and link texts of a part of the text whose targets are in a state, as the protocol encodes tokens. */
export function semanticTokens(
  post: Post,
  within: Span,
  known: (target: Target) => Answer | undefined,
): number[] {
  const { lines } = post.document;
  const data: number[] = [];
  let last: Position = { line: 0, character: 0 };
  for (const { textSpan, target } of targetUses(post, within, "definitions")) {
    const state = hasStatus(target) && badgeOf(known(target))?.state;
    if (!state || !overlaps(textSpan, within)) continue;
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

/** A token ends with its line, because not every client knows longer ones. */
function lineParts(lines: Lines, span: Span): Span[] {
  const first = lines.positionAt(span.start).line;
  const last = lines.positionAt(span.end).line;
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const line = lines.line(first + index);
    return {
      start: Math.max(span.start, line.start),
      end: Math.min(span.end, line.end),
    };
  }).filter(({ start, end }) => start < end);
}
