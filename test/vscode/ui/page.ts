/** What a person sees and does in VS Code's window. */
import type { Locator, Page } from "playwright-core";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The squiggles of warnings in the text. */
export const squiggles = (page: Page): Locator =>
  page.locator(".monaco-editor .squiggly-warning");

/** Waits until nothing in the text has the squiggle of a warning. */
export async function waitForNoSquiggles(page: Page): Promise<void> {
  await page.waitForFunction(
    () => !document.querySelector(".monaco-editor .squiggly-warning"),
  );
}

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

/**
 * Lets the mouse rest on a piece of text until a card says this. Again, as a card asks for that came before GitHub's
 * answer.
 */
export async function hoverText(
  page: Page,
  piece: string,
  expected: string | RegExp,
): Promise<Locator> {
  const card = page
    .locator(".monaco-hover:visible")
    .filter({ hasText: expected })
    .first();
  await insist(async () => {
    await leaveText(page);
    const { x, y } = await pointOf(page, piece);
    await page.mouse.move(x - 40, y);
    await page.mouse.move(x, y, { steps: 5 });
    await card.waitFor({ timeout: 8_000 });
  });
  return card;
}

/** Writes a new text in the place of the whole post. */
export async function writePost(page: Page, text: string): Promise<void> {
  const [first = ""] = text.split("\n");
  await insist(async () => {
    await page.locator(".monaco-editor .view-lines").first().click();
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Delete");
    await page.waitForFunction(
      () =>
        document.querySelector(".monaco-editor .view-lines")?.textContent ===
        "",
      undefined,
      { timeout: 10_000 },
    );
    // At once, as an input method does: nothing is completed or closed meanwhile.
    await page.keyboard.insertText(text);
    await waitForLine(page, first, 10_000);
  });
  await page.keyboard.press("Escape");
}

/** Puts a text on the clipboard and presses Ctrl+V. */
export async function pasteText(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press("Control+v");
}

/** Drags an address out of another window and drops it on a piece of text. */
export async function dropUrl(
  page: Page,
  url: string,
  piece: string,
): Promise<void> {
  const point = await pointOf(page, piece);
  await page.evaluate(
    ({ url, x, y }) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.setData("text/uri-list", url);
      dataTransfer.setData("text/plain", url);
      const place = document.elementFromPoint(x, y);
      for (const event of ["dragenter", "dragover", "drop"])
        place?.dispatchEvent(
          new DragEvent(event, {
            bubbles: true,
            cancelable: true,
            clientX: x,
            clientY: y,
            dataTransfer,
          }),
        );
    },
    { url, ...point },
  );
}

/** Takes the mouse away, so that no card stays. */
export async function leaveText(page: Page): Promise<void> {
  await page.mouse.move(1000, 700);
  await page.keyboard.press("Escape");
  await page.locator(".monaco-hover:visible").waitFor({ state: "hidden" });
}

/** Waits for a line of the editor that holds this text, for `timeout` milliseconds. */
export async function waitForLine(
  page: Page,
  text: string,
  timeout?: number,
): Promise<void> {
  await page.waitForFunction(
    (wanted) =>
      [...document.querySelectorAll(".monaco-editor .view-line")].some((line) =>
        line.textContent?.replaceAll("\u00a0", " ").includes(wanted),
      ),
    text,
    timeout === undefined ? undefined : { timeout },
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

/** The colour of a piece of text that is one token, once it is shown. */
export async function colourOf(page: Page, piece: string): Promise<string> {
  const span = page
    .locator(".monaco-editor .view-line span:not(:has(*))")
    .filter({ hasText: piece })
    .first();
  return span.evaluate((element) => getComputedStyle(element).color);
}

/** What the status bar shows, found by a part of its text. */
export function statusItem(page: Page, text: string | RegExp): Locator {
  return page.locator(".statusbar-item").filter({ hasText: text }).first();
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

/** Presses Ctrl+. in a piece of text until the menu offers this fix. */
export async function offerQuickFix(
  page: Page,
  piece: string,
  fix: string,
): Promise<Locator> {
  const menu = page.locator(".action-widget:visible");
  await insist(async () => {
    await page.keyboard.press("Escape");
    await clickText(page, piece);
    await page.keyboard.press("Control+.");
    await menu.getByText(fix).first().waitFor({ timeout: 8_000 });
  });
  return menu;
}

/** The box at the top that asks for a text. */
export function inputBox(page: Page): Locator {
  return page.locator(".quick-input-widget:visible .quick-input-box input");
}

/** An entry of the list of completions. */
export function suggestion(page: Page, text: string): Locator {
  return page
    .locator(".suggest-widget.visible .monaco-list-row")
    .filter({ hasText: text })
    .first();
}

/** Types until the list of completions holds an entry; asks for the list where it did not open by itself. */
export async function typeUntilSuggested(
  page: Page,
  typed: string,
  expected: string,
): Promise<void> {
  await page.keyboard.type(typed, { delay: 30 });
  const wanted = suggestion(page, expected);
  if (await isShownWithin(wanted, 10_000)) return;
  await insist(async () => {
    // Ctrl+Space in an open list shows the details of an entry.
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+Space");
    await wanted.waitFor({ timeout: 10_000 });
  });
}

async function isShownWithin(
  wanted: Locator,
  timeout: number,
): Promise<boolean> {
  return wanted.waitFor({ timeout }).then(
    () => true,
    () => false,
  );
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

/** Longest that a person tries again on a busy machine, in milliseconds. */
const patience = 90_000;

/** Does again what a person does again: a window that is still loading may take the focus away. */
export async function insist(step: () => Promise<void>): Promise<void> {
  const deadline = performance.now() + patience;
  for (;;) {
    try {
      await step();
      return;
    } catch (error) {
      if (performance.now() > deadline) throw error;
    }
  }
}
