import assert from "node:assert/strict";
import { commands } from "vscode";
import { completionOf, expectFindings } from "./ask.js";
import { expectText, openPost } from "./post.js";
import { eventually } from "./wait.js";

const pull =
  "[cardano-node-pull-4489]: https://github.com/input-output-hk/cardano-node/pull/4489\n";

export function describeCompletion(): void {
  describe("completion", () => {
    it("offers a label of this post that nothing uses yet", async () => {
      const post = await openPost(`Opened [[$0\n\n${pull}`);
      const item = await completionOf(post, "cardano-node-pull-4489");
      assert.equal(item.additionalTextEdits?.length ?? 0, 0);
    });

    it("offers a label of another post, and adds its definition", async () => {
      const post = await openPost("Merged [[tullia-pull-$0\n");
      const item = await completionOf(post, "tullia-pull-9");
      const added = item.additionalTextEdits?.map(({ newText }) => newText);
      assert.match(
        added?.join("") ?? "",
        /\[tullia-pull-9\]: https:\/\/github\.com\/input-output-hk\/tullia\/pull\/9/,
      );
    });

    it("offers pull requests of GitHub, with state and title", async () => {
      const post = await openPost("Reviewed [[cardano-node-pull-$0\n");
      const item = await completionOf(post, "cardano-node-pull-4483");
      assert.ok(item.detail || item.documentation || item.label);
    });

    it("writes label and definition when it is accepted", async () => {
      const post = await openPost("Opened [[cardano-node-pull-448$0\n");
      await completionOf(post, "cardano-node-pull-4489");
      await acceptSuggestion("9");
      await expectText(post, `Opened [[cardano-node-pull-4489]]\n\n${pull}`);
      await expectFindings(post, "undefined-reference", 0);
      await commands.executeCommand("undo");
    });
  });

  /** Types the rest of a label, and takes the first suggestion once VS Code offers one. */
  async function acceptSuggestion(typed: string): Promise<void> {
    await commands.executeCommand("type", { text: typed });
    await commands.executeCommand("editor.action.triggerSuggest");
    await eventually("an accepted suggestion", async () => {
      await commands.executeCommand("acceptSelectedSuggestion");
      return true;
    });
  }
}
