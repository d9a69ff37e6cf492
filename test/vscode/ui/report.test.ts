import { describe, expect, it } from "vitest";
import type { Fault } from "../../github-standin/faults.js";
import type { Editor } from "./editor.js";
import {
  clickText,
  colourOf,
  hoverText,
  inputBox,
  insist,
  leaveText,
  offerQuickFix,
  pick,
  runCommand,
  squiggles,
  statusItem,
  suggestion,
  typeUntilSuggested,
  waitForLine,
  waitForNoLine,
  waitForNoSquiggles,
  writePost,
} from "./page.js";
import { picture } from "./pictures.js";
import { mistakes } from "./quick-fixes.js";
import { useWindow } from "./use-editor.js";

const github = "https://github.com/input-output-hk";
const frontMatter =
  "---\ntitle: SRE Team Update\nslug: 2022-08-26-sre\nauthors: manveru\ntags: [sre]\n---\n\n## High level summary\n\n";

/** By mouse and keyboard alone, in the order in which one writes a report. */
describe("writing a report", () => {
  const opened = useWindow("High level summary", "blog/2022-08-26-sre.md");

  it("shows a squiggle under a label without definition", async () => {
    await squiggles(page()).first().waitFor();
    expect(await squiggles(page()).count()).toBeGreaterThan(0);
    await page().locator(".monaco-editor .detected-link").first().waitFor();
    await picture(page(), "squiggle");
  });

  it("adds the definition with Ctrl+. and Enter", async () => {
    const menu = await offerQuickFix(
      page(),
      "cardano-node-pull-4489",
      "Add definition",
    );
    expect(await menu.getByText("Add definition").count()).toBe(1);
    await picture(page(), "quick-fix");
    await page().keyboard.press("Enter");
    await waitForLine(
      page(),
      `[cardano-node-pull-4489]: ${github}/cardano-node/pull/4489`,
    );
    await waitForNoSquiggles(page());
  });

  it("shows the states beside the references, and in the labels' colours", async () => {
    await waitForLine(page(), "[[cardano-node-pull-4489]]○ open");
    await waitForLine(page(), "[[cardano-ogmios-pull-5]]✓ merged");
    await insist(async () => {
      const open = await colourOf(page(), "cardano-node-pull-4489");
      const merged = await colourOf(page(), "cardano-ogmios-pull-5");
      const plain = await colourOf(page(), "Nearly all repositories");
      expect(new Set([open, merged, plain]).size).toBe(3);
    });
  });

  it("shows another state when it is asked for by the status bar's menu", async () => {
    const pull = standIn()
      .database.repositories.get("input-output-hk/cardano-node")
      ?.items.get(4489);
    if (pull?.kind !== "pull") throw new Error("no such pull request");
    for (const [state, badge] of [
      ["closed", "✗ closed"],
      ["open", "○ open"],
    ] as const) {
      pull.state = state;
      await statusItem(page(), "Anonymous").click();
      await pick(page(), "Refresh Statuses of This Post");
      await waitForLine(page(), `[[cardano-node-pull-4489]]${badge}`);
    }
  });

  it("shows the pull request when the mouse rests on its label", async () => {
    const card = await hoverText(
      page(),
      "cardano-node-pull-4489",
      "Add Tullia and Cicero, including OS-agnostic jobs",
    );
    const text = await card.textContent();
    expect(text).toContain("Open");
    expect(text).toMatch(
      /Also in 1 earlier report, 2022-08-12-sre: “Opened \[cardano-node-pull-4489\] to add Tullia and Cicero, including OS-agnostic jobs.”/,
    );
    await picture(page(), "card");
    await leaveText(page());
  });

  it("completes a label and writes its definition", async () => {
    const before = standIn().requests.length;
    await clickText(page(), "Keeps what");
    await page().keyboard.press("End");
    await typeUntilSuggested(page(), " [[cicero-pull-", "cicero-pull-66");
    // What GitHub finds comes with the next letter after its answer.
    await expect
      .poll(
        () =>
          standIn()
            .requests.slice(before)
            .map(({ path }) => path),
        {
          timeout: 60_000,
        },
      )
      .toContainEqual(expect.stringContaining("input-output-hk/cicero"));
    await typeUntilSuggested(page(), "6", "cicero-pull-67");
    await picture(page(), "completion");
    await suggestion(page(), "cicero-pull-66").click();
    await waitForLine(page(), "[[cicero-pull-66]]");
    await waitForLine(page(), `[cicero-pull-66]: ${github}/cicero/pull/66`);
  });

  it("renames a label and its definition with F2", async () => {
    await insist(async () => {
      await clickText(page(), "cicero-pull-66");
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

  it.each(mistakes)("$fix: $text", async ({ text, place, fix, ...after }) => {
    await write(text);
    const menu = await offerQuickFix(page(), place, fix);
    await menu.getByText(fix).first().click();
    if (after.shown !== undefined) await waitForLine(page(), after.shown);
    if (after.gone !== undefined) await waitForNoLine(page(), after.gone);
    await waitForNoSquiggles(page());
  });

  it("asks for the URL of what nobody knows, and refuses what is none", async () => {
    await write("Read [[the minutes]].");
    const menu = await offerQuickFix(page(), "the minutes", "enter the URL");
    await menu.getByText("enter the URL").click();
    await inputBox(page()).fill("example.org/minutes");
    await page()
      .locator(".quick-input-widget")
      .getByText("Type the whole URL, with https:// in front.")
      .waitFor();
    await inputBox(page()).fill("https://example.org/minutes");
    await page().keyboard.press("Enter");
    await waitForLine(page(), "[the minutes]: https://example.org/minutes");
    await waitForNoSquiggles(page());
  });

  it("says that there is no such pull request, or that it is private", async () => {
    await write("[a](https://github.com/octo-org/hello-world/pull/999999)");
    await hoverText(
      page(),
      "hello-world",
      "GitHub has no such pull request, or it is private.",
    );
    await waitForLine(page(), "? not found");
  });

  it("says that GitHub cannot be reached, and asks again", async () => {
    await write("Lists.");
    await misbehaving({ kind: "reset" }, async () => {
      await write("[a](https://github.com/octo-org/hello-world/pull/1)");
      await hoverText(page(), "hello-world", "GitHub could not be reached");
      await statusItem(page(), "GitHub offline").waitFor();
    });
    await hoverText(page(), "hello-world", "Say hello");
    await statusItem(page(), "Anonymous").waitFor();
  });

  it("says until when GitHub's rate limit is reached", async () => {
    const reset = Math.floor(Date.now() / 1000) + 3600;
    const fault: Fault = {
      kind: "status",
      status: 403,
      headers: {
        "x-ratelimit-resource": "core",
        "x-ratelimit-limit": 60,
        "x-ratelimit-remaining": 0,
        "x-ratelimit-reset": reset,
      },
      body: { message: "API rate limit exceeded" },
    };
    await misbehaving(fault, async () => {
      await write("[a](https://github.com/octo-org/hello-world/issues/2)");
      await hoverText(
        page(),
        "hello-world",
        /rate limit is reached: it answers again at \d\d:\d\d/,
      );
      await statusItem(page(), /GitHub limit until \d/).waitFor();
    });
  });

  it("signs in to GitHub by command, once the user allows it", async () => {
    await runCommand(page(), "Weeknotes: Sign in to GitHub");
    await pick(page(), "Public and private repositories");
    await page()
      .locator(".monaco-dialog-box .monaco-button")
      .filter({ hasText: "Allow" })
      .click();
    await statusItem(page(), "manveru").waitFor();
    await write("[a](https://github.com/octo-org/secret/pull/1)");
    await hoverText(page(), "secret", "Hide better");
  });

  it("says that GitHub does not take the sign-in any more", async () => {
    const body = { message: "Bad credentials" };
    await misbehaving({ kind: "status", status: 401, body }, async () => {
      await write("[a](https://github.com/octo-org/hello-world/pull/13)");
      await hoverText(page(), "hello-world", "GitHub refused the sign-in.");
      await statusItem(page(), "Sign in again").waitFor();
    });
  });

  function write(text: string): Promise<void> {
    return writePost(page(), `${frontMatter}${text}\n`);
  }

  /** GitHub fails in one way while something is done. */
  async function misbehaving(
    fault: Fault,
    act: () => Promise<void>,
  ): Promise<void> {
    const { faults } = standIn();
    faults.push({ fault });
    try {
      await act();
    } finally {
      faults.length = 0;
    }
  }

  function page(): Editor["page"] {
    return opened().page;
  }

  function standIn(): Editor["github"] {
    return opened().github;
  }
});
