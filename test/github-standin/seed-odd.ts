import { day, type RepositorySeed } from "./repository-builder.js";

/** Repositories for the cases that the sample posts do not have. */
export const oddRepositories: Readonly<Record<string, RepositorySeed>> = {
  "octo-org/hello-world": {
    description: "Every kind of thing, once",
    defaultBranch: "main",
    items: [
      {
        kind: "pull",
        number: 1,
        title: "Say hello",
        state: "merged",
        review: "APPROVED",
        body: "Fixes #2.\n\nSee also the **guide**.",
        labels: [
          { name: "good first issue", color: "7057ff" },
          { name: "enhancement", color: "a2eeef" },
        ],
      },
      {
        kind: "issue",
        number: 2,
        title: "Nobody says hello",
        state: "completed",
      },
      { kind: "pull", number: 3, title: "Say goodbye", state: "closed" },
      { kind: "issue", number: 4, title: "Sing as well", state: "not_planned" },
      {
        kind: "issue",
        number: 5,
        title: "Say hello, please",
        state: "duplicate",
      },
      {
        kind: "discussion",
        number: 6,
        title: "Which languages should it speak?",
        body: "All of them?",
        answered: true,
        author: "octocat",
      },
      {
        kind: "discussion",
        number: 7,
        title: "Show and tell",
        author: null,
      },
      {
        kind: "pull",
        number: 8,
        title: "Whisper",
        state: "draft",
        checks: "PENDING",
        author: null,
        body: null,
      },
      {
        kind: "pull",
        number: 9,
        title: "Shout",
        checks: "FAILURE",
        review: "CHANGES_REQUESTED",
      },
      {
        kind: "pull",
        number: 10,
        title: "Hum",
        state: "queued",
        review: "APPROVED",
      },
      {
        kind: "pull",
        number: 11,
        title: "Murmur",
        review: "REVIEW_REQUIRED",
        checks: null,
      },
      {
        kind: "issue",
        number: 12,
        title: "Say it in Greek",
        author: null,
        body: null,
      },
      {
        kind: "pull",
        number: 13,
        title: "Explain at length",
        body: "All work and no play. ".repeat(100),
        checks: "EXPECTED",
      },
      { kind: "pull", number: 14, title: "Stumble", checks: "ERROR" },
    ],
    commits: [
      {
        sha: "7fd1a60b01f91b314f59955a4e4d4e80d8edf11d",
        message: "Merge the greeting\n\nWith thanks to all\nwho tried it.",
        author: null,
        authorName: "The Octocat",
        checks: null,
      },
      {
        sha: "553c2077f0edc3d5dc5d17262f6aa498e69d6f8e",
        message: "Greet twice",
        checks: "PENDING",
      },
    ],
    branches: {
      "feature/greek": ["Say γεια σου"],
      stale: [],
    },
    releases: [
      { tag: "v1.0.0", name: "Hello", body: "The first one.\n\n- hello" },
      { tag: "v2.0.0-rc.1", name: null, prerelease: true },
    ],
    tags: ["nightly"],
  },
  "octo-org/archive": {
    description: "Kept for reference",
    archived: true,
    items: [{ kind: "issue", number: 1, title: "Is this maintained?" }],
  },
  "octo-org/secret": {
    description: "Nothing to see here",
    private: true,
    items: [
      { kind: "pull", number: 1, title: "Hide better" },
      { kind: "issue", number: 2, title: "Somebody saw it" },
    ],
  },
  "octo-org/fork": { fork: true },
  "octo-org/hostile": {
    description:
      "[click](command:workbench.action.quit) <img src=x onerror=alert(1)>",
    items: [
      {
        kind: "pull",
        number: 1,
        title:
          "](command:weeknotes.quit) <script>alert(1)</script> `$(sync~spin)`",
        body: "![track](https://tracker.example/pixel.png)\n\n<details><a href='javascript:alert(1)'>x</a>\n\n[a]: command:evil\n```",
        labels: [{ name: "__proto__", color: "ffffff" }],
      },
      {
        kind: "issue",
        number: 2,
        title: "| a | table |\n# and a heading \u202egnp.exe",
        body: "- [x] <input onfocus=alert(1) autofocus>",
        labels: [{ name: "**bold** [l](https://example.com)", color: "red;}" }],
      },
    ],
  },
  "octo-org/many": {
    description: "A hundred and twenty pull requests",
    items: Array.from({ length: 120 }, (_, index) => ({
      kind: "pull" as const,
      number: index + 1,
      title: `Change number ${index + 1}`,
      updatedAt: day(index + 1),
      headBranch: `change-${index + 1}`,
    })),
  },
};
