import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Editor, openEditor } from "./editor.js";
import {
  clickText,
  hoverText,
  insist,
  leaveText,
  openQuickFixes,
  pick,
  runCommand,
  squiggles,
  suggestion,
  waitForLine,
  waitForNoLine,
  writeAtEnd,
} from "./page.js";
import { failurePicture, picture } from "./pictures.js";

const github = "https://github.com/input-output-hk";

/** By mouse and keyboard alone, in the order in which one writes a report. */
describe("writing a report", () => {
  let editor: Editor | undefined;

  beforeAll(async () => {
    editor = await openEditor("blog/2022-08-26-sre.md");
    await waitForLine(page(), "High level summary");
    await page().keyboard.press("Control+b");
    await page().locator(".part.sidebar:visible").waitFor({ state: "hidden" });
    await leaveText(page());
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await failurePicture(page(), task.name);
  });
  afterAll(() => editor?.close());

  it("shows a squiggle under a label without definition", async () => {
    await squiggles(page()).first().waitFor();
    expect(await squiggles(page()).count()).toBeGreaterThan(0);
    await page().locator(".monaco-editor .detected-link").first().waitFor();
    await picture(page(), "squiggle");
  });

  it("adds the definition with Ctrl+. and Enter", async () => {
    await clickText(page(), "cardano-node-pull-4489");
    const menu = await openQuickFixes(page());
    await menu.getByText("Add definition").first().waitFor();
    expect(await menu.getByText("Add definition").count()).toBe(1);
    await picture(page(), "quick-fix");
    await page().keyboard.press("Enter");
    await waitForLine(
      page(),
      `[cardano-node-pull-4489]: ${github}/cardano-node/pull/4489`,
    );
    await squiggles(page()).waitFor({ state: "detached" });
  });

  it("shows the pull request when the mouse rests on its label", async () => {
    const card = await hoverText(
      page(),
      "cardano-node-pull-4489",
      "Add Tullia and Cicero, including OS-agnostic jobs",
    );
    expect(await card.textContent()).toContain("Open");
    await picture(page(), "card");
    await leaveText(page());
  });

  it("completes a label and writes its definition", async () => {
    await clickText(page(), "Keeps what");
    await page().keyboard.press("End");
    await page().keyboard.type(" [[cicero-pull-6", { delay: 30 });
    // What GitHub finds comes with the next letter after its answer.
    await insist(async () => {
      await page().keyboard.press("Backspace");
      await page().keyboard.type("6");
      await suggestion(page(), "cicero-pull-67").waitFor({ timeout: 5_000 });
    });
    await picture(page(), "completion");
    await suggestion(page(), "cicero-pull-66").click();
    await waitForLine(page(), "[[cicero-pull-66]]");
    await waitForLine(page(), `[cicero-pull-66]: ${github}/cicero/pull/66`);
  });

  it("renames a label and its definition with F2", async () => {
    await clickText(page(), "cicero-pull-66");
    await insist(async () => {
      await page().keyboard.press("F2");
      await page()
        .locator(".rename-box input")
        .fill("cicero-fix", { timeout: 5_000 });
    });
    await page().keyboard.press("Enter");
    await waitForLine(page(), "see [[cicero-fix]]");
    await waitForLine(page(), `[cicero-fix]: ${github}/cicero/pull/66`);
  });

  it("shows where all posts name a target with Shift+F12", async () => {
    await clickText(page(), "haskell.nix");
    const peek = page().locator(".peekview-widget");
    await insist(async () => {
      await page().keyboard.press("Shift+F12");
      await peek.waitFor({ timeout: 5_000 });
    });
    await peek.getByText("2022-08-12-sre.md").first().waitFor();
    await page().keyboard.press("Escape");
    await peek.waitFor({ state: "detached" });
  });

  it.each([
    {
      mistake: "Again in [[haskel.nix]].",
      place: "haskel.nix",
      fix: "Change to [haskell.nix]",
      mended: "Again in [[haskell.nix]].",
    },
    {
      mistake: "Read [the plan] (https://example.org/plan).",
      place: "the plan",
      fix: "Remove the space",
      mended: "Read [the plan](https://example.org/plan).",
    },
    {
      mistake: "[nobody]: https://example.org/nobody",
      place: "example.org/nobody",
      fix: "Remove",
      mended: undefined,
    },
    {
      mistake: "[plutus-pull-4918]: https://example.org/other",
      place: "example.org/other",
      fix: "Remove",
      mended: undefined,
    },
  ])("mends $mistake", async ({ mistake, place, fix, mended }) => {
    await writeAtEnd(page(), mistake);
    await clickText(page(), place);
    await insist(async () => {
      const menu = await openQuickFixes(page());
      await menu.getByText(fix).first().click({ timeout: 5_000 });
    });
    if (mended) await waitForLine(page(), mended);
    await waitForNoLine(page(), mistake);
  });

  it("signs in to GitHub by command, once the user allows it", async () => {
    await runCommand(page(), "Weeknotes: Sign in to GitHub");
    await pick(page(), "Public and private repositories");
    await page()
      .locator(".monaco-dialog-box .monaco-button")
      .filter({ hasText: "Allow" })
      .click();
    await page()
      .locator(".statusbar-item")
      .filter({ hasText: "manveru" })
      .waitFor();
  });

  function page(): Editor["page"] {
    if (!editor) throw new Error("VS Code is not open");
    return editor.page;
  }
});
