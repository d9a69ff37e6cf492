import type { TextEdit } from "vscode-languageserver-types";
import { addDefinitions } from "../markdown/edits/add-definitions.js";
import { labelKey } from "../markdown/label.js";
import { fillIn } from "../rules/complete-definition.js";
import { definitionAttempts } from "../rules/definition-attempts.js";
import type { Post } from "../workspace/post.js";

/**
 * Gives a label the URL that the author has entered: in its empty definition, if there is one. No edits where the label
 * is defined by now, or where its definition would break a link.
 */
export function defineLabel(
  { document }: Post,
  label: string,
  destination: string,
): TextEdit[] {
  const key = labelKey(label);
  if (document.latent.has(key)) return [];
  const empty = definitionAttempts(document).find(
    (attempt) =>
      attempt.key === key &&
      (attempt.kind === "empty" || attempt.kind === "takes-next-line"),
  );
  return empty
    ? fillIn(document, empty, destination)
    : addDefinitions(document, [{ label, destination }]);
}
