import {
  type CompletionItem,
  type CompletionList,
  InsertReplaceEdit,
  InsertTextFormat,
} from "vscode-languageserver-types";
import { completion } from "../../server/src/features/completion.js";
import type { Document } from "../../server/src/markdown/document.js";
import { applyEdits } from "../../server/src/markdown/edits/apply.js";
import { open, type Workspace } from "./context.js";

export const root = "https://github.com/input-output-hk/cardano-node";
const teamPost = `[[cardano-node]] [[cardano-node-pull-4001]] [[cardano-node-issue-4002]]

[cardano-node]: ${root}
[cardano-node-issue-4002]: ${root}/issues/4002
[cardano-node-pull-4001]: ${root}/pull/4001
`;
/** A workspace whose other post names pull requests as `{repo}-pull-{n}`. */
export const team = { others: { "2022-10-13.md": teamPost } };

export async function complete(fixture: string, workspace?: Workspace) {
  const { context, position, signal } = open(fixture, workspace);
  return completion(context, position, signal);
}

export async function labels(fixture: string, workspace?: Workspace) {
  const list = await complete(fixture, workspace);
  return list?.items.map(({ label }) => label);
}

/** The text after accepting an item, with `$0` where the cursor is then. */
export async function accept(
  fixture: string,
  label: string,
  workspace: Workspace & { readonly replace?: boolean } = team,
): Promise<string> {
  const { context, document, position, signal } = open(fixture, workspace);
  const list = await completion(context, position, signal);
  const item = list?.items.find((one) => one.label === label);
  if (!item) return `no ${label} among ${list?.items.map((one) => one.label)}`;
  const whole = withDefaults(item, list);
  return apply(document, whole, workspace.replace === true);
}

/** What a list says once for all items, as a client reads it. */
function withDefaults(
  item: CompletionItem,
  { itemDefaults }: Pick<CompletionList, "itemDefaults"> = {},
): CompletionItem {
  const range = itemDefaults?.editRange;
  if (!range || item.textEdit) return item;
  const newText = item.textEditText ?? item.label;
  const textEdit =
    "insert" in range ? { newText, ...range } : { newText, range };
  return { ...item, textEdit };
}

/** As an editor does it, and with the protocol's rule: additional edits keep away from the main one. */
export function apply(
  document: Document,
  { textEdit, additionalTextEdits = [], insertTextFormat }: CompletionItem,
  replace: boolean,
): string {
  if (!textEdit) throw new Error("no edit");
  const range = InsertReplaceEdit.is(textEdit)
    ? replace
      ? textEdit.replace
      : textEdit.insert
    : textEdit.range;
  const main = document.lines.spanOf(range);
  for (const { range: added } of additionalTextEdits) {
    const { start, end } = document.lines.spanOf(added);
    if (start <= main.end && main.start <= end)
      throw new Error("the definition meets the label");
  }
  const { newText } = textEdit;
  const withCursor =
    insertTextFormat === InsertTextFormat.Snippet
      ? newText.replace(/\\([\\$}])/g, "$1")
      : `${newText}$0`;
  return applyEdits(document, [
    { range, newText: withCursor },
    ...additionalTextEdits,
  ]);
}
