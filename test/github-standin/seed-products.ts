import type { RepositorySeed } from "./repository-builder.js";

/**
 * Repositories that the sample posts refer to. Numbers and hashes are those of the posts; titles, states and dates are
 * invented, one of every variety.
 */
export const productRepositories: Readonly<Record<string, RepositorySeed>> = {
  "input-output-hk/cardano-addresses": {
    description: "Addresses and mnemonic manipulation & derivations",
    items: [
      {
        kind: "pull",
        number: 198,
        title: "Support stake address inspection",
        state: "merged",
      },
      {
        kind: "pull",
        number: 205,
        title: "Add Cicero CI action",
        state: "merged",
        review: "APPROVED",
        additions: 412,
        deletions: 17,
        body: "Adds Tullia tasks for every package and a Cicero action\nthat runs them.\n\n- [x] builds\n- [x] tests",
      },
      {
        kind: "issue",
        number: 206,
        title: "Tullia task order is wrong",
        state: "completed",
      },
      { kind: "pull", number: 207, title: "Build with GHC 9.2" },
      {
        kind: "discussion",
        number: 208,
        title: "Which mnemonic lengths should stay supported?",
        answered: true,
      },
    ],
  },
  "input-output-hk/cardano-base": {
    description: "Code used throughout the Cardano eco-system",
    items: [
      {
        kind: "pull",
        number: 315,
        title: "Vendor libsodium headers",
        state: "closed",
      },
      {
        kind: "pull",
        number: 323,
        title: "Add Tullia and a Cicero action",
        state: "merged",
        review: "APPROVED",
      },
      { kind: "issue", number: 324, title: "VRF tests are flaky on Darwin" },
      {
        kind: "pull",
        number: 325,
        title: "Remove the Hydra jobset",
        state: "draft",
      },
    ],
  },
  "input-output-hk/cardano-explorer-app": {
    description: "Cardano blockchain explorer UI",
    archived: true,
    items: [
      {
        kind: "pull",
        number: 420,
        title: "Show stake pools on the epoch page",
        state: "merged",
      },
      {
        kind: "pull",
        number: 427,
        title: "Add Tullia and Cicero",
        state: "closed",
        checks: "FAILURE",
      },
      {
        kind: "issue",
        number: 428,
        title: "Block page is empty for Byron blocks",
        state: "not_planned",
      },
    ],
  },
  "input-output-hk/cardano-ledger": {
    description:
      "The ledger implementation and specifications of the Cardano blockchain",
    items: [
      {
        kind: "pull",
        number: 3090,
        title: "Speed up the reward calculation",
        state: "merged",
      },
      {
        kind: "issue",
        number: 3094,
        title: "Document the Babbage fee rules",
        labels: [{ name: "documentation", color: "0075ca" }],
      },
      {
        kind: "pull",
        number: 3097,
        title: "Add Cicero CI action",
        review: "REVIEW_REQUIRED",
        checks: "PENDING",
      },
      {
        kind: "pull",
        number: 3098,
        title: "Constrain the minting policy type",
        review: "CHANGES_REQUESTED",
      },
      {
        kind: "pull",
        number: 3099,
        title: "Run the conformance tests nightly",
        state: "draft",
        checks: null,
      },
    ],
  },
  "input-output-hk/cardano-node": {
    description:
      "The core component that is used to participate in a Cardano decentralised blockchain",
    items: [
      {
        kind: "pull",
        number: 448,
        title: "Log the peers a node was configured with",
        state: "merged",
      },
      {
        kind: "issue",
        number: 4470,
        title: "Node does not shut down on SIGTERM",
        state: "completed",
        labels: [{ name: "bug", color: "d73a4a" }],
      },
      {
        kind: "pull",
        number: 4480,
        title: "Trace mempool size",
        state: "merged",
        review: "APPROVED",
      },
      {
        kind: "pull",
        number: 4482,
        title: "Update the topology documentation",
        state: "merged",
      },
      {
        kind: "issue",
        number: 4483,
        title: "Docker image lacks the CLI",
        state: "not_planned",
      },
      {
        kind: "pull",
        number: 4485,
        title: "Configure the peer-to-peer topology file",
        state: "closed",
      },
      {
        kind: "issue",
        number: 4487,
        title: "Metrics endpoint leaks file handles",
      },
      {
        kind: "pull",
        number: 4489,
        title: "Add Tullia and Cicero, including OS-agnostic jobs",
        review: "CHANGES_REQUESTED",
        checks: "FAILURE",
        labels: [
          { name: "ci", color: "0e8a16" },
          { name: "nix", color: "5319e7" },
        ],
        additions: 830,
        deletions: 95,
        comments: 14,
        body: "Replaces the Hydra jobs one by one.\n\nThe jobs that do not depend on the operating system run once only.",
      },
      {
        kind: "pull",
        number: 4490,
        title: "Release notes for 1.35.3",
        state: "queued",
        review: "APPROVED",
      },
      {
        kind: "pull",
        number: 4492,
        title: "Split the tracing documentation",
        state: "draft",
      },
      {
        kind: "issue",
        number: 4495,
        title: "Cicero does not report macOS jobs",
      },
    ],
    releases: [
      { tag: "1.35.2", name: "Cardano Node 1.35.2", prerelease: true },
      {
        tag: "1.35.3",
        name: "Cardano Node 1.35.3",
        body: "Fixes the relay's handling of reference scripts.",
      },
    ],
    tags: ["1.35.3-rc1"],
  },
  "input-output-hk/cardano-ogmios": {
    description: "A WebSocket JSON/RPC bridge for Cardano",
    fork: true,
    items: [
      {
        kind: "pull",
        number: 3,
        title: "Build static binaries",
        state: "closed",
      },
      { kind: "pull", number: 5, title: "Add Cicero action", state: "merged" },
    ],
  },
  "input-output-hk/cardano-prelude": {
    description: "The prelude used by the Cardano packages",
    items: [
      { kind: "pull", number: 174, title: "Drop GHC 8.6", state: "merged" },
      {
        kind: "pull",
        number: 176,
        title: "Fix the Cicero action",
        state: "merged",
        review: "APPROVED",
        comments: 3,
      },
      {
        kind: "issue",
        number: 177,
        title: "canonical JSON rejects escaped slashes",
      },
    ],
  },
  "input-output-hk/ouroboros-network": {
    description:
      "Specifications of network protocols and implementations of components running these protocols",
    items: [
      {
        kind: "pull",
        number: 4100,
        title: "Governor: demote slow peers first",
        state: "merged",
      },
      {
        kind: "pull",
        number: 4108,
        title: "Add Cicero action",
        state: "queued",
        review: "APPROVED",
      },
      {
        kind: "pull",
        number: 4110,
        title: "Simulate lossy links",
        state: "draft",
        checks: "FAILURE",
      },
      {
        kind: "issue",
        number: 4112,
        title: "Keep-alive measures are skewed after suspend",
      },
    ],
  },
  "input-output-hk/plutus": {
    description: "The Plutus language implementation and tools",
    items: [
      {
        kind: "pull",
        number: 4911,
        title: "Cost model for the secp256k1 built-ins",
        state: "merged",
      },
      {
        kind: "pull",
        number: 4918,
        title: "Add Tullia tasks and a Cicero action",
        state: "merged",
        review: "APPROVED",
      },
      {
        kind: "issue",
        number: 4920,
        title: "Haddock is missing from the site",
        state: "duplicate",
      },
      {
        kind: "pull",
        number: 4921,
        title: "Inline single-use bindings",
        checks: "FAILURE",
      },
    ],
  },
};
