import { describe, it } from "vitest";
import {
  clickText,
  dropUrl,
  insist,
  openQuickFixes,
  pasteText,
  runCommand,
  waitForLine,
  waitForNoLine,
} from "./page.js";
import { picture } from "./pictures.js";
import { useEditor } from "./use-editor.js";

const github = "https://github.com/input-output-hk";
const url = `${github}/cicero/pull/66`;
const definition = `[cicero-pull-66]: ${url}`;

/** URLs, links and references, each made the other by keyboard. */
describe("pasting and refactoring", () => {
  const page = useEditor("High level summary", "blog/2022-08-26-sre.md");

  it("pastes a URL as a reference, with its definition", async () => {
    await page().locator(".monaco-editor .squiggly-warning").first().waitFor();
    await clickText(page(), "Keeps what");
    await page().keyboard.press("End");
    await page().keyboard.type(" ");
    await pasteText(page(), url);
    await waitForLine(page(), "see [[cicero-pull-66]]");
    await waitForLine(page(), definition);
    await page().locator(".post-edit-widget").waitFor();
    await picture(page(), "paste");
  });

  it("leaves the plain URL one key away", async () => {
    await page().keyboard.press("Control+.");
    const menu = page().locator(".action-widget:visible");
    await menu.getByText("Insert Plain Text").click();
    await waitForLine(page(), `see ${url}`);
    await waitForNoLine(page(), definition);
  });

  it("converts a bare URL to a reference", async () => {
    await page().keyboard.press("Escape");
    await clickText(page(), "cicero/pull/66");
    await choose("Convert to reference [cicero-pull-66]");
    await waitForLine(page(), "see [[cicero-pull-66]]");
    await waitForLine(page(), definition);
  });

  it("makes a link with the title that GitHub knows", async () => {
    await clickText(page(), "cicero-pull-66");
    await choose("Convert to link");
    await waitForLine(page(), `](${url})`);
    await waitForNoLine(page(), definition);
  });

  it("pastes a URL on the words that lead there", async () => {
    await clickText(page(), "Fixed the webhook");
    await page().keyboard.press("Home");
    await page().keyboard.press("ArrowRight");
    await page().keyboard.press("ArrowRight");
    for (let letter = 0; letter < "Fixed the webhook".length; letter++)
      await page().keyboard.press("Shift+ArrowRight");
    await pasteText(page(), url);
    await waitForLine(page(), "[Fixed the webhook][cicero-pull-66] of");
    await waitForLine(page(), definition);
  });

  it("pastes several URLs as bullets", async () => {
    await clickText(page(), "Fixed the webhook");
    await page().keyboard.press("End");
    await page().keyboard.press("Enter");
    await pasteText(page(), `${github}/tullia\n${github}/cicero/pull/67\n`);
    await waitForLine(page(), "- [[tullia]]");
    await waitForLine(page(), "- [[cicero-pull-67]]");
  });

  it("drops a URL as a reference, and leaves the plain one in the menu", async () => {
    await dropUrl(page(), `${github}/cicero/pull/68`, "Nearly all");
    await waitForLine(page(), "[[cicero-pull-68]]");
    await waitForLine(page(), `[cicero-pull-68]: ${github}/cicero/pull/68`);
    await page().locator(".post-edit-widget").waitFor();
    await page().keyboard.press("Control+.");
    const menu = page().locator(".action-widget:visible");
    await menu.getByText("Insert reference [cicero-pull-68]").waitFor();
    await menu.getByText("Insert Uri").click();
    await waitForLine(page(), `${github}/cicero/pull/68`);
    await waitForNoLine(page(), "cicero-pull-68");
    await page().keyboard.press("Escape");
  });

  it("shows why a label is written so, and the posts that write so", async () => {
    await clickText(page(), "cicero-pull-67");
    await runCommand(page(), "Weeknotes: Why This Label?");
    const list = page().locator(".quick-input-widget:visible");
    await list.getByText("Why [cicero-pull-67]?").waitFor();
    await list.getByText("Posts that write so").waitFor();
    await page().keyboard.press("Escape");
  });

  async function choose(title: string): Promise<void> {
    await insist(async () => {
      const menu = await openQuickFixes(page());
      await menu.getByText(title).first().click({ timeout: 5_000 });
    });
  }
});
