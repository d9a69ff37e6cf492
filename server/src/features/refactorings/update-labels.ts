import type { TextEdit } from "vscode-languageserver-types";
import type { Definition } from "../../markdown/document.js";
import { renameLabel } from "../../markdown/edits/rename-label.js";
import { labelKey } from "../../markdown/label.js";
import {
  readingFits,
  readLabel,
  stylesWith,
} from "../../targets/label-styles.js";
import type { TargetKind } from "../../targets/target.js";
import { parseUrl } from "../../targets/url.js";
import { asOthersWrite, newLabelFor } from "../../workspace/label-for.js";
import type { Post } from "../../workspace/post.js";
import { refactoringKinds } from "./kinds.js";
import type { Refactor } from "./refactoring.js";

/** Those whose labels are names and not words of the sentence. */
const namedKinds: readonly TargetKind[] = [
  "pull",
  "issue",
  "discussion",
  "commit",
];

/**
 * Labels that are written in another way than the team's get the team's, wherever they are used; where a label is what
 * the page shows, the page shows the new one. Labels that are words of the author's own stay.
 */
export const updateLabels: Refactor = ({ post }) => {
  const renames = renamesOf(post);
  if (renames.length === 0) return [];
  return [
    {
      kind: refactoringKinds.updateLabels,
      title:
        renames.length === 1
          ? `Update [${renames[0]?.definition.label}] to the team's style: [${renames[0]?.label}]`
          : `Update ${renames.length} labels to the team's style`,
      make: () => renameAll(post, renames),
    },
  ];
};

interface Rename {
  readonly definition: Definition;
  readonly label: string;
}

function renamesOf(post: Post): Rename[] {
  const { document } = post;
  const team = asOthersWrite(post);
  const renames: Rename[] = [];
  const given = new Set<string>();
  for (const definition of document.defined.values()) {
    const label = teamLabel(definition, team);
    if (label === undefined || label === definition.label) continue;
    const key = labelKey(label);
    const isFree =
      key === definition.key || (!document.defined.has(key) && !given.has(key));
    if (!isFree) continue;
    given.add(key);
    renames.push({ definition, label });
  }
  return renames;
}

function teamLabel(
  { label, destination }: Definition,
  team: Post,
): string | undefined {
  const { hosts } = team.settings.github;
  const target = parseUrl(destination, hosts);
  if (!namedKinds.includes(target.kind)) return undefined;
  if ("suffix" in target && target.suffix !== "") return undefined;
  const isName = readLabel(label, stylesWith(team.settings.labelStyles)).some(
    (reading) => readingFits(reading, target, { alias: true }),
  );
  return isName ? newLabelFor(target, team, () => false) : undefined;
}

function renameAll({ document }: Post, renames: readonly Rename[]): TextEdit[] {
  return renames.flatMap(({ definition, label }) => {
    const renamed = renameLabel(document, definition.key, label);
    return "edits" in renamed ? renamed.edits : [];
  });
}
