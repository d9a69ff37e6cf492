import { describe, expect, it } from "vitest";
import { hoverText, leaveText, pick, runCommand, waitForLine } from "./page.js";
import { picture } from "./pictures.js";
import { useEditor } from "./use-editor.js";

/** What GitHub knows of a sample post, without an account, with one, and without again. */
describe("what GitHub knows", () => {
  const page = useEditor(
    "High level summary",
    "blog/2022-09-09-sre.md",
    "examples",
  );

  it("stands behind each reference", async () => {
    await waitForLine(page(), "✓ merged");
    await waitForLine(page(), "✗ closed");
    await picture(page(), "states");
  });

  it("shows where a sentence says what is not so", async () => {
    const card = await hoverText(page(), "cardano-node-pull-4489", "is open");
    expect(await card.textContent()).toContain(
      "“Merged”, but pull request 4489 of cardano-node is open.",
    );
    await picture(page(), "github-rule");
    await leaveText(page());
  });

  it("is more after a sign-in, as the account that is chosen", async () => {
    await statusBar("Anonymous").waitFor();
    await runCommand(page(), "Weeknotes: Sign in to GitHub");
    await pick(page(), "Public and private repositories");
    await page().getByRole("button", { name: "Allow" }).click();
    await statusBar("manveru").waitFor();
    await waitForState("secret-pull-1", "○ open");
    const address = "https://github.com/octo-org/secret/pull/1";
    await hoverText(page(), address, "octo-org/secret is private");
    await leaveText(page());
  });

  it("is forgotten after a sign-out", async () => {
    await runCommand(page(), "Weeknotes: Sign out of GitHub");
    await statusBar("Anonymous").waitFor();
    await waitForState("secret-pull-1", "? not found");
    const card = await hoverText(page(), "secret-pull-1", "Sign in to GitHub");
    expect(await card.textContent()).not.toContain("Hide better");
    await leaveText(page());
  });

  /** The badge behind a reference. */
  async function waitForState(label: string, badge: string): Promise<void> {
    await page()
      .locator(".monaco-editor .view-line")
      .filter({ hasText: `[[${label}]]` })
      .filter({ hasText: badge })
      .waitFor();
  }

  function statusBar(text: string) {
    return page().locator(".statusbar-item").filter({ hasText: text });
  }
});
