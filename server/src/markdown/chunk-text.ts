import type { Chunks } from "./chunk.js";
import { lastUpTo } from "./lines.js";

/** A part of the text that chunks are of, without putting all of it together. */
export function sliceOfChunks(
  { all, starts }: Pick<Chunks, "all" | "starts">,
  start: number,
  end: number,
): string {
  let slice = "";
  for (let index = lastUpTo(starts, start); index < all.length; index++) {
    const from = starts[index] ?? 0;
    if (from >= end) break;
    slice += all[index]?.text.slice(Math.max(0, start - from), end - from);
  }
  return slice;
}
