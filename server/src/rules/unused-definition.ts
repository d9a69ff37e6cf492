import type { Definition, Document } from "../markdown/document.js";
import { removeDefinitions } from "../markdown/edits/remove-definitions.js";
import type { Post } from "../workspace/post.js";
import { isComment } from "./comment-definition.js";
import { definitionAttempts } from "./definition-attempts.js";
import { quoted } from "./display.js";
import { pairedDefinitions } from "./missing-labels.js";
import type { Finding, Fix, Rule } from "./rule.js";
import { referencesComeFromTemplate } from "./template.js";
import { unusedKeys } from "./used-keys.js";

export const unusedDefinition: Rule = {
  id: "unused-definition",
  summary: "A definition whose label nothing in the post uses",
  severity: "hint",
  documentation: `
A definition shows nothing by itself. One that no reference uses is left over from a text that was cut. If its use is
misspelt, or its own label is, the use alone is reported: [undefined-reference](undefined-reference.md) says which
definition was meant.

Labels are compared the Markdown way: \`[Plutus]\` uses \`[plutus]: …\`. Only Markdown's own references count: a label in
code, in an HTML block or in a JSX attribute makes no link, so it is no use.

Left alone are definitions written as comments (\`[//]: # (…)\`), a second definition of the same label (see
[duplicate-definition](duplicate-definition.md)), and posts whose references a template engine writes.

Nothing removes an unused definition unseen, not even fix-all: an author may write the definitions first. The quick fixes
and the command "Weeknotes: Remove Unused Definitions" do, but for a definition without which the text around it would be
read in another way: one between a list and an indented line, for example.
`.trim(),
  examples: [
    {
      title: "Nothing uses the second label",
      markdown:
        "Merged [[pull-9]].\n\n[pull-9]: https://github.com/input-output-hk/tullia/pull/9\n⟦[pull-10]: https://github.com/input-output-hk/tullia/pull/10⟧\n",
      messages: ["Nothing in this post uses [pull-10]."],
      fixed:
        "Merged [[pull-9]].\n\n[pull-9]: https://github.com/input-output-hk/tullia/pull/9\n",
    },
    {
      title: "A use in another case, and with other white space, is a use",
      markdown:
        "See [Haskell\nNIX] and ![logo][ẞ].\n\n[haskell  nix]: https://github.com/input-output-hk/haskell.nix\n[SS]: /logo.png\n",
    },
    {
      title: "A full reference uses its label, not its text",
      markdown:
        "See [tullia][t].\n\n⟦[tullia]: https://github.com/input-output-hk/tullia⟧\n[t]: https://github.com/input-output-hk/tullia\n",
      messages: ["Nothing in this post uses [tullia]."],
      fixed:
        "See [tullia][t].\n\n[t]: https://github.com/input-output-hk/tullia\n",
    },
    {
      title: "Code and HTML do not use a label",
      markdown:
        '`[cicero]` and\n\n<a title="[cicero]">x</a>\n\n⟦[cicero]: https://github.com/input-output-hk/cicero⟧\n',
      messages: ["Nothing in this post uses [cicero]."],
    },
    {
      title: "A label within what would be a link's text is used",
      markdown:
        "[[BUGFIX] Fix it](https://example.org)\n\n[bugfix]: https://example.org/bugfix\n",
    },
    {
      title:
        "A label in an image's description is used: its brackets do not show",
      markdown:
        "![The [logo]](/logo.png)\n\n[logo]: https://example.org/logo\n",
    },
    {
      title: "Defined twice and never used: the first one is said to be unused",
      markdown:
        "⟦[a]: https://example.org/1⟧\n[a]: https://example.org/2\n[b]: https://example.org/3\n\nSee [b].\n",
      messages: ["Nothing in this post uses [a]."],
      fixed: "[b]: https://example.org/3\n\nSee [b].\n",
    },
    {
      title:
        "A use that is misspelt, or a label that is: reported where it is used",
      markdown:
        "[[PR6192]] and [[tullia-485]]\n\n[PR#6192]: https://github.com/input-output-hk/tullia/pull/6192\n[tullia-484]: https://github.com/input-output-hk/tullia/pull/485\n",
    },
    {
      title: "A definition may be a comment",
      markdown:
        "[//]: # (Written by the release script)\n[comment]: <> (Keep this)\n",
    },
    {
      title: "Labels that a template writes are not known here",
      markdown:
        "{% for pr in merged %}\n- [[{{ pr.label }}]]\n{% endfor %}\n\n[tullia-pull-9]: https://github.com/input-output-hk/tullia/pull/9\n",
    },
    {
      title: "Windows line endings, and no line ending at the end",
      markdown:
        "See [a].\r\n\r\n[a]: https://example.org/a\r\n⟦[b]: https://example.org/b⟧",
      messages: ["Nothing in this post uses [b]."],
      fixed: "See [a].\r\n\r\n[a]: https://example.org/a",
    },
  ],
  *check(post) {
    const { document } = post;
    for (const definition of unusedDefinitions(post)) {
      if (document.defined.get(definition.key) !== definition) continue;
      yield {
        span: definition.span,
        message: `Nothing in this post uses ${quoted(definition.label)}.`,
        unnecessary: true,
        fixes: () => remove(document, definition),
      } satisfies Finding;
    }
  },
};

/** The definitions that no reference uses or means to use, those of a label defined twice included. */
export function unusedDefinitions(post: Post): Definition[] {
  const { document } = post;
  const keys = new Set(unusedKeys(document));
  if (keys.size === 0 || referencesComeFromTemplate(document)) return [];
  const { defined, chunks } = document;
  const unused =
    chunks.definitions.repeated > 0
      ? document.definitions.filter(({ key }) => keys.has(key))
      : [...keys].flatMap((key) => defined.get(key) ?? []);
  const paired = new Set([...pairedDefinitions(post)].map(({ key }) => key));
  const broken = new Set(
    definitionAttempts(document).map(({ span }) => span.start),
  );
  return unused.filter(
    (definition) =>
      !isComment(definition) &&
      !broken.has(definition.span.start) &&
      !paired.has(definition.key),
  );
}

function remove(document: Document, { label, key }: Definition): Fix[] {
  const edits = removeDefinitions(
    document,
    document.definitions.filter((definition) => definition.key === key),
  );
  if (edits.length === 0) return [];
  return [
    {
      kind: "edit",
      title: `Remove the definition of ${quoted(label)}`,
      edits,
      preferred: true,
      certain: false,
    },
  ];
}
