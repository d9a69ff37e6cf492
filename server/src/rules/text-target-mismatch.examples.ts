import type { Example } from "./rule.js";

const base = "https://github.com/input-output-hk";

export const textTargetMismatchExamples: readonly Example[] = [
  {
    title: "Another number",
    markdown: `Merged ⟦[#4087](${base}/ouroboros-network/pull/4067)⟧ and fixed ⟦[Issue #3963](${base}/ouroboros-network/issues/3962)⟧.\n`,
    messages: [
      "“#4087” leads to pull request 4067 of ouroboros-network.",
      "“Issue #3963” leads to issue 3962 of ouroboros-network.",
    ],
    fixed: `Merged [#4067](${base}/ouroboros-network/pull/4067) and fixed [Issue #3962](${base}/ouroboros-network/issues/3962).\n`,
  },
  {
    title: "In emphasis, code, brackets and parentheses",
    markdown: `⟦[**#412**](${base}/hydra/pull/421)⟧ ⟦[\`PR #512\`](${base}/hydra/pull/521)⟧ ⟦[[#612]](${base}/hydra/pull/621)⟧ ⟦[(hydra#712)](${base}/hydra/pull/721)⟧ ⟦[_pr-812_](${base}/hydra/pull/821)⟧\n\n[#1](${base}/hydra/pull/1), [#2](${base}/hydra/pull/2), [#3](${base}/hydra/pull/3)\n`,
    messages: [
      "“#412” leads to pull request 421 of hydra.",
      "“PR #512” leads to pull request 521 of hydra.",
      "“#612” leads to pull request 621 of hydra.",
      "“hydra#712” leads to pull request 721 of hydra.",
      "“pr-812” leads to pull request 821 of hydra.",
    ],
    fixed: `[**#421**](${base}/hydra/pull/421) [\`PR #521\`](${base}/hydra/pull/521) [[#621]](${base}/hydra/pull/621) [(hydra#721)](${base}/hydra/pull/721) [_pr-821_](${base}/hydra/pull/821)\n\n[#1](${base}/hydra/pull/1), [#2](${base}/hydra/pull/2), [#3](${base}/hydra/pull/3)\n`,
  },
  {
    title: "A link that was copied, and its text changed alone",
    markdown: `[#412](${base}/hydra/pull/412) and ⟦[#413](${base}/hydra/pull/412)⟧\n`,
    messages: ["“#413” leads to pull request 412 of hydra."],
    fixed: `[#412](${base}/hydra/pull/412) and [#413](${base}/hydra/pull/413)\n`,
  },
  {
    title: "The text of a reference",
    markdown: `⟦[PR 412][pull-421]⟧\n\n[pull-421]: ${base}/hydra/pull/421\n`,
    messages: ["“PR 412” leads to pull request 421 of hydra."],
    fixed: `[PR 421][pull-421]\n\n[pull-421]: ${base}/hydra/pull/421\n`,
  },
  {
    title: "A URL that GitHub does not know",
    markdown: `Opened ⟦[#67](${base}/hydra/pull/76)⟧.\n`,
    statuses: { [`${base}/hydra/pull/76`]: { reason: "not-found" } },
    messages: ["“#67” leads to pull request 76 of hydra."],
    fixed: `Opened [#67](${base}/hydra/pull/67).\n`,
  },
  {
    title: "A definition that is wrong: the text points to it",
    markdown: `⟦[pr #3690][pr-3690]⟧\n\n[pr-3690]: ${base}/ouroboros-network/issues/3968\n`,
    messages: [
      "“pr #3690” leads to issue 3968 of ouroboros-network: see the definition of [pr-3690] in line 3.",
    ],
  },
  {
    title: "Another repository, and another commit",
    markdown: `⟦[cardano-node#12](${base}/cardano-ledger/pull/12)⟧ ⟦[\`4df3c5d\`](${base}/hydra/commit/9e2f1c0a7b64d35f8e1029384756abcdef012345)⟧\n`,
    repositories: ["input-output-hk/cardano-node"],
    messages: [
      "“cardano-node#12” leads to pull request 12 of cardano-ledger.",
      "“4df3c5d” leads to commit 9e2f1c0 of hydra.",
    ],
    fixed: `[cardano-ledger#12](${base}/cardano-ledger/pull/12) [\`9e2f1c0\`](${base}/hydra/commit/9e2f1c0a7b64d35f8e1029384756abcdef012345)\n`,
  },
  {
    title: "A number alone, where others of the post are right so; a version",
    markdown: `Merged [349](${base}/hydra/pull/349), ⟦[345](${base}/hydra/pull/354)⟧ and [344](${base}/hydra/issues/344); released ⟦[0.9.1](${base}/hydra/releases/tag/0.9.0)⟧.\n`,
    messages: [
      "“345” leads to pull request 354 of hydra.",
      "“0.9.1” leads to release 0.9.0 of hydra.",
    ],
    fixed: `Merged [349](${base}/hydra/pull/349), [354](${base}/hydra/pull/354) and [344](${base}/hydra/issues/344); released [0.9.0](${base}/hydra/releases/tag/0.9.0).\n`,
  },
  {
    title: "Texts that say more than a reference, or something else",
    markdown: `[Fix #12](${base}/hydra/pull/13) [#12, #13](${base}/hydra/pull/14) [1](${base}/hydra/pull/15) [2022](${base}/hydra/pull/16) [v1.35](${base}/hydra/pull/17) [RFC 2119](${base}/hydra/pull/2120) [CIP-30](${base}/hydra/pull/88) [#007](${base}/hydra/pull/18) [Backport #3963](${base}/hydra/pull/3970) [10%](${base}/hydra/pull/19)\n`,
  },
  {
    title: "Ordinals, comments, files and pages without a number",
    markdown: `[#1](${base}/hydra/pull/412) [#2](${base}/hydra/pull/413) [#12](${base}/hydra/pull/44#discussion_r12) [#15](${base}/hydra/commit/4df3c5d956f1b062b950643da12768ae71acf245) [#16](${base}/hydra/compare/v1...v2) [#17](https://example.org/18) [#19](${base}/hydra/blob/main/20.md)\n`,
  },
  {
    title: "A repository that was renamed",
    markdown: `[iojs/io.js#990](https://github.com/nodejs/node/pull/990) [iojs/io.js#1123](https://github.com/nodejs/node/pull/1123) [io.js](https://github.com/iojs/io.js)\n`,
  },
  {
    title: "An issue that is a pull request",
    markdown: `[Issue #12](${base}/hydra/pull/12), [pull-13][x]\n\n[x]: ${base}/hydra/issues/13\n`,
  },
  {
    title: "A reference without a text of its own is its definition's matter",
    markdown: `[PR #4128] and [PR #4128][]\n\n[PR #4128]: ${base}/ouroboros-network/pull/4218\n`,
  },
];
