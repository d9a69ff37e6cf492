import type { Location, Position } from "vscode-languageserver-types";
import type { Post } from "../workspace/post.js";
import { definitionLabelAt, referenceAt } from "./label-at.js";

/**
 * Where the label under the cursor is defined: the line of the definition that counts. It is the place VS Code's own
 * Markdown support answers with, and the editor shows equal places once.
 */
export function definition(
  { uri, document }: Post,
  position: Position,
): Location | undefined {
  const { lines } = document;
  const offset = lines.offsetAt(position);
  const place =
    definitionLabelAt(document, offset) ?? referenceAt(document, offset);
  const found = place && document.defined.get(place.key);
  if (!found) return undefined;
  const line = lines.positionAt(found.span.start).line;
  return { uri, range: lines.rangeOf(lines.line(line)) };
}
