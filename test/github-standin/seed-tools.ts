import type { RepositorySeed } from "./repository-builder.js";

/**
 * Repositories that the sample posts refer to. Numbers and hashes are those of the posts; titles, states and dates are
 * invented, one of every variety.
 */
export const toolRepositories: Readonly<Record<string, RepositorySeed>> = {
  "input-output-hk/abcirdc": {
    description: "Standard library and compiler",
    items: [
      {
        kind: "pull",
        number: 97,
        title: "Update Tullia and build tags",
        state: "merged",
        review: "APPROVED",
      },
      {
        kind: "pull",
        number: 101,
        title: "Cache the compiler's dependencies",
        state: "closed",
      },
      {
        kind: "issue",
        number: 102,
        title: "Cicero action is not triggered",
        labels: [{ name: "bug", color: "d73a4a" }],
      },
      {
        kind: "pull",
        number: 104,
        title: "Fix the abcird-stdlib/publish action",
        checks: "PENDING",
        review: "REVIEW_REQUIRED",
      },
      {
        kind: "pull",
        number: 105,
        title: "Publish the standard library for every tag",
        state: "draft",
      },
    ],
  },
  "input-output-hk/bitte": {
    description: "Nix Ops for Terraform, Consul, Vault, Nomad",
    branches: {
      zt: [
        "Add a Ziti controller module",
        "Add a Ziti edge router module",
        "Register the Ziti services with Consul",
      ],
      "equinix-machines": ["Bring up bare metal clients"],
    },
    items: [
      {
        kind: "pull",
        number: 140,
        title: "OpenZiti zero trust network overlay",
        state: "draft",
        headBranch: "zt-overlay",
      },
      {
        kind: "pull",
        number: 141,
        title: "Rotate Vault tokens before they expire",
        state: "merged",
      },
      {
        kind: "issue",
        number: 142,
        title: "Patroni loses its leader during token rotation",
      },
      {
        kind: "issue",
        number: 143,
        title: "nomad-follower misses events after a restart",
        state: "completed",
      },
    ],
  },
  "input-output-hk/bitte-cells": {
    description: "Cells for Bitte clusters",
    items: [
      {
        kind: "pull",
        number: 38,
        title: "Pin the Patroni package",
        state: "merged",
      },
      {
        kind: "pull",
        number: 40,
        title: "Add Vault token loop alerts",
        state: "merged",
        review: "APPROVED",
      },
      {
        kind: "pull",
        number: 41,
        title: "Alert on Nomad allocation restarts",
        checks: "FAILURE",
      },
      {
        kind: "issue",
        number: 42,
        title: "Alerts fire twice",
        state: "not_planned",
      },
    ],
  },
  "input-output-hk/cicero": {
    description: "event-driven automation for Nomad",
    items: [
      {
        kind: "issue",
        number: 60,
        title: "Commit status stays pending after a reschedule",
        labels: [{ name: "bug", color: "d73a4a" }],
      },
      {
        kind: "issue",
        number: 61,
        title: "Concurrent transactions race in codependent actions",
      },
      {
        kind: "pull",
        number: 65,
        title: "Show the facts an action waits for",
        state: "draft",
      },
      {
        kind: "pull",
        number: 66,
        title: "Fix errors on vm-bigdisk flake configs",
        state: "merged",
      },
      {
        kind: "pull",
        number: 67,
        title: "Add Mac builders",
        review: "APPROVED",
      },
    ],
  },
  "input-output-hk/ci-world": {
    description: "Bitte world for continuous integration",
    commits: [
      {
        sha: "d40f4d19187a2128b6f0d63bde7e3f9a33071994",
        message:
          "Deploy the Darwin CI Ziti service\n\nThe two builders join the overlay network;\ntheir services are registered with Consul.",
        author: "johnalotoski",
        authorName: "John Lotoski",
      },
    ],
    items: [
      { kind: "pull", number: 21, title: "Run Cicero on the Equinix machines" },
      {
        kind: "issue",
        number: 22,
        title: "Darwin builders run out of disk",
        state: "completed",
      },
    ],
  },
  "input-output-hk/haskell.nix": {
    description: "Alternative Haskell Infrastructure for Nixpkgs",
    items: [
      {
        kind: "pull",
        number: 1570,
        title: "Bump the hackage snapshot",
        state: "merged",
      },
      {
        kind: "pull",
        number: 1574,
        title: "Add GHC 9.4.1",
        review: "APPROVED",
        checks: "PENDING",
      },
      {
        kind: "issue",
        number: 1575,
        title: "Cross compilation to Windows fails with plugins",
      },
    ],
  },
  "input-output-hk/tullia": {
    description: "Tasks as Nix derivations that run anywhere",
    commits: [
      {
        sha: "4df3c5d956f1b062b950643da12768ae71acf245",
        message: "Better CUE lib default for tags",
        author: "dermetfan",
        authorName: "Robin Stumm",
      },
    ],
    items: [
      {
        kind: "pull",
        number: 7,
        title: "Fix meta.description of the package",
        state: "merged",
      },
      { kind: "issue", number: 8, title: "Task order is not kept" },
      {
        kind: "pull",
        number: 9,
        title: "Fix error reporting and escaping",
        state: "merged",
        review: "APPROVED",
      },
      { kind: "pull", number: 10, title: "flake-parts module", state: "draft" },
      {
        kind: "pull",
        number: 11,
        title: "Read the DAG from a file",
        checks: "PENDING",
      },
    ],
  },
  "input-output-hk/spongix": {
    description: "Proxy for Nix Caching",
    items: [
      {
        kind: "pull",
        number: 30,
        title: "Keep the index in SQLite",
        state: "draft",
      },
      { kind: "issue", number: 31, title: "Recursive lookups" },
    ],
  },
  "input-output-hk/vault-of-keys": {
    description: "Only for members",
    private: true,
    items: [
      {
        kind: "pull",
        number: 2,
        title: "Rotate the signing keys",
        state: "merged",
      },
    ],
  },
  "johnalotoski/openziti-bins": {
    description: "OpenZiti packages as a Nix flake",
    defaultBranch: "main",
    items: [
      { kind: "pull", number: 1, title: "Add the console", state: "merged" },
      { kind: "issue", number: 2, title: "NixOS modules are work in progress" },
    ],
  },
};
