import type { Example } from "./rule.js";

const base = "https://github.com/input-output-hk";

export const labelTargetMismatchExamples: readonly Example[] = [
  {
    title: "Another number",
    markdown: `Merged [PR #4128].\n\n⟦[PR #4128]: ${base}/ouroboros-network/pull/4218⟧\n`,
    messages: ["[PR #4128] leads to pull request 4218 of ouroboros-network."],
    fixed: `Merged [PR #4218].\n\n[PR #4218]: ${base}/ouroboros-network/pull/4218\n`,
  },
  {
    title: "In other words",
    markdown: `[PR#412] [PR512] [issue 612] [GH-712]\n\n⟦[PR#412]: ${base}/hydra/pull/421⟧\n⟦[PR512]: ${base}/hydra/pull/521⟧\n⟦[issue 612]: ${base}/hydra/issues/621⟧\n⟦[GH-712]: ${base}/hydra/issues/721⟧\n`,
    messages: [
      "[PR#412] leads to pull request 421 of hydra.",
      "[PR512] leads to pull request 521 of hydra.",
      "[issue 612] leads to issue 621 of hydra.",
      "[GH-712] leads to issue 721 of hydra.",
    ],
  },
  {
    title: "A line that was copied: the URL is rather wrong than the label",
    markdown: `[[tullia-pull-120]] and [[tullia-pull-121]]\n\n[tullia-pull-120]: ${base}/tullia/pull/120\n⟦[tullia-pull-121]: ${base}/tullia/pull/120#issuecomment-1⟧\n`,
    messages: ["[tullia-pull-121] leads to pull request 120 of tullia."],
    fixed: `[[tullia-pull-120]] and [[tullia-pull-121]]\n\n[tullia-pull-120]: ${base}/tullia/pull/120\n[tullia-pull-121]: ${base}/tullia/pull/121\n`,
  },
  {
    title: "A label that other posts define as it says",
    markdown: `See [tullia#412].\n\n⟦[tullia#412]: ${base}/tullia/pull/421⟧\n`,
    others: {
      "last-week.md": `[tullia#412]\n\n[tullia#412]: ${base}/tullia/issues/412\n`,
    },
    messages: ["[tullia#412] leads to pull request 421 of tullia."],
    fixed: `See [tullia#412].\n\n[tullia#412]: ${base}/tullia/issues/412\n`,
  },
  {
    title: "Another commit",
    markdown: `See [tullia-commit-4df3c5d].\n\n⟦[tullia-commit-4df3c5d]: ${base}/tullia/commit/9e2f1c0a7b64d35f8e1029384756abcdef012345⟧\n`,
    messages: ["[tullia-commit-4df3c5d] leads to commit 9e2f1c0 of tullia."],
    fixed: `See [tullia-commit-9e2f1c0].\n\n[tullia-commit-9e2f1c0]: ${base}/tullia/commit/9e2f1c0a7b64d35f8e1029384756abcdef012345\n`,
  },
  {
    title: "Another repository, where the label's is known",
    markdown: `[[cardano-node-pull-4489]]\n\n⟦[cardano-node-pull-4489]: ${base}/cardano-ledger/pull/4489⟧\n`,
    others: {
      "last-week.md": `[[cardano-node]]\n\n[cardano-node]: ${base}/cardano-node\n`,
    },
    messages: [
      "[cardano-node-pull-4489] leads to pull request 4489 of cardano-ledger.",
    ],
    fixed: `[[cardano-ledger-pull-4489]]\n\n[cardano-ledger-pull-4489]: ${base}/cardano-ledger/pull/4489\n`,
  },
  {
    title: "A repository's own label",
    markdown: `[[cardano-ledger]] and [[cardano-node]]\n\n[cardano-ledger]: ${base}/cardano-ledger\n⟦[cardano-node]: ${base}/cardano-ledger⟧\n`,
    repositories: ["input-output-hk/cardano-node"],
    messages: ["[cardano-node] leads to the repository cardano-ledger."],
    fixed: `[[cardano-ledger]] and [[cardano-node]]\n\n[cardano-ledger]: ${base}/cardano-ledger\n[cardano-node]: ${base}/cardano-node\n`,
  },
  {
    title: "Another kind: GitHub leads from one to the other",
    markdown: `[pull #3888]\n\n⟦[pull #3888]: ${base}/ouroboros-network/issues/3888⟧\n`,
    messages: ["[pull #3888] leads to issue 3888 of ouroboros-network."],
    fixed: `[pull #3888]\n\n[pull #3888]: ${base}/ouroboros-network/pull/3888\n`,
  },
  {
    title: "A name for a repository that other definitions bear out",
    markdown: `[xo#4067] [xo#4101]\n\n[xo#4067]: ${base}/ouroboros-network/pull/4067\n⟦[xo#4101]: ${base}/ouroboros-network/pull/4110⟧\n`,
    messages: ["[xo#4101] leads to pull request 4110 of ouroboros-network."],
    fixed: `[xo#4067] [xo#4110]\n\n[xo#4067]: ${base}/ouroboros-network/pull/4067\n[xo#4110]: ${base}/ouroboros-network/pull/4110\n`,
  },
  {
    title: "Not the number alone, but the style is one for numbers",
    markdown: `[[cardano-node-5484]]\n\n⟦[cardano-node-5484]: ${base}/cardano-node/pull/5485⟧\n`,
    messages: [
      "[cardano-node-5484] leads to pull request 5485 of cardano-node.",
    ],
    fixed: `[[cardano-node-5485]]\n\n[cardano-node-5485]: ${base}/cardano-node/pull/5485\n`,
  },
  {
    title: "Another version, of a release or a changelog's comparison",
    markdown: `[1.35.4] [v0.9.1] [0.9.0]\n\n⟦[1.35.4]: ${base}/cardano-node/releases/tag/cardano-node-1.35.3⟧\n⟦[v0.9.1]: ${base}/hydra/compare/v0.8.1...v0.9.0⟧\n[0.9.0]: ${base}/hydra/compare/v0.8.1...v0.9.0\n`,
    messages: [
      "[1.35.4] leads to release cardano-node-1.35.3 of cardano-node.",
      "[v0.9.1] leads to the comparison v0.8.1...v0.9.0 of hydra.",
    ],
    fixed: `[1.35.3] [v0.9.1] [0.9.0]\n\n[1.35.3]: ${base}/cardano-node/releases/tag/cardano-node-1.35.3\n[v0.9.1]: ${base}/hydra/compare/v0.8.1...v0.9.1\n[0.9.0]: ${base}/hydra/compare/v0.8.1...v0.9.0\n`,
  },
  {
    title: "A URL that GitHub does not know",
    markdown: `[[hydra-pull-412]]\n\n⟦[hydra-pull-412]: ${base}/hydra/pull/4112⟧\n`,
    statuses: { [`${base}/hydra/pull/4112`]: { reason: "not-found" } },
    messages: ["[hydra-pull-412] leads to pull request 4112 of hydra."],
    fixed: `[[hydra-pull-412]]\n\n[hydra-pull-412]: ${base}/hydra/pull/412\n`,
  },
  {
    title: "A version that is short for another",
    markdown: `[v1.35]\n\n⟦[v1.35]: ${base}/cardano-node/releases/tag/1.34.1⟧\n`,
    messages: ["[v1.35] leads to release 1.34.1 of cardano-node."],
    fixed: `[v1.34.1]\n\n[v1.34.1]: ${base}/cardano-node/releases/tag/1.34.1\n`,
  },
  {
    title: "A repository that is misspelt in the URL",
    markdown: `[hydra-node#12]\n\n⟦[hydra-node#12]: ${base}/hydra-mode/pull/12⟧\n`,
    repositories: ["input-output-hk/hydra-node"],
    messages: ["[hydra-node#12] leads to pull request 12 of hydra-mode."],
    fixed: `[hydra-node#12]\n\n[hydra-node#12]: ${base}/hydra-node/pull/12\n`,
  },
  {
    title: "Versions that agree, begin a comparison, or count something else",
    markdown: `[1.35.4] [1.2.0] [0.9.1] [8.1.2] [2.0.0] [1.1] [Unreleased]\n\n[1.35.4]: ${base}/cardano-node/releases/tag/1.35.4-rc1\n[1.2.0]: ${base}/hydra/compare/v1.2.0...v1.3.0\n[0.9.1]: ${base}/hydra/compare/0.9.0...0.9.1\n[8.1.2]: ${base}/cardano-node/tree/8.1.1\n[2.0.0]: ${base}/hydra/releases/tag/2022.11.0\n[1.1]: ${base}/hydra/releases/tag/v1.1.0\n[Unreleased]: ${base}/hydra/compare/v1.1.0...HEAD\n`,
  },
  {
    title: "A number alone, where others of the post are right so",
    markdown: `[349] [344] [345]\n\n[349]: ${base}/ouroboros-consensus/pull/349\n[344]: ${base}/ouroboros-consensus/issues/344\n⟦[345]: ${base}/ouroboros-consensus/issues/354⟧\n`,
    messages: ["[345] leads to issue 354 of ouroboros-consensus."],
    fixed: `[349] [344] [354]\n\n[349]: ${base}/ouroboros-consensus/pull/349\n[344]: ${base}/ouroboros-consensus/issues/344\n[354]: ${base}/ouroboros-consensus/issues/354\n`,
  },
  {
    title: "A number alone that nothing bears out",
    markdown: `[349] [1] [2022] [404]\n\n[349]: ${base}/ouroboros-consensus/pull/394\n[1]: ${base}/hydra/pull/2\n[2022]: ${base}/hydra/issues/2021\n[404]: ${base}/hydra/issues/12\n`,
  },
  {
    title: "What a team calls a repository, and short names",
    markdown: `[on#12] [node#13] [chap#14] [hydra-poc-pull-15]\n\n[on#12]: ${base}/ouroboros-network/pull/12\n[node#13]: ${base}/cardano-node/pull/13\n[chap#14]: ${base}/cardano-haskell-packages/pull/14\n[hydra-poc-pull-15]: ${base}/hydra/pull/15\n`,
    repositories: ["nodejs/node", "input-output-hk/hydra-poc"],
  },
  {
    title: "A name that is another repository's, but the posts' habit",
    markdown: `[consensus#12] [consensus#13]\n\n[consensus#12]: ${base}/ouroboros-network/pull/12\n[consensus#13]: ${base}/ouroboros-network/pull/13\n`,
    repositories: ["ethereum/consensus"],
  },
  {
    title: "Numbers of CIPs, RFCs, KEPs, ADRs and EIPs",
    markdown: `[CIP-30] [CIP-0030] [RFC 2119] [KEP-1287] [ADR-12] [EIP-1559] [CPS-9] [rfc-3318] [CAD-4199]\n\n[CIP-30]: https://github.com/cardano-foundation/CIPs/pull/88\n[CIP-0030]: https://github.com/cardano-foundation/CIPs/tree/master/CIP-0030\n[RFC 2119]: ${base}/cardano-node/issues/2120\n[KEP-1287]: https://github.com/kubernetes/enhancements/issues/1289\n[ADR-12]: ${base}/hydra/pull/500\n[EIP-1559]: https://github.com/ethereum/EIPs/pull/1560\n[CPS-9]: https://github.com/cardano-foundation/CIPs/pull/4\n[rfc-3318]: https://github.com/rust-lang/rfc/pull/3319\n[CAD-4199]: ${base}/cardano-api-docs/pull/4198\n`,
    repositories: ["cardano-foundation/CIPs", "ethereum/EIPs"],
  },
  {
    title: "Leading zeros, ordinals, years, versions and dates",
    markdown: `[#007] [#1] [#2] [hydra-2022] [cardano-node-8] [1.35] [issue-20221109] [pr 2]\n\n[#007]: ${base}/hydra/pull/8\n[#1]: ${base}/hydra/pull/500\n[#2]: ${base}/hydra/pull/501\n[hydra-2022]: ${base}/hydra/issues/1998\n[cardano-node-8]: ${base}/cardano-node/pull/5000\n[1.35]: ${base}/cardano-node/releases/tag/1.35.3\n[issue-20221109]: ${base}/hydra/issues/12\n[pr 2]: ${base}/hydra/pull/502\n`,
  },
  {
    title: "Ordinals among small numbers",
    markdown: `[PR 1] [PR 2] [PR 3]\n\n[PR 1]: ${base}/hydra/pull/4\n[PR 2]: ${base}/hydra/pull/7\n[PR 3]: ${base}/hydra/pull/12\n`,
  },
  {
    title: "Another tracker's numbers: most of them disagree",
    markdown: `[#4101] [#4102] [#4108]\n\n[#4101]: ${base}/hydra/pull/1201\n[#4102]: ${base}/hydra/pull/1209\n[#4108]: ${base}/hydra/pull/1210\n`,
  },
  {
    title: "A title that quotes another issue's number",
    markdown: `[Fix #3963 for good] [Revert #3963] [closes #12]\n\n[Fix #3963 for good]: ${base}/hydra/pull/3970\n[Revert #3963]: ${base}/hydra/pull/3971\n[closes #12]: ${base}/hydra/pull/13\n`,
  },
  {
    title:
      "Numbers of comments, comparisons, projects, files and a commit of a pull request",
    markdown: `[comment-1280947946] [#1280947946] [discussion-12] [diff-12] [#15] [project-7] [abc1234] [hydra-12]\n\n[comment-1280947946]: ${base}/hydra/pull/12#issuecomment-1280947946\n[#1280947946]: ${base}/hydra/pull/12#issuecomment-1280947946\n[discussion-12]: ${base}/hydra/pull/44#discussion_r12\n[diff-12]: ${base}/hydra/compare/v11...v12\n[#15]: ${base}/hydra/commit/4df3c5d956f1b062b950643da12768ae71acf245\n[project-7]: https://github.com/orgs/input-output-hk/projects/8\n[abc1234]: ${base}/hydra/pull/16/commits/abc1234956f1b062b950643da12768ae71acf245\n[hydra-12]: ${base}/hydra/blob/master/docs/13.md\n`,
  },
  {
    title: "A fork, a new owner, and words that are repositories elsewhere",
    markdown: `[IntersectMBO/cardano-node#12] [docs] [website]\n\n[IntersectMBO/cardano-node#12]: ${base}/cardano-node/pull/12\n[docs]: ${base}/hydra\n[website]: ${base}/essential-cardano\n`,
    repositories: ["someone/docs", "someone/website"],
  },
  {
    title: "A use that says what the URL does: reported there",
    markdown: `[[hydra-485]]\n\n[hydra-484]: ${base}/hydra/pull/485\n`,
  },
  {
    title: "Labels that say nothing of a target",
    markdown: `[the fix] [here] [0001] [Δ 12] [a-12]\n\n[the fix]: ${base}/hydra/pull/12\n[here]: ${base}/hydra/pull/13\n[0001]: ${base}/hydra/pull/14\n[Δ 12]: ${base}/hydra/pull/15\n[a-12]: https://example.org/13\n`,
  },
];
