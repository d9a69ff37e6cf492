import { rewrite } from "../../markdown/edits/rewrite.js";
import { writeResource } from "../../markdown/edits/write-definition.js";
import { keepsLinks } from "./keeps-links.js";
import { refactoringKinds } from "./kinds.js";
import { removeUnusedWithout } from "./left-unused.js";
import { type Refactor, selectedOf } from "./refactoring.js";

/**
 * `[text][label]` becomes `[text](url)`, which the page shows the same. A definition that nothing uses any more goes.
 */
export const referencesToLinks: Refactor = ({ post }, selected) => {
  const { document } = post;
  const references = selectedOf(
    document.references.filter(({ definition }) => definition),
    selected,
  );
  if (references.length === 0) return [];
  const { edits, document: changed } = rewrite(document, [
    ...references.flatMap(({ definition, textSpan, span }) =>
      definition
        ? {
            span: { start: textSpan.end, end: span.end },
            text: `](${writeResource(definition.destination, definition.title)})`,
          }
        : [],
    ),
    ...removeUnusedWithout(document, references),
  ]);
  if (!keepsLinks(post, changed)) return [];
  return [
    {
      kind: refactoringKinds.toInlineLink,
      title:
        references.length === 1
          ? "Convert to inline link"
          : `Convert ${references.length} references to inline links`,
      edits,
    },
  ];
};
