import assert from "node:assert/strict";
import { commands, DiagnosticSeverity, DiagnosticTag } from "vscode";
import { actionOf, apply, expectFindings, findingOf, findings } from "./ask.js";
import { useGitHub } from "./github.js";
import { expectText, openPost } from "./post.js";

const pullUrl = "https://github.com/input-output-hk/cardano-node/pull/4489";
const pull = `[cardano-node-pull-4489]: ${pullUrl}\n`;
const ledger =
  "[cardano-ledger-pull-3097]: https://github.com/input-output-hk/cardano-ledger/pull/3097\n";

export function describeDiagnostics(): void {
  describe("findings and quick fixes", () => {
    useGitHub();

    it("marks a label without definition", async () => {
      const post = await openPost("Opened [[cardano-node-pull-4489]].\n");
      const finding = await findingOf(post, "undefined-reference");
      assert.equal(
        post.document.getText(finding.range),
        "[cardano-node-pull-4489]",
      );
      assert.equal(finding.severity, DiagnosticSeverity.Warning);
      assert.match(finding.message, /is not defined/);
    });

    it("adds all missing definitions by command, as one step to undo", async () => {
      const text =
        "Opened [[cardano-node-pull-4489]] and [[cardano-ledger-pull-3097]].\n";
      const post = await openPost(text);
      await expectFindings(post, "undefined-reference", 2);
      await commands.executeCommand("weeknotes.addMissingDefinitions");
      await expectText(post, `${text}\n${ledger}${pull}`);
      await commands.executeCommand("undo");
      await expectText(post, text);
    });

    it("greys out a definition that nothing uses, and removes it", async () => {
      const post = await openPost(
        `Opened [[cardano-node-pull-4489]].\n\n${ledger}${pull}`,
      );
      const { range, severity, tags } = await findingOf(
        post,
        "unused-definition",
      );
      assert.equal(severity, DiagnosticSeverity.Hint);
      assert.deepEqual(tags, [DiagnosticTag.Unnecessary]);
      await apply(await actionOf(post, range, /^Remove the definition of /));
      await expectText(post, `Opened [[cardano-node-pull-4489]].\n\n${pull}`);
    });

    it("shows the first of two definitions, and removes the second", async () => {
      const text = `Opened [[cardano-node-pull-4489]].\n\n${pull}`;
      const post = await openPost(
        `${text}[Cardano-Node-Pull-4489]: https://example.org\n`,
      );
      const finding = await findingOf(post, "duplicate-definition");
      assert.equal(finding.severity, DiagnosticSeverity.Warning);
      assert.equal(finding.relatedInformation?.length, 1);
      await apply(
        await actionOf(post, finding.range, /^Remove this definition/),
      );
      await expectText(post, text);
    });

    it("sorts the definitions by command", async () => {
      const text =
        "See [[cardano-node-pull-4489]] and [[cardano-ledger-pull-3097]].\n";
      const post = await openPost(`${text}\n${pull}${ledger}`);
      await commands.executeCommand("weeknotes.sortDefinitions");
      await expectText(post, `${text}\n${ledger}${pull}`);
    });

    it("finds nothing in a report that is fine, and nothing in code", async () => {
      const post = await openPost(
        `\`[[x]]\` is [[cardano-node-pull-4489]] and [[undefined-here]].\n\n${pull}`,
      );
      await expectFindings(post, "undefined-reference", 1);
      assert.equal(findings(post).length, 1);
    });
  });
}
