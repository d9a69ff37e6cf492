import { expect, test } from "vitest";
import { nearest } from "../../server/src/targets/near-miss.js";

test.each([
  ["cardano-nod-pull-4489", "cardano-node-pull-4489"],
  ["cardano-ndoe-pull-4489", "cardano-node-pull-4489"],
  ["cardano-nnode-pull-4489", "cardano-node-pull-4489"],
  ["cardano-node-pul-4489", "cardano-node-pull-4489"],
  ["cardano_node_pull_4489", "cardano-node-pull-4489"],
  ["cardanonode-pull-4489", "cardano-node-pull-4489"],
  ["cardano-node pull 4489", "cardano-node-pull-4489"],
  ["pull12", "pull-12"],
  ["pul-12", "pull-12"],
  ["PR#12", "PR #12"],
  ["ouroborus-network", "ouroboros-network"],
  ["haskell-nix", "haskell.nix"],
  ["tullia-comit-4df3c5d", "tullia-commit-4df3c5d"],
  ["tullia-commit-4df3c5d9", "tullia-commit-4df3c5d"],
  ["__proto", "__proto__"],
])("[%s] means [%s]", (label, defined) => {
  expect(nearest(label, ["other", defined])).toEqual([defined]);
});

test.each([
  ["pull-12", "pull-13"],
  ["pull-12", "pull-112"],
  ["pull-12", "issue-12"],
  ["cardano-node-pull-4489", "cardano-node-pull-4498"],
  ["cardano-api-pull-12", "cardano-cli-pull-12"],
  ["cardano-base", "cardano-node"],
  ["plutus-apps", "plutus"],
  ["tullia-commit-4df3c5d", "tullia-commit-4df3c5e"],
  ["4df3c5d", "4df3c5e"],
  ["1.35.4", "1.35.5"],
  ["on#4489", "cn#4489"],
  ["note", "node"],
  ["sic", "sec"],
  ["TBD", "TBA"],
  ["1", "#1"],
  ["?", "!"],
  ["", "a"],
])("[%s] does not mean [%s]", (label, defined) => {
  expect(nearest(label, [defined])).toEqual([]);
});

test("the closest come first, each once", () => {
  const defined = [
    "ouroborous-netwrk",
    "ouroboros-netwrk",
    "ouroboros network",
    "ouroboros network",
  ];
  expect(nearest("ouroboros-network", defined)).toEqual([
    "ouroboros network",
    "ouroboros-netwrk",
    "ouroborous-netwrk",
  ]);
});
