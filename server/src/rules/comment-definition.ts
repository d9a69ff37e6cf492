import type { Definition } from "../markdown/document.js";

/** `[//]: # (text)` and its kin: a definition that is written to hide a remark from the page. */
export function isComment({
  key,
  destination,
  title,
}: Pick<Definition, "key" | "destination" | "title">): boolean {
  if (destination === "#" || destination === "")
    return title !== undefined || key === "//" || key === "COMMENT";
  return key === "//";
}
