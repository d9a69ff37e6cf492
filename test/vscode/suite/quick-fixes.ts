import assert from "node:assert/strict";
import { commands } from "vscode";
import { actionOf, apply, expectFindings, findingOf } from "./ask.js";
import { useGitHub } from "./github.js";
import { typing } from "./input-box.js";
import { expectText, openPost } from "./post.js";

const pull =
  "[cardano-node-pull-4489]: https://github.com/input-output-hk/cardano-node/pull/4489\n";
const ledger =
  "[cardano-ledger-pull-3097]: https://github.com/input-output-hk/cardano-ledger/pull/3097\n";
const opened = "Opened [[cardano-node-pull-4489]].\n";
const both =
  "Opened [[cardano-node-pull-4489]] and [[cardano-ledger-pull-3097]].\n";
const minutes = "https://example.org/minutes";

interface QuickFix {
  /** What a user sees happen. */
  readonly what: string;
  readonly rule: string;
  readonly text: string;
  readonly title: RegExp;
  readonly fixed: string;
  /** Whether Ctrl+. and Enter take it. */
  readonly preferred?: boolean;
  /** What is typed where the fix asks for a URL. */
  readonly typed?: string;
}

const quickFixes: readonly QuickFix[] = [
  {
    what: "adds the definition",
    rule: "undefined-reference",
    text: opened,
    title: /^Add definition: .*4489/,
    fixed: `${opened}\n${pull}`,
    preferred: true,
  },
  {
    what: "adds a definition whose URL the author types",
    rule: "undefined-reference",
    text: "Read [[the minutes]].\n",
    title: /enter the URL/,
    typed: ` ${minutes} `,
    fixed: `Read [[the minutes]].\n\n[the minutes]: ${minutes}\n`,
  },
  {
    what: "adds no definition when the author types no URL",
    rule: "undefined-reference",
    text: "Read [[the minutes]].\n",
    title: /enter the URL/,
    fixed: "Read [[the minutes]].\n",
  },
  {
    what: "adds all missing definitions",
    rule: "undefined-reference",
    text: both,
    title: /^Add all missing definitions \(2\)$/,
    fixed: `${both}\n${ledger}${pull}`,
  },
  {
    what: "changes a misspelt label to the one that is meant",
    rule: "undefined-reference",
    text: `Opened [[cardano-node-pul-4489]].\n\n${pull}`,
    title: /^Change to /,
    fixed: `${opened}\n${pull}`,
    preferred: true,
  },
  {
    what: "removes a definition that nothing uses",
    rule: "unused-definition",
    text: `${opened}\n${ledger}${pull}`,
    title: /^Remove the definition of /,
    fixed: `${opened}\n${pull}`,
  },
  {
    what: "removes all definitions that nothing uses",
    rule: "unused-definition",
    text: `Nothing to report.\n\n${ledger}${pull}`,
    title: /^Remove all unused definitions \(2\)$/,
    fixed: "Nothing to report.\n",
  },
  {
    what: "removes the second of two definitions",
    rule: "duplicate-definition",
    text: `${opened}\n${pull}[Cardano-Node-Pull-4489]: ${minutes}\n`,
    title: /^Remove this definition/,
    fixed: `${opened}\n${pull}`,
  },
  {
    what: "removes the first of two definitions",
    rule: "duplicate-definition",
    text: `${opened}\n[cardano-node-pull-4489]: ${minutes}\n${pull}`,
    title: /^Keep this one/,
    fixed: `${opened}\n${pull}`,
  },
  {
    what: "removes an empty definition that makes text of those below",
    rule: "broken-definition",
    text: `${opened}\n[abcirdc]:\n${pull}`,
    title: /^Remove the empty/,
    fixed: `${opened}\n${pull}`,
  },
  {
    what: "completes an empty definition",
    rule: "broken-definition",
    text: "Opened [[cardano-node-pull-4489]].\n\n[cardano-node-pull-4489]:\n",
    title: /^Complete the definition: .*4489/,
    fixed: `${opened}\n${pull}`,
    preferred: true,
  },
  {
    what: "completes an empty definition with a URL that the author types",
    rule: "broken-definition",
    text: "Read [[the minutes]].\n\n[the minutes]:\n",
    title: /^Complete the definition: enter the URL/,
    typed: minutes,
    fixed: `Read [[the minutes]].\n\n[the minutes]: ${minutes}\n`,
  },
  {
    what: "removes a space that makes text of a definition",
    rule: "broken-definition",
    text: `Read [a].\n\n[a] : ${minutes}\n`,
    title: /^Remove the space before the colon/,
    fixed: `Read [a].\n\n[a]: ${minutes}\n`,
    preferred: true,
  },
  {
    what: "parts a definition from the paragraph above",
    rule: "broken-definition",
    text: `Read [a].\n[a]: ${minutes}\n`,
    title: /^Add a blank line above/,
    fixed: `Read [a].\n\n[a]: ${minutes}\n`,
    preferred: true,
  },
  {
    what: "makes a title of words behind the URL",
    rule: "broken-definition",
    text: `Read [a].\n\n[a]: ${minutes} of Friday\n`,
    title: /^Make "of Friday" the link's title/,
    fixed: `Read [a].\n\n[a]: ${minutes} "of Friday"\n`,
  },
  {
    what: "shows a line that would vanish",
    rule: "broken-definition",
    text: "[Alice]: done!\n",
    title: /^Show this line on the page/,
    fixed: "\\[Alice]: done!\n",
  },
  {
    what: "makes a link of two halves with a space between",
    rule: "broken-inline-link",
    text: `Talked about [Plutus] (${minutes}).\n`,
    title: /^Remove the space/,
    fixed: `Talked about [Plutus](${minutes}).\n`,
    preferred: true,
  },
  {
    what: "makes a link of swapped brackets and parentheses",
    rule: "broken-inline-link",
    text: `Talked about (Plutus)[${minutes}].\n`,
    title: /^Make it a link/,
    fixed: `Talked about [Plutus](${minutes}).\n`,
    preferred: true,
  },
  {
    what: "lets a line be as it is",
    rule: "undefined-reference",
    text: "Read [[the minutes]].\n",
    title: /^Disable undefined-reference for this line/,
    fixed:
      "Read [[the minutes]]. <!-- weeknotes-disable-line undefined-reference -->\n",
  },
  {
    what: "lets a definition be as it is",
    rule: "unused-definition",
    text: `Nothing to report.\n\n${pull}`,
    title: /^Disable unused-definition for this line/,
    fixed: `Nothing to report.\n\n<!-- weeknotes-disable-next-line unused-definition -->\n${pull}`,
  },
];

