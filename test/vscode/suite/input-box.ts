import assert from "node:assert/strict";
import { type InputBoxOptions, type QuickPickItem, window } from "vscode";

/**
 * Answers the question for a text that an action asks, as no extension can type into the box: with `typed`, or with
 * Escape. The scenario of mouse and keyboard types.
 */
export async function typing(
  typed: string | undefined,
  act: () => Promise<void>,
): Promise<void> {
  let asked = 0;
  await replacing(
    "showInputBox",
    async ({ validateInput }: InputBoxOptions) => {
      asked++;
      if (typed === undefined) return undefined;
      assert.equal(await validateInput?.(typed), undefined);
      assert.ok(await validateInput?.("example.org"), "no URL is refused");
      return typed;
    },
    act,
  );
  if (typed !== undefined) assert.equal(asked, 1);
}

/** Picks the entry of the list that an action opens. Gives all that was offered. */
export async function picking(
  label: string,
  act: () => Promise<void>,
): Promise<string[]> {
  let offered: readonly QuickPickItem[] = [];
  await replacing(
    "showQuickPick",
    async (items: readonly QuickPickItem[]) => {
      offered = items;
      return items.find((item) => item.label.includes(label));
    },
    act,
  );
  return offered.map((item) => item.label);
}

/** The suite and the extension share one instance of VS Code's API, since one folder holds both. */
async function replacing(
  name: "showInputBox" | "showQuickPick",
  answer: unknown,
  act: () => Promise<void>,
): Promise<void> {
  const original = window[name];
  Object.assign(window, { [name]: answer });
  try {
    await act();
  } finally {
    Object.assign(window, { [name]: original });
  }
}
