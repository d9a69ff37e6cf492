import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { root } from "../../../scripts/paths.mjs";

const images = join(root, "docs/images");

/** Keeps a picture of the window for the README, where `npm run screenshots` asks for it. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!process.env.WEEKNOTES_SCREENSHOTS) return;
  await mkdir(images, { recursive: true });
  await page.screenshot({
    path: join(images, `${name}.png`),
    clip: { x: 0, y: 0, width: 960, height: 540 },
    animations: "disabled",
    caret: "initial",
  });
}

/** What the window looks like where a scenario fails. */
export async function failurePicture(page: Page, name: string): Promise<void> {
  const path = join(root, `out/vscode/ui-${name.replaceAll(/\W+/g, "-")}.png`);
  await page.screenshot({ path });
  console.error(`The window at the end: ${path}`);
}
