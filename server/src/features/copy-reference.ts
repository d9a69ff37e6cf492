import type { Position } from "vscode-languageserver-types";
import {
  writeDefinition,
  writeDestination,
  writeLabel,
} from "../markdown/edits/write-definition.js";
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
    link: `[${asText(title)}](${writeDestination(destination)})`,
    withDefinition: definition && `[[${label}]]\n\n${definition}\n`,
  };
}

/** A title as it is read, whatever is in it: for a post, which the author reads before it is published. */
function asText(title: string): string {
  return plainLine(title, 300).replace(/[\\`*_[\]<>~&]/g, "\\$&");
}
