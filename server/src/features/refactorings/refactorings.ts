import type { CodeActionKind } from "vscode-languageserver-types";
import { separateBlocks } from "../../markdown/edits/separate-blocks.js";
import type { Span } from "../../markdown/span.js";
import type { FeatureContext } from "../context.js";
import { refactoringKinds } from "./kinds.js";
import {
  allLinksToReferences,
  linksToReferences,
} from "./links-to-references.js";
import type { Refactor, Refactoring } from "./refactoring.js";
import { referencesToLinks } from "./references-to-links.js";
import { textToReference } from "./text-to-reference.js";
import { titledLinks } from "./titled-links.js";
import { updateLabels } from "./update-labels.js";

const blocksApart: Refactor = ({ post }) => {
  const edits = separateBlocks(post.document);
  return edits.length === 0
    ? []
    : [
        {
          kind: refactoringKinds.separateBlocks,
          title: "One blank line between blocks",
          edits,
        },
      ];
};

const all: ReadonlyMap<CodeActionKind, Refactor> = new Map([
  [refactoringKinds.toReference, linksToReferences],
  [refactoringKinds.textToReference, textToReference],
  [refactoringKinds.toInlineLink, referencesToLinks],
  [refactoringKinds.toTitledLink, titledLinks],
  [refactoringKinds.allToReferences, allLinksToReferences],
  [refactoringKinds.updateLabels, updateLabels],
  [refactoringKinds.separateBlocks, blocksApart],
]);

/** What can be done with what is selected, of the kinds that are wanted. */
export function refactorings(
  context: Pick<FeatureContext, "post" | "github">,
  selected: Span,
  wants: (kind: CodeActionKind) => boolean,
): Refactoring[] {
  return [...all].flatMap(([kind, refactor]) =>
    wants(kind) ? refactor(context, selected) : [],
  );
}