export function describeQuickFixes(): void {
  describe("quick fixes", () => {
    useGitHub();

    for (const { what, rule, text, title, fixed, ...fix } of quickFixes) {
      it(what, async () => {
        const post = await openPost(text);
        const { range } = await findingOf(post, rule);
        const action = await actionOf(post, range, title);
        if (fix.preferred !== undefined)
          assert.equal(action.isPreferred, fix.preferred);
        await typing(fix.typed, () => apply(action));
        await expectText(post, fixed);
        if (fixed !== text) await expectFindings(post, rule, 0);
      });
    }

    it("mends on demand all that leaves nothing to choose, as one step to undo", async () => {
      const text = `Talked about [Plutus] (${minutes}), opened [[tullia-pull-9]], read [[the minutes]].\n`;
      const post = await openPost(text);
      // Until then the other post may not be read yet.
      const range = post.rangeOf("tullia-pull-9");
      await actionOf(post, range, /^Add definition: .*tullia/);
      await commands.executeCommand("editor.action.fixAll");
      await expectText(
        post,
        `Talked about [Plutus](${minutes}), opened [[tullia-pull-9]], read [[the minutes]].\n\n[tullia-pull-9]: https://github.com/input-output-hk/tullia/pull/9\n`,
      );
      await commands.executeCommand("undo");
      await expectText(post, text);
    });
  });
}
