import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { type Editor, openEditor } from "./editor.js";
import { insist, leaveText, waitForLine } from "./page.js";
import { failurePicture } from "./pictures.js";

/**
 * Opens a post for the steps of the scenario that calls this, with nothing beside its text, and keeps a picture of what
 * fails. `line`: something the post begins with.
 */
export function useEditor(
  line: string,
  ...post: Parameters<typeof openEditor>
): () => Page {
  const opened = useWindow(line, ...post);
  return () => opened().page;
}

/** The same, with the GitHub beside it. */
export function useWindow(
  line: string,
  ...post: Parameters<typeof openEditor>
): () => Editor {
  let editor: Editor | undefined;
  const opened = () => {
    if (!editor) throw new Error("VS Code is not open");
    return editor;
  };
  const page = () => opened().page;

  beforeAll(async () => {
    editor = await openEditor(...post);
    await waitForLine(page(), line);
    await insist(async () => {
      await page().keyboard.press("Control+b");
      await page()
        .locator(".part.sidebar:visible")
        .waitFor({ state: "hidden", timeout: 5_000 });
    });
    await leaveText(page());
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await failurePicture(page(), task.name);
  });
  afterAll(() => editor?.close());
  return opened;
}
