import type { Example } from "./rule.js";

const lastWeek =
  "See [[cardano-node]] and [[cardano-node-pull-4400]].\n\n[cardano-node]: https://github.com/input-output-hk/cardano-node\n[cardano-node-pull-4400]: https://github.com/input-output-hk/cardano-node/pull/4400\n";

export const undefinedReferenceExamples: readonly Example[] = [
  {
    title: "A label in double brackets, whose repository another post defines",
    markdown: "Opened [⟦[cardano-node-pull-4489]⟧] to add Tullia.\n",
    others: { "last-week.md": lastWeek },
    messages: ["[cardano-node-pull-4489] is not defined, so it shows as text."],
    fixed:
      "Opened [[cardano-node-pull-4489]] to add Tullia.\n\n[cardano-node-pull-4489]: https://github.com/input-output-hk/cardano-node/pull/4489\n",
  },
  {
    title: "Full and collapsed references; the text of a full one is no label",
    markdown:
      "⟦[cicero][no such]⟧ and ⟦[tullia][]⟧.\n\n[cicero]: https://github.com/input-output-hk/cicero\n",
    messages: [
      "[no such] is not defined, so it shows as text.",
      "[tullia] is not defined, so it shows as text.",
    ],
  },
  {
    title: "A near miss of a label that is defined",
    markdown:
      "Helped with [⟦[cadano-prelude]⟧].\n\n[cardano-prelude]: https://github.com/input-output-hk/cardano-prelude\n",
    messages: [
      "[cadano-prelude] is not defined. Did you mean [cardano-prelude]?",
    ],
    fixed:
      "Helped with [[cardano-prelude]].\n\n[cardano-prelude]: https://github.com/input-output-hk/cardano-prelude\n",
  },
  {
    title: "A definition that nothing uses leads there: its label is the slip",
    markdown:
      "Merged [⟦[cardano-node-5485]⟧] and [⟦[ouroboros-network#5082]⟧].\n\n[cardano-node-5484]: https://github.com/input-output-hk/cardano-node/pull/5485\n[ouroboros-newtork#5082]: https://github.com/input-output-hk/ouroboros-network/pull/5082\n",
    messages: [
      "[cardano-node-5485] is not defined: the definition that leads to pull request 5485 of cardano-node is called [cardano-node-5484].",
      "[ouroboros-network#5082] is not defined: the definition that leads to pull request 5082 of ouroboros-network is called [ouroboros-newtork#5082].",
    ],
    fixed:
      "Merged [[cardano-node-5485]] and [[ouroboros-network#5082]].\n\n[cardano-node-5485]: https://github.com/input-output-hk/cardano-node/pull/5485\n[ouroboros-network#5082]: https://github.com/input-output-hk/ouroboros-network/pull/5082\n",
  },
  {
    title: "One target, written in two ways: a near miss too",
    markdown:
      "Merged [⟦[PR6192]⟧], [⟦[#6193]⟧] and [⟦[on#6194]⟧].\n\n[PR#6192]: https://github.com/input-output-hk/cardano-node/pull/6192\n[cardano-node-pull-6193]: https://github.com/input-output-hk/cardano-node/pull/6193\n[ouroboros-network#6194]: https://github.com/input-output-hk/ouroboros-network/pull/6194\n",
    messages: [
      "[PR6192] is not defined. Did you mean [PR#6192]?",
      "[#6193] is not defined. Did you mean [cardano-node-pull-6193]?",
      "[on#6194] is not defined. Did you mean [ouroboros-network#6194]?",
    ],
    fixed:
      "Merged [[PR#6192]], [[cardano-node-pull-6193]] and [[ouroboros-network#6194]].\n\n[PR#6192]: https://github.com/input-output-hk/cardano-node/pull/6192\n[cardano-node-pull-6193]: https://github.com/input-output-hk/cardano-node/pull/6193\n[ouroboros-network#6194]: https://github.com/input-output-hk/ouroboros-network/pull/6194\n",
  },
  {
    title: "Plain brackets that look like a reference, or nearly are one",
    markdown:
      "⟦[#4108]⟧, ⟦[PR #66]⟧, ⟦[cardano-node]⟧ and ⟦[ouroboros netwrok]⟧.\n\n[ouroboros-network]: https://github.com/input-output-hk/ouroboros-network\n",
    repositories: ["input-output-hk/cardano-node"],
    messages: [
      "[#4108] is not defined, so it shows as text.",
      "[PR #66] is not defined, so it shows as text.",
      "[cardano-node] is not defined, so it shows as text.",
      "[ouroboros netwrok] is not defined. Did you mean [ouroboros-network]?",
    ],
  },
  {
    title: "One of a kind of which the post defines others",
    markdown:
      "Thanks to [@ada], [@grace] and ⟦[@edsger]⟧ for [e1], [e2] and ⟦[e3]⟧.\n\n[@ada]: https://github.com/ada\n[@grace]: https://github.com/grace\n[e1]: https://example.org/1\n[e2]: https://example.org/2\n",
    messages: [
      "[@edsger] is not defined, so it shows as text.",
      "[e3] is not defined, so it shows as text.",
    ],
  },
  {
    title: "A label of another post's, if it is no plain word",
    markdown: "On ⟦[crates.io]⟧, as in the [video].\n",
    others: {
      "last-week.md":
        "[crates.io] [video]\n\n[crates.io]: https://crates.io\n[video]: https://example.org/v\n",
    },
    messages: ["[crates.io] is not defined, so it shows as text."],
    fixed:
      "On [crates.io], as in the [video].\n\n[crates.io]: https://crates.io\n",
  },
  {
    title: "A changelog that links none of its versions",
    markdown: "## [1.1.0] - 2022-11-11\n\nNew.\n\n## [1.0.0]\n",
  },
  {
    title: "A changelog that links its other versions",
    markdown:
      "## ⟦[1.1.0]⟧ - 2022-11-11\n\nNew.\n\n## [1.0.0]\n\n[1.0.0]: https://github.com/input-output-hk/hydra/releases/tag/1.0.0\n",
    messages: ["[1.1.0] is not defined, so it shows as text."],
  },
  {
    title: "Names and numbers in brackets, and texts in a list",
    markdown:
      'Thanks to [@ada] and [@grace] for [e1] in [Q4 2022]: [["a", "b"]].\n\n[e2]: https://example.org/2\n\nSee [e2].\n',
  },
  {
    title: "Plain brackets that are a remark",
    markdown:
      "- [BUGFIX] - [TBD] a range of [3.33, 4.75] [MiB], as he wrote [sic].\n- [Still in progress] More.\n",
    repositories: ["input-output-hk/*"],
  },
  {
    title: "Brackets in the text of a link",
    markdown:
      "- [[cardano-testnet] Fix it](https://example.org/1)\n- [[BUGFIX] Stop it](https://example.org/2) ![[alt]](https://example.org/3.png)\n- [[x]](https://example.org/4)\n",
    repositories: ["input-output-hk/cardano-testnet"],
  },
  {
    title:
      "A label that also stands in the text of a link: defining it would take that link apart",
    markdown:
      "[[cardano-node] Fix it](https://example.org) in [⟦[cardano-node]⟧].\n",
    others: { "last-week.md": lastWeek },
    messages: ["[cardano-node] is not defined, so it shows as text."],
    fixed:
      "[[cardano-node] Fix it](https://example.org) in [[cardano-node](https://github.com/input-output-hk/cardano-node)].\n",
  },
  {
    title: "Code, comments, task boxes, footnotes, alerts and front matter",
    markdown:
      "---\ntags: [[sre]]\n---\n\n`[[a]]` <!-- [[b]] -->\n\n    [[c]]\n\n- [ ] open\n- [x] done[^1]\n\n> [!NOTE]\n> Text\n\n[^1]: Note.\n",
  },
  {
    title: "Indexing, a shell's test, a matrix and regular expressions",
    markdown:
      "Take rows[i][j], byte[8][] or R's xs[[name]], not [[ -f file ]] or [[0, 1]].\nMatch [A-Za-z_][A-Za-z0-9_]* or [[:alpha:]].\n",
  },
  {
    title: "MDX: an export is a script",
    fileName: "post.mdx",
    markdown:
      "export const rows = [[a, b], [1, 2][0]];\n\n{rows[[0]]} [[y]](https://example.org) and [⟦[tullia]⟧]\n",
    messages: ["[tullia] is not defined, so it shows as text."],
  },
  {
    title: "Two side by side, and three pairs of brackets",
    markdown: "[⟦[one]⟧][⟦[two]⟧] [[⟦[three]⟧]]\n",
    messages: [
      "[one] is not defined, so it shows as text.",
      "[two] is not defined, so it shows as text.",
      "[three] is not defined, so it shows as text.",
    ],
  },
  {
    title: "Two uses, two findings; one definition mends both",
    markdown: "[⟦[Cicero]⟧] and [⟦[cicero]⟧].\n",
    others: {
      "a.md":
        "[[cicero]]\n\n[cicero]: https://github.com/input-output-hk/cicero\n",
    },
    messages: [
      "[Cicero] is not defined, so it shows as text.",
      "[cicero] is not defined, so it shows as text.",
    ],
  },
  {
    title: "An empty definition: the use points to it",
    markdown: "Now in [⟦[openziti-bins]⟧].\n\n[openziti-bins]:\n",
    others: {
      "a.md":
        "[[openziti-bins]]\n\n[openziti-bins]: https://github.com/johnalotoski/openziti-bins\n",
    },
    messages: [
      "[openziti-bins] is not defined: see the broken definition in line 3.",
    ],
    fixed:
      "Now in [[openziti-bins]].\n\n[openziti-bins]: https://github.com/johnalotoski/openziti-bins\n",
  },
  {
    title: "Labels that a template engine writes",
    markdown:
      "- [[{{ pr.label }}]] and {{ rows[a][b] }}\n- [⟦[typo]⟧] is still one\n",
    messages: ["[typo] is not defined, so it shows as text."],
  },
  {
    title: "Definitions that a template engine brings in",
    markdown: "See [[cardano-node-pull-4489]].\n\n{% include links.md %}\n",
  },
  {
    title: "An address is no label",
    markdown: "[[https://example.org]]\n",
  },
];
