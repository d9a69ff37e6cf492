import { Range } from "vscode";
import { actionOf, apply } from "./ask.js";
import { useGitHub } from "./github.js";
import { expectText, openPost } from "./post.js";

const github = "https://github.com/input-output-hk";
const url = `${github}/cicero/pull/66`;
const definition = `[cicero-pull-66]: ${url}\n`;
const title = "Fix errors on vm-bigdisk flake configs";

/** What a user makes of a post in which `$0` is the cursor. */
const refactorings = [
  {
    what: "an inline link a reference",
    text: `Merged [the fix$0](${url}).\n`,
    title: /^Convert to reference \[cicero-pull-66\]$/,
    made: `Merged [the fix][cicero-pull-66].\n\n${definition}`,
  },
  {
    what: "a bare URL a reference",
    text: `Merged $0${url}.\n`,
    title: /^Convert to reference \[cicero-pull-66\]$/,
    made: `Merged [[cicero-pull-66]].\n\n${definition}`,
  },
  {
    what: "a number a reference",
    text: "Merged input-output-hk/cicero#66$0.\n",
    title: /^Convert to reference \[input-output-hk\/cicero#66\]/,
    made: `Merged [input-output-hk/cicero#66][cicero-pull-66].\n\n${definition}`,
  },
  {
    what: "a reference an inline link",
    text: `Merged [the fix][cicero$0-pull-66].\n\n${definition}`,
    title: /^Convert to inline link$/,
    made: `Merged [the fix](${url}).\n`,
  },
  {
    what: "a reference a link with the title, which GitHub is asked for",
    text: `Merged [[cicero$0-pull-66]].\n\n${definition}`,
    title: /^Convert to link /,
    made: `Merged [${title}](${url}).\n`,
  },
  {
    what: "all links references",
    text: `$0Merged [a](${url}), [b](${url}).\n`,
    title: /^Convert all links to references \(2\)$/,
    made: `Merged [a][cicero-pull-66], [b][cicero-pull-66].\n\n${definition}`,
  },
  {
    what: "a label one of the team's style",
    text: `Merged [[PR 66]].$0\n\n[PR 66]: ${url}\n`,
    title: /to the team's style/,
    made: `Merged [[cicero-pull-66]].\n\n${definition}`,
  },
  {
    what: "many blank lines one",
    text: "# Week$0\nText\n\n\n- Item\n",
    title: /^One blank line between blocks$/,
    made: "# Week\n\nText\n\n- Item\n",
  },
];

export function describeRefactorings(): void {
  describe("refactorings", () => {
    useGitHub();

    for (const { what, text, title: wanted, made } of refactorings) {
      it(`makes ${what}`, async () => {
        const post = await openPost(text);
        const cursor = new Range(post.position, post.position);
        await apply(await actionOf(post, cursor, wanted));
        await expectText(post, made);
      });
    }
  });
}
