import type { Span } from "../../server/src/markdown/span.js";

/** Takes `⟦…⟧` out of a text and says where they stood. */
export function readMarks(marked: string): { text: string; spans: Span[] } {
  const spans: Span[] = [];
  const starts: number[] = [];
  let text = "";
  for (const character of marked) {
    if (character === "⟦") starts.push(text.length);
    else if (character === "⟧") {
      const start = starts.pop();
      if (start === undefined) throw new Error(`⟧ without ⟦ in ${marked}`);
      spans.push({ start, end: text.length });
    } else text += character;
  }
  if (starts.length > 0) throw new Error(`⟦ without ⟧ in ${marked}`);
  return { text, spans: spans.sort((a, b) => a.start - b.start) };
}
