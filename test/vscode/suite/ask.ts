/** What VS Code answers through its own commands, waited for where the server needs a moment. */
import assert from "node:assert/strict";
import {
  type CodeAction,
  type CompletionItem,
  type CompletionList,
  commands,
  type Diagnostic,
  type Hover,
  languages,
  type MarkdownString,
  type Range,
  workspace,
} from "vscode";
import type { OpenPost } from "./post.js";
import { eventually } from "./wait.js";

/** The first finding of a rule, once it is there. */
export function findingOf(post: OpenPost, rule: string): Promise<Diagnostic> {
  return eventually(`a finding of ${rule}`, () =>
    findings(post).find((it) => codeOf(it) === rule),
  );
}

/** Waits until a post has exactly so many findings of a rule. */
export async function expectFindings(
  post: OpenPost,
  rule: string,
  number: number,
): Promise<void> {
  await eventually(
    `${number} findings of ${rule}`,
    () => findings(post).filter((it) => codeOf(it) === rule).length === number,
  );
}

export function findings({ document }: OpenPost): Diagnostic[] {
  return languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === "weeknotes");
}

export function codeOf({ code }: Diagnostic): string {
  return String(typeof code === "object" ? code.value : code);
}

/** The code action with this title, once it is offered. */
export function actionOf(
  { document }: OpenPost,
  range: Range,
  title: RegExp,
): Promise<CodeAction> {
  return eventually(`an action ${title}`, async () => {
    const actions = await commands
      .executeCommand<CodeAction[]>(
        "vscode.executeCodeActionProvider",
        document.uri,
        range,
        undefined,
        // All are resolved, so that their edits are there.
        100,
      )
      // A window that still loads cancels what it is asked.
      .then(undefined, () => []);
    return actions.find((action) => title.test(action.title));
  });
}

/** Does what choosing an action in the menu does. */
export async function apply(action: CodeAction): Promise<void> {
  if (action.edit) assert.ok(await workspace.applyEdit(action.edit));
  if (action.command) {
    const { command, arguments: given = [] } = action.command;
    await commands.executeCommand(command, ...given);
  }
}

/** The completion with this label, once it is offered. */
export function completionOf(
  post: OpenPost,
  label: string,
): Promise<CompletionItem> {
  return eventually(`a completion ${label}`, async () =>
    (await completionsOf(post)).find((item) => labelOf(item) === label),
  );
}

/** All that is offered at the cursor, the first ones with their documentation. */
export async function completionsOf({
  document,
  position,
}: OpenPost): Promise<readonly CompletionItem[]> {
  const { items } = await commands.executeCommand<CompletionList>(
    "vscode.executeCompletionItemProvider",
    document.uri,
    position,
    undefined,
    20,
  );
  return items;
}

export function labelOf({ label }: CompletionItem): string {
  return typeof label === "string" ? label : label.label;
}

/** The hover card at a place, once it says this. */
export async function expectHover(
  { document }: OpenPost,
  { start }: Range,
  expected: RegExp,
): Promise<void> {
  let last = "";
  await eventually("the card", async () => {
    const hovers = await commands.executeCommand<Hover[]>(
      "vscode.executeHoverProvider",
      document.uri,
      start.translate(0, 1),
    );
    last = hovers.flatMap(({ contents }) => contents.map(textOf)).join("\n");
    return expected.test(last);
  }).catch(() => assert.match(last, expected));
}

function textOf(content: Hover["contents"][number]): string {
  return typeof content === "string"
    ? content
    : (content as MarkdownString).value;
}
