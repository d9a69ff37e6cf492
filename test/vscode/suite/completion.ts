import assert from "node:assert/strict";
import { type CompletionItem, commands } from "vscode";
import { completionOf, completionsOf, expectFindings, labelOf } from "./ask.js";
import { useGitHub } from "./github.js";
import { expectText, type OpenPost, openPost } from "./post.js";
import { eventually } from "./wait.js";

const pull =
  "[cardano-node-pull-4489]: https://github.com/input-output-hk/cardano-node/pull/4489\n";

export function describeCompletion(): void {
  describe("completion", () => {
    useGitHub();

    it("offers a label of this post that nothing uses yet", async () => {
      const post = await openPost(`Opened [[$0\n\n${pull}`);
      const item = await completionOf(post, "cardano-node-pull-4489");
      assert.equal(item.additionalTextEdits?.length ?? 0, 0);
    });

    it("offers each label once, beside VS Code's own completions", async () => {
      const post = await openPost(`Opened [[$0\n\n${pull}`);
      await completionOf(post, "cardano-node-pull-4489");
      const all = await completionsOf(post);
      const labels = all.filter((item) => isShown(post, item)).map(labelOf);
      assert.deepEqual(labels, [...new Set(labels)]);
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
      const post = await openPost("Reviewed [[cardano-node-pull-448$0\n");
      const item = await completionOf(post, "cardano-node-pull-4482");
      assert.match(JSON.stringify([item.label, item.detail]), /open|merged/i);
    });

    it("writes label and definition when it is accepted", async () => {
      const post = await openPost("Opened [[bitte-cells-pull-$0\n");
      await completionOf(post, "bitte-cells-pull-40");
      await commands.executeCommand("editor.action.triggerSuggest");
      // The list opens in its own time: accepting does nothing before.
      await eventually("the definition", async () => {
        await commands.executeCommand("acceptSelectedSuggestion");
        return post.document.getText() !== "Opened [[bitte-cells-pull-\n";
      });
      await expectText(
        post,
        "Opened [[bitte-cells-pull-40]]\n\n[bitte-cells-pull-40]: https://github.com/input-output-hk/bitte-cells/pull/40\n",
      );
      await expectFindings(post, "undefined-reference", 0);
    });
  });
}

/** VS Code leaves out what does not fit the text that it would replace: its own Markdown labels after `[[`. */
function isShown({ document }: OpenPost, item: CompletionItem): boolean {
  const range = item.range ?? item.textEdit?.range;
  if (!range) return true;
  const typed = document.getText(
    "inserting" in range ? range.inserting : range,
  );
  return (item.filterText ?? labelOf(item)).startsWith(typed);
}
