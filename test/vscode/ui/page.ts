/** What a person sees and does in VS Code's window. */
import type { Locator, Page } from "playwright-core";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The squiggles of warnings in the text. */
export const squiggles = (page: Page): Locator =>
  page.locator(".monaco-editor .squiggly-warning");

/** The middle of a piece of text in the editor, once it is shown. */
async function pointOf(page: Page, piece: string): Promise<Point> {
  const handle = await page.waitForFunction((wanted) => {
    for (const line of document.querySelectorAll(
      ".monaco-editor .view-lines .view-line",
    )) {
      const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        // VS Code shows spaces as no-break spaces.
        const text = node.textContent?.replaceAll("\u00a0", " ") ?? "";
        const start = text.indexOf(wanted);
        if (start < 0) continue;
        const range = document.createRange();
        range.setStart(node, start);
        range.setEnd(node, start + wanted.length);
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      }
    }
    return undefined;
  }, piece);
  const point = await handle.jsonValue();
  if (!point) throw new Error(`${piece} is not in the editor`);
  return point;
}

/** Clicks into a piece of text. */
export async function clickText(page: Page, piece: string): Promise<void> {
  const { x, y } = await pointOf(page, piece);
  await page.mouse.click(x, y);
}

/** Lets the mouse rest on a piece of text until its card is there. */
export async function hoverText(
  page: Page,
  piece: string,
  expected: string,
): Promise<Locator> {
  const { x, y } = await pointOf(page, piece);
  const card = page
    .locator(".monaco-hover:visible")
    .filter({ hasText: expected });
  await page.mouse.move(x - 40, y);
  await page.mouse.move(x, y, { steps: 5 });
  await card.first().waitFor();
  return card.first();
}

/** Writes a line of its own below everything else. */
export async function writeAtEnd(page: Page, text: string): Promise<void> {
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  // At once, as an input method does: nothing is completed or closed meanwhile.
  await page.keyboard.insertText(text);
  await page.keyboard.press("Escape");
  await waitForLine(page, text);
}

/** Puts a text on the clipboard and presses Ctrl+V. */
export async function pasteText(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press("Control+v");
}

/** Takes the mouse away, so that no card stays. */
export async function leaveText(page: Page): Promise<void> {
  await page.mouse.move(1000, 700);
  await page.keyboard.press("Escape");
  await page.locator(".monaco-hover:visible").waitFor({ state: "hidden" });
}

/** Waits for a line of the editor that holds this text. */
export async function waitForLine(page: Page, text: string): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll(".monaco-editor .view-line")].some((line) =>
        line.textContent?.replaceAll("\u00a0", " ").includes(wanted),
      ),
    text,
  );
}

/** Waits until no line of the editor holds this text. */
export async function waitForNoLine(page: Page, text: string): Promise<void> {
  await page.waitForFunction(
    (unwanted) =>
      [...document.querySelectorAll(".monaco-editor .view-line")].every(
        (line) =>
          !line.textContent?.replaceAll("\u00a0", " ").includes(unwanted),
      ),
    text,
  );
}

/** Presses Ctrl+. until its menu is there: VS Code opens none while it still computes. */
export async function openQuickFixes(page: Page): Promise<Locator> {
  const menu = page.locator(".action-widget:visible");
  await insist(async () => {
    await page.keyboard.press("Control+.");
    await menu.waitFor({ timeout: 5_000 });
  });
  return menu;
}

/** An entry of the list of completions. */
export function suggestion(page: Page, text: string): Locator {
  return page
    .locator(".suggest-widget.visible .monaco-list-row")
    .filter({ hasText: text })
    .first();
}

/** Chooses a command from the palette. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await insist(async () => {
    await page.keyboard.press("F1");
    await page
      .locator(".quick-input-widget:visible .quick-input-filter input")
      .fill(`>${title}`, { timeout: 5_000 });
    await entry(page, title).click({ timeout: 5_000 });
  });
}

/** Chooses an entry of the list that is open at the top. */
export function pick(page: Page, text: string): Promise<void> {
  return entry(page, text).click();
}

function entry(page: Page, text: string): Locator {
  return page
    .locator(".quick-input-list .monaco-list-row")
    .filter({ hasText: text })
    .first();
}

/** Does again what a person does again: a window that is still loading may take the focus away. */
export async function insist(step: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await step();
      return;
    } catch (error) {
      if (attempt === 6) throw error;
    }
  }
}
