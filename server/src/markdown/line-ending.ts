import type { LineEndings } from "./chunk.js";
import type { Document } from "./document.js";

export function mostUsedLineEnding(
  counts: Iterable<LineEndings>,
): Document["eol"] {
  let lf = 0;
  let crlf = 0;
  let cr = 0;
  for (const each of counts) {
    lf += each["\n"];
    crlf += each["\r\n"];
    cr += each["\r"];
  }
  if (crlf > lf && crlf >= cr) return "\r\n";
  return cr > lf ? "\r" : "\n";
}
