import { expect } from "vitest";
import type { CodeAction } from "vscode-languageserver-types";
import { codeActions } from "../../server/src/features/code-actions.js";
import { resolveRefactoring } from "../../server/src/features/refactorings/actions.js";
import { applyEdits } from "../../server/src/markdown/edits/apply.js";
import { render } from "../markdown/render.js";
import { open, type Workspace } from "./context.js";

/** The refactorings of some kinds at `$0`, or for what is selected between two of them. */
export function offered(
  fixture: string,
  kinds: readonly string[],
  workspace?: Workspace,
): CodeAction[] {
  const { context, range } = openSelection(fixture, workspace);
  return codeActions(context, range, kinds);
}

/** What the one of these refactorings makes of the text. */
export async function refactor(
  fixture: string,
  kind: string,
  workspace?: Workspace,
): Promise<{
  readonly title: string | undefined;
  readonly before: string;
  readonly after: string | undefined;
}> {
  const { context, range, signal } = openSelection(fixture, {
    ...workspace,
    client: { lazyActions: true, ...workspace?.client },
  });
  const { document, uri } = context.post;
  const [action] = codeActions(context, range, [kind]);
  const made =
    action &&
    (action.edit?.changes?.[uri] ??
      (await resolveRefactoring(context, action, signal)));
  return {
    title: action?.title,
    before: document.text,
    after:
      made && !("problem" in made) ? applyEdits(document, made) : undefined,
  };
}

/** Checks what a refactoring is called and makes, and that the page does not change by it. */
export async function checkSamePage(
  fixture: string,
  kind: string,
  title: string,
  expected: string,
  workspace?: Workspace,
): Promise<void> {
  const made = await refactor(fixture, kind, workspace);
  expect(made).toMatchObject({ title, after: expected });
  expect(render(made.after ?? "")).toBe(render(made.before));
}

export function openSelection(fixture: string, workspace?: Workspace) {
  const [before = "", selected, after] = fixture.split("$0");
  if (after === undefined) {
    const opened = open(fixture, workspace);
    const { position } = opened;
    return { ...opened, range: { start: position, end: position } };
  }
  const opened = open(`${before}$0${selected}${after}`, workspace);
  const { lines } = opened.document;
  const start = before.length;
  return {
    ...opened,
    range: lines.rangeOf({ start, end: start + (selected ?? "").length }),
  };
}
