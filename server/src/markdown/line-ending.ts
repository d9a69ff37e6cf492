import type { Document } from "./document.js";

export function mostUsedLineEnding(text: string): Document["eol"] {
  const counts = { "\n": 0, "\r\n": 0, "\r": 0 };
  for (const [ending] of text.matchAll(/\r\n|\n|\r/g)) {
    counts[ending as Document["eol"]]++;
  }
  if (counts["\r\n"] > counts["\n"] && counts["\r\n"] >= counts["\r"])
    return "\r\n";
  return counts["\r"] > counts["\n"] ? "\r" : "\n";
}
