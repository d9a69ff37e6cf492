import type { Example } from "./rule.js";

export const brokenInlineLinkExamples: readonly Example[] = [
  {
    title: "A space between the two halves",
    markdown:
      "- ⟦[CHaP Migration] (https://github.com/input-output-hk/cardano-node/pull/4540)⟧\n",
    messages: [
      "The space between [CHaP Migration] and its URL keeps this from being a link.",
    ],
    fixed:
      "- [CHaP Migration](https://github.com/input-output-hk/cardano-node/pull/4540)\n",
  },
  {
    title: "Brackets and parentheses swapped",
    markdown:
      "Fixed the leak ⟦(#1101)[https://github.com/input-output-hk/mithril/pull/1101]⟧.\n",
    messages: [
      "In a link the text stands in brackets and the URL in parentheses.",
    ],
    fixed:
      "Fixed the leak [#1101](https://github.com/input-output-hk/mithril/pull/1101).\n",
  },
  {
    title: "Brackets twice",
    markdown: "See ⟦[the report][https://example.org/report]⟧.\n",
    messages: [
      "In a link the text stands in brackets and the URL in parentheses.",
    ],
    fixed: "See [the report](https://example.org/report).\n",
  },
  {
    title: "An image, an address in angle brackets, and brackets in the text",
    markdown:
      "⟦![graph] (https://example.org/g.png)⟧\n\n⟦[report [2]] (<https://example.org/r>)⟧\n",
    messages: [
      "The space between [graph] and its URL keeps this from being a link.",
      "The space between [report [2]] and its URL keeps this from being a link.",
    ],
    fixed:
      "![graph](https://example.org/g.png)\n\n[report [2]](<https://example.org/r>)\n",
  },
  {
    title: "Undefined, so the URL behind it is meant: one finding, not two",
    markdown: "⟦[[cicero]] (https://github.com/input-output-hk/cicero)⟧\n",
    messages: [
      "The space between [[cicero]] and its URL keeps this from being a link.",
    ],
    fixed: "[[cicero]](https://github.com/input-output-hk/cicero)\n",
  },
  {
    title: "A reference that works, with its address for print",
    markdown:
      "[[cicero]] (https://github.com/input-output-hk/cicero), [cicero] (https://example.org) and [CI][cicero] (https://example.org).\n\n[cicero]: https://github.com/input-output-hk/cicero\n",
  },
  {
    title: "A remark in parentheses",
    markdown:
      "Done [sic] (see https://example.org), [later] (https://example.org or so), [done] (yes), [see][cicero] (https://example.org).\n",
  },
  {
    title: "Footnotes, numbers, task boxes and alerts",
    markdown:
      "As in [1] (https://example.org/1) and[^2] (https://example.org/2).\n\n- [ ] (https://example.org/3)\n- [x] (https://example.org/4)\n\n> [!NOTE] (https://example.org/5)\n\n[^2]: Two.\n",
  },
  {
    title: "Code and escaped brackets",
    markdown:
      "`[a] (https://example.org)` and \\[b\\] (https://example.org)\n\n    [c] (https://example.org)\n\n`(d)[https://example.org]`\n",
  },
  {
    title: "Real links and calls",
    markdown:
      "[a](https://example.org) (https://example.org) and f(x)[https://example.org].\n",
  },
  {
    title: "A place in the post or on its site, in brackets",
    markdown:
      "See ⟦[Genesis][#genesis-design]⟧ and ⟦[about us][../about.md]⟧, not [#12][#12].\n\n## Genesis design\n",
    messages: [
      "In a link the text stands in brackets and the URL in parentheses.",
      "In a link the text stands in brackets and the URL in parentheses.",
    ],
    fixed:
      "See [Genesis](#genesis-design) and [about us](../about.md), not [#12][#12].\n\n## Genesis design\n",
  },
  {
    title: "As Org mode writes it",
    markdown:
      "Built on aarch64 ⟦[[https://github.com/input-output-hk/hydra/issues/673][#673]]⟧.\n",
    messages: [
      "In a link the text stands in brackets and the URL in parentheses.",
    ],
    fixed:
      "Built on aarch64 [#673](https://github.com/input-output-hk/hydra/issues/673).\n",
  },
  {
    title: "A sign is missing, or another one",
    markdown:
      "- ⟦[the parser](https://example.org/1⟧\n- ⟦[the docs](https://example.org/2]⟧, ⟦[the tests(https://example.org/3)⟧\n- ⟦the site](https://example.org/4)⟧\n- ⟦[the build]https://example.org/5⟧, ⟦[the cache]<https://example.org/6>⟧, ⟦[the log]https://example.org/7)⟧\n- ⟦[one]{https://example.org/8}⟧ ⟦[二]（https://example.org/9）⟧\n",
    messages: [
      "The closing parenthesis of the link [the parser] is missing.",
      "The closing parenthesis of the link [the docs] is missing.",
      "The closing bracket of this link is missing.",
      "The opening bracket of this link is missing.",
      "In a link the text stands in brackets and the URL in parentheses.",
      "In a link the text stands in brackets and the URL in parentheses.",
      "In a link the text stands in brackets and the URL in parentheses.",
      "In a link the text stands in brackets and the URL in parentheses.",
      "In a link the text stands in brackets and the URL in parentheses.",
    ],
    fixed:
      "- [the parser](https://example.org/1)\n- [the docs](https://example.org/2), [the tests](https://example.org/3)\n- [the site](https://example.org/4)\n- [the build](https://example.org/5), [the cache](https://example.org/6), [the log](https://example.org/7)\n- [one](https://example.org/8) [二](https://example.org/9)\n",
  },
  {
    title: "In parentheses of its own",
    markdown: "Fixed (⟦[#694]https://example.org/694⟧).\n",
    messages: [
      "In a link the text stands in brackets and the URL in parentheses.",
    ],
    fixed: "Fixed ([#694](https://example.org/694)).\n",
  },
  {
    title: "Words after the URL",
    markdown:
      "⟦[a](https://example.org/a the report)⟧, ⟦[b](https://example.org/b “The report”)⟧ and ⟦[c](https://github.com/input-output-hk/hydra/wiki/Some Page)⟧\n",
    messages: [
      "What follows the URL of [a] keeps this from being a link.",
      "What follows the URL of [b] keeps this from being a link.",
      "What follows the URL of [c] keeps this from being a link.",
    ],
    fixed:
      '[a](https://example.org/a "the report"), [b](https://example.org/b "The report") and [c](https://github.com/input-output-hk/hydra/wiki/Some%20Page)\n',
  },
  {
    title: "A link in a link",
    markdown:
      "⟦[Fix [#12](https://example.org/12) for good](https://example.org/13)⟧\n",
    messages: [
      "A link cannot hold another link: the one around it shows as text.",
    ],
    fixed: "[Fix #12 for good](https://example.org/13)\n",
  },
  {
    title: "No URL, and no text",
    markdown:
      "⟦[cardano-node-pull-12]()⟧, ⟦[the talk]()⟧, ⟦[](https://example.org)⟧\n",
    repositories: ["input-output-hk/cardano-node"],
    messages: [
      "The link [cardano-node-pull-12] has no URL.",
      "The link [the talk] has no URL.",
      "This link has no text, so readers do not see it.",
    ],
    fixed:
      "[cardano-node-pull-12](https://github.com/input-output-hk/cardano-node/pull/12), the talk, <https://example.org>\n",
  },
  {
    title: "Brackets and parentheses in the text of a link and around it",
    markdown:
      "([a](https://example.org/a)), [b (c)](https://example.org/b), [[d] e](https://example.org/d) [f\ng](https://example.org/f), [see h (https://example.org/h)], x[i](https://example.org), [1]https://example.org and [^1]https://example.org, [url]https://example.org[/url]\n\n[i]: https://example.org/i\n[^1]: Note.\n",
  },
  {
    title: "Functions",
    markdown: "`[](x)`, [](int x), object[name]() and []()\n",
  },
];
