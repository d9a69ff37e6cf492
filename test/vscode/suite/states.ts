import assert from "node:assert/strict";
import {
  commands,
  type InlayHint,
  Range,
  type SemanticTokens,
  type SemanticTokensLegend,
} from "vscode";
import { completionsOf } from "./ask.js";
import { useGitHub } from "./github.js";
import { picking } from "./input-box.js";
import { expectText, type OpenPost, openPost } from "./post.js";
import { eventually } from "./wait.js";

const github = "https://github.com/input-output-hk";
const sentence =
  "Opened [[cardano-node-pull-4489]], merged [[cardano-ogmios-pull-5]], closed [[cardano-ogmios-pull-3]], lost [[cardano-node-pull-999999]].\n";
const definitions = `[cardano-node-pull-4489]: ${github}/cardano-node/pull/4489
[cardano-node-pull-999999]: ${github}/cardano-node/pull/999999
[cardano-ogmios-pull-3]: ${github}/cardano-ogmios/pull/3
[cardano-ogmios-pull-5]: ${github}/cardano-ogmios/pull/5
`;

export function describeStates(): void {
  describe("states in the text", () => {
    const gitHub = useGitHub();

    it("stand beside the references, with a sign each", async () => {
      const post = await openPost(`${sentence}\n${definitions}`);
      await expectBadges(post, {
        "[[cardano-node-pull-4489]]": /^\S+ open$/,
        "[[cardano-ogmios-pull-5]]": /^\S+ merged$/,
        "[[cardano-ogmios-pull-3]]": /^\S+ closed$/,
        "[[cardano-node-pull-999999]]": /^\? not found$/,
      });
      const signs = (await badgesOf(post)).map(({ text }) => text.charAt(0));
      assert.equal(new Set(signs).size, signs.length);
    });

    it("colour the labels and their definitions", async () => {
      const post = await openPost(`${sentence}\n${definitions}`);
      await eventually("the tokens", async () => {
        const tokens = await tokensOf(post);
        return ["open", "merged", "closed", "missing"].every(
          (state) => tokens.filter((it) => it.modifiers === state).length === 2,
        );
      });
      assert.deepEqual(
        (await tokensOf(post)).filter(({ line }) => line === 0),
        [
          token("cardano-node-pull-4489", "open"),
          token("cardano-ogmios-pull-5", "merged"),
          token("cardano-ogmios-pull-3", "closed"),
          token("cardano-node-pull-999999", "missing"),
        ],
      );
    });

    it("become others when GitHub says so", async () => {
      const post = await openPost(`${sentence}\n${definitions}`);
      const label = "[[cardano-node-pull-4489]]";
      await expectBadges(post, { [label]: /open$/ });
      const pull = gitHub()
        .database.repositories.get("input-output-hk/cardano-node")
        ?.items.get(4489);
      assert.ok(pull?.kind === "pull");
      const before = pull.state;
      pull.state = "closed";
      try {
        await commands.executeCommand("weeknotes.refreshStatuses");
        await expectBadges(post, { [label]: /closed$/ });
        await eventually("the colour", async () =>
          (await tokensOf(post)).some(
            ({ text, modifiers }) =>
              label.includes(text) && modifiers === "closed",
          ),
        );
      } finally {
        pull.state = before;
      }
    });
  });

  describe("the menu of the status bar", () => {
    it("offers all commands, and runs the one that is picked", async () => {
      const [first = "", ...others] = definitions.split(/(?<=\n)/);
      const unsorted = `${sentence}\n${others.join("")}${first}`;
      const post = await openPost(unsorted);
      // The server has read the post when it can complete.
      await completionsOf(post);
      const offered = await picking("Sort Definitions", async () => {
        await commands.executeCommand("weeknotes.showCommands");
      });
      await expectText(post, `${sentence}\n${definitions}`);
      for (const title of [
        "Sign in to GitHub",
        "Refresh Statuses of This Post",
        "Refresh All Statuses",
        "Clear GitHub Cache",
        "Add All Missing Definitions",
        "Remove Unused Definitions",
        "Open Reference on GitHub",
        "Copy Reference as Markdown",
      ])
        assert.ok(
          offered.some((label) => label.endsWith(title)),
          title,
        );
    });
  });
}

interface Badge {
  /** The text of the reference that it stands behind. */
  readonly behind: string;
  readonly text: string;
}

/** Waits until the badge behind each of these references reads so. */
async function expectBadges(
  post: OpenPost,
  expected: Readonly<Record<string, RegExp>>,
): Promise<void> {
  let last: Badge[] = [];
  await eventually("the badges", async () => {
    last = await badgesOf(post);
    return Object.entries(expected).every(([reference, text]) =>
      last.some((it) => it.behind.endsWith(reference) && text.test(it.text)),
    );
  }).catch(() =>
    assert.fail(`${JSON.stringify(last)} are not ${Object.values(expected)}`),
  );
}

async function badgesOf({ document }: OpenPost): Promise<Badge[]> {
  const hints = await commands.executeCommand<InlayHint[]>(
    "vscode.executeInlayHintProvider",
    document.uri,
    new Range(0, 0, document.lineCount, 0),
  );
  return hints.map(({ position, label }) => ({
    behind: document.getText(
      new Range(position.with({ character: 0 }), position),
    ),
    text:
      typeof label === "string" ? label : label.map((it) => it.value).join(""),
  }));
}

interface Token {
  readonly line: number;
  readonly text: string;
  readonly type: string | undefined;
  readonly modifiers: string;
}

const token = (text: string, modifiers: string): Token => ({
  line: 0,
  text,
  type: "weeknotesReference",
  modifiers,
});

/** The semantic tokens of a post, read by the legend that comes with them. */
async function tokensOf({ document }: OpenPost): Promise<Token[]> {
  const legend = await commands.executeCommand<SemanticTokensLegend>(
    "vscode.provideDocumentSemanticTokensLegend",
    document.uri,
  );
  const tokens = await commands.executeCommand<SemanticTokens | undefined>(
    "vscode.provideDocumentSemanticTokens",
    document.uri,
  );
  const data = tokens?.data ?? new Uint32Array();
  let line = 0;
  let start = 0;
  return Array.from({ length: data.length / 5 }, (_, index) => {
    const [deltaLine = 0, deltaStart = 0, length = 0, type = 0, bits = 0] =
      data.subarray(index * 5);
    line += deltaLine;
    start = deltaLine === 0 ? start + deltaStart : deltaStart;
    return {
      line,
      text: document.getText(new Range(line, start, line, start + length)),
      type: legend.tokenTypes[type],
      modifiers: legend.tokenModifiers
        .filter((_, bit) => bits & (1 << bit))
        .join(),
    };
  });
}
