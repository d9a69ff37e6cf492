import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { type Editor, openEditor } from "./editor.js";
import { leaveText, waitForLine } from "./page.js";
import { failurePicture } from "./pictures.js";

/**
 * Opens a post for the steps of the scenario that calls this, with nothing beside its text, and keeps a picture of what
 * fails. `line`: something the post begins with.
 */
export function useEditor(
  line: string,
  ...post: Parameters<typeof openEditor>
): () => Page {
  let editor: Editor | undefined;
  const page = () => {
    if (!editor) throw new Error("VS Code is not open");
    return editor.page;
  };

  beforeAll(async () => {
    editor = await openEditor(...post);
    await waitForLine(page(), line);
    await page().keyboard.press("Control+b");
    await page().locator(".part.sidebar:visible").waitFor({ state: "hidden" });
    await leaveText(page());
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await failurePicture(page(), task.name);
  });
  afterAll(() => editor?.close());
  return page;
}
