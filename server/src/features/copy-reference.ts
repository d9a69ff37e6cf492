import type { Position } from "vscode-languageserver-types";
import {
  writeDefinition,
  writeDestination,
  writeLabel,
} from "../markdown/edits/write-definition.js";
import { writeText } from "../markdown/edits/write-text.js";
import { isFailure } from "../targets/github-port.js";
import { labelFor } from "../workspace/label-for.js";
import type { FeatureContext } from "./context.js";
import { plainLine } from "./escape.js";
import { targetAt } from "./target-at.js";
import { targetName } from "./target-name.js";

/** What stands under the cursor, as Markdown that means the same in another post. */
export interface CopiedReference {
  /** `[title](destination)` */
  readonly link: string;
  /** The reference, and its definition below; undefined where the label is none that can be written. */
  readonly withDefinition: string | undefined;
}

export function copyReference(
  { post, github }: Pick<FeatureContext, "post" | "github">,
  position: Position,
): CopiedReference | undefined {
  const found = targetAt(post, position);
  if (!found) return undefined;
  const { target, destination } = found;
  const label = writeLabel(found.label ?? labelFor(target, post));
  const definition =
    label === undefined ? undefined : writeDefinition({ label, destination });
  const result = github.peek(target)?.result;
  const title =
    result && !isFailure(result) && "title" in result && result.title !== ""
      ? result.title
      : targetName(target);
  return {
    link: `[${writeText(plainLine(title, 300), post.document.syntax)}](${writeDestination(destination)})`,
    withDefinition: definition && `[[${label}]]\n\n${definition}\n`,
  };
}
