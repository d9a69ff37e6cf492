import { expect, test } from "vitest";
import { candidatesFor } from "../../server/src/workspace/candidates.js";
import { defines, workspaceOf } from "./posts.js";

/** What a team's report defined. */
const report: readonly (readonly [label: string, page: string])[] = [
  ["abcirdc", "input-output-hk/abcirdc"],
  ["abcirdc-pull-104", "input-output-hk/abcirdc/pull/104"],
  ["abcirdc-pull-97", "input-output-hk/abcirdc/pull/97"],
  ["bitte-cells-pull-40", "input-output-hk/bitte-cells/pull/40"],
  ["cardano-addresses", "input-output-hk/cardano-addresses"],
  ["cardano-addresses-pull-205", "input-output-hk/cardano-addresses/pull/205"],
  ["cardano-base-pull-323", "input-output-hk/cardano-base/pull/323"],
  [
    "cardano-explorer-app-pull-427",
    "input-output-hk/cardano-explorer-app/pull/427",
  ],
  ["cardano-ledger-pull-3097", "input-output-hk/cardano-ledger/pull/3097"],
  ["cardano-node-pull-4489", "input-output-hk/cardano-node/pull/4489"],
  ["cardano-ogmios-pull-5", "input-output-hk/cardano-ogmios/pull/5"],
  ["cardano-prelude", "input-output-hk/cardano-prelude"],
  [
    "cardano-prelude-pull-176",
    "input-output-hk/cardano-prelude/pull/176#issuecomment-1280947946",
  ],
  ["cicero-pull-66", "input-output-hk/cicero/pull/66"],
  [
    "ci-world-commit-d40f4d",
    "input-output-hk/ci-world/commit/d40f4d19187a2128b6f0d63bde7e3f9a33071994",
  ],
  ["haskell.nix", "input-output-hk/haskell.nix"],
  ["openziti-bins", "johnalotoski/openziti-bins"],
  [
    "ouroboros-network-pull-4108",
    "input-output-hk/ouroboros-network/pull/4108",
  ],
  ["plutus", "input-output-hk/plutus"],
  ["plutus-pull-4918", "input-output-hk/plutus/pull/4918"],
  [
    "tullia-commit-4df3c5d",
    "input-output-hk/tullia/commit/4df3c5d956f1b062b950643da12768ae71acf245",
  ],
  ["tullia-pull-7", "input-output-hk/tullia/pull/7"],
  ["tullia-pull-9", "input-output-hk/tullia/pull/9"],
];

/** Where the label says less than the URL did: an abbreviated commit, no comment. */
const knowable: ReadonlyMap<string, string> = new Map([
  ["cardano-prelude-pull-176", "input-output-hk/cardano-prelude/pull/176"],
  ["ci-world-commit-d40f4d", "input-output-hk/ci-world/commit/d40f4d"],
  ["tullia-commit-4df3c5d", "input-output-hk/tullia/commit/4df3c5d"],
]);

const repositories = new Set([
  "input-output-hk/bitte",
  ...report.map(([, page]) => page.split("/").slice(0, 2).join("/")),
]);

const { post } = workspaceOf({
  "report.md": report.map(([label]) => `- [[${label}]]\n`).join(""),
  "repositories.md": defines(
    Object.fromEntries(
      [...repositories].map((name) => [name.split("/")[1] ?? "", name]),
    ),
  ),
});

const certain = (label: string) =>
  candidatesFor(label, post("report.md"))
    .filter((candidate) => candidate.certain)
    .map(({ destination }) => destination);

test.each(report)(
  "[%s] comes back from the repositories alone",
  (label, page) => {
    const known = knowable.get(label) ?? page;
    expect(certain(label)).toEqual([`https://github.com/${known}`]);
  },
);

test("a branch that a label may name is no certainty", () => {
  expect(candidatesFor("bitte-zt", post("report.md"))).toMatchObject([
    {
      destination: "https://github.com/input-output-hk/bitte/tree/zt",
      certain: false,
    },
  ]);
});
