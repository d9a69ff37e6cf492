import type { Example } from "./rule.js";

export const brokenDefinitionExamples: readonly Example[] = [
  {
    title: "An empty definition makes text of those under it",
    markdown:
      "See [[cicero]] and [[tullia]].\n\n⟦[abcirdc]:⟧\n[cicero]: https://github.com/input-output-hk/cicero\n[tullia]: https://github.com/input-output-hk/tullia\n",
    messages: [
      "[abcirdc]: has no URL, so it shows as text, and so do the 2 definitions right under it.",
    ],
    fixed:
      "See [[cicero]] and [[tullia]].\n\n[cicero]: https://github.com/input-output-hk/cicero\n[tullia]: https://github.com/input-output-hk/tullia\n",
  },
  {
    title: "An empty definition takes the line below as its URL",
    markdown:
      "See [[cicero]].\n\n⟦[abcirdc]:⟧\n[cicero]:https://github.com/input-output-hk/cicero\n",
    messages: [
      "[abcirdc]: has no URL, so it takes the next line as its URL, and [cicero] is not defined.",
    ],
    fixed:
      "See [[cicero]].\n\n[cicero]:https://github.com/input-output-hk/cicero\n",
  },
  {
    title: "An empty definition at the end of the block, known from elsewhere",
    markdown:
      "See [[a]] and [[cicero]].\n\n[a]: https://example.org\n⟦[cicero]:⟧\n",
    others: {
      "a.md":
        "[[cicero]]\n\n[cicero]: https://github.com/input-output-hk/cicero\n",
    },
    messages: [
      "[cicero]: has no URL, so it defines nothing and shows as text.",
    ],
    fixed:
      "See [[a]] and [[cicero]].\n\n[a]: https://example.org\n[cicero]: https://github.com/input-output-hk/cicero\n",
  },
  {
    title: "A space before the colon",
    markdown: "See [a].\n\n⟦[a] : https://example.org⟧\n",
    messages: [
      "The space before the colon makes text of the definition of [a].",
    ],
    fixed: "See [a].\n\n[a]: https://example.org\n",
  },
  {
    title: "Right under a paragraph or a list item",
    markdown:
      "See [a].\n⟦[a]: https://example.org/a⟧\n\n- See [b].\n⟦[b]: https://example.org/b⟧\n",
    messages: [
      "The definition of [a] needs a blank line above: it is read as part of the text there.",
      "The definition of [b] needs a blank line above: it is read as part of the text there.",
    ],
    fixed:
      "See [a].\n\n[a]: https://example.org/a\n\n- See [b].\n\n[b]: https://example.org/b\n",
  },
  {
    title: "Right under a list item, and not used yet",
    markdown:
      "- Began the release.\n⟦[cardano-node]: https://github.com/input-output-hk/cardano-node⟧\n",
    messages: [
      "The definition of [cardano-node] needs a blank line above: it is read as part of the text there.",
    ],
    fixed:
      "- Began the release.\n\n[cardano-node]: https://github.com/input-output-hk/cardano-node\n",
  },
  {
    title: "Right under a quoted paragraph",
    markdown: "> See [a].\n> ⟦[a]: https://example.org/a⟧\n",
    messages: [
      "The definition of [a] needs a blank line above: it is read as part of the text there.",
    ],
    fixed: "> See [a].\n>\n> [a]: https://example.org/a\n",
  },
  {
    title: "Words after the URL",
    markdown: "See [a].\n\n⟦[a]: https://example.org the report⟧\n",
    messages: [
      "The definition of [a] shows as text because of what follows its URL.",
    ],
    fixed: 'See [a].\n\n[a]: https://example.org "the report"\n',
  },
  {
    title: "Two brackets on each side",
    markdown:
      "Merged [[cicero-pull-66]].\n\n⟦[[cicero-pull-66]]: https://github.com/input-output-hk/cicero/pull/66⟧\n",
    messages: [
      "A definition has its label in single brackets: [cicero-pull-66]:, not [[cicero-pull-66]]:.",
    ],
    fixed:
      "Merged [[cicero-pull-66]].\n\n[cicero-pull-66]: https://github.com/input-output-hk/cicero/pull/66\n",
  },
  {
    title: "No colon, or another sign",
    markdown:
      "See [[a]], [[b]] and [[c]].\n\n⟦[a] https://example.org/a⟧\n\n⟦[b]; https://example.org/b⟧\n⟦[c]：https://example.org/c⟧\n",
    messages: [
      "The definition of [a] needs a colon right behind its bracket.",
      "The definition of [b] needs a colon right behind its bracket.",
      "The definition of [c] needs a colon right behind its bracket.",
    ],
    fixed:
      "See [[a]], [[b]] and [[c]].\n\n[a]: https://example.org/a\n\n[b]: https://example.org/b\n[c]: https://example.org/c\n",
  },
  {
    title: "A bracket is missing",
    markdown:
      "See [[cicero]] and [[tullia]].\n\n⟦cicero]: https://github.com/input-output-hk/cicero⟧\n\n⟦[tullia: https://github.com/input-output-hk/tullia⟧\n",
    messages: [
      "A bracket is missing: [cicero]: would define the label.",
      "A bracket is missing: [tullia]: would define the label.",
    ],
    fixed:
      "See [[cicero]] and [[tullia]].\n\n[cicero]: https://github.com/input-output-hk/cicero\n\n[tullia]: https://github.com/input-output-hk/tullia\n",
  },
  {
    title: "Another URL after the URL",
    markdown:
      "See [a].\n\n⟦[a]: https://example.org/1, https://example.org/2⟧\n",
    messages: [
      "The definition of [a] shows as text because of what follows its URL.",
    ],
    fixed: 'See [a].\n\n[a]: https://example.org/1 "https://example.org/2"\n',
  },
  {
    title: "A sentence that vanishes",
    markdown:
      "⟦[Alice]: done!⟧\n\n- ⟦[Demo]: https://example.org/demo⟧\n- Text\n",
    messages: [
      "This line does not show on the page: it is read as a definition of [Alice].",
      "This line does not show on the page: it is read as a definition of [Demo].",
    ],
    fixed: "\\[Alice]: done!\n\n- \\[Demo]: https://example.org/demo\n- Text\n",
  },
  {
    title: "Definitions that are right",
    markdown:
      "# Links [a], [b], [c], [d], [e], [f]\n[a]:https://example.org/a\n[b]: <>\n[c]:\n  https://example.org/c\n  'Title'\n[d]: #done\n[e]: getting-started\n   [f]: /f (F)\n",
  },
  {
    title: "Text with a colon",
    markdown:
      "[Note]:\nThis is text.\n\n[Alice]: see https://example.org for more.\n\nLinks:\n[Demo]: https://example.org/demo\n\n[TODO]:\n\n- One\n",
  },
  {
    title: "A label with its address, for which nothing needs a definition",
    markdown:
      "[Demo] https://example.org/demo\n\n- [[a]]\n- [[cicero]]: https://github.com/input-output-hk/cicero\n\n[a] https://example.org/a\n\nHome: https://example.org\n\n[a]: https://example.org/a\n",
  },
  {
    title: "A defined label may lead a paragraph",
    markdown:
      "[cicero]:\n- Merged it.\n\n[cicero] : https://example.org is old.\n\n[cicero]: https://github.com/input-output-hk/cicero\n",
  },
  {
    title: "Comments, code and footnotes",
    markdown:
      "[//]: # (done)\n[comment]: <> (done)\n\n`[a]:` and[^1]\n\n    [a] : https://example.org\n\n[^1]: done\n",
  },
];
