import { describe, expect, test } from "vitest";
import type { MarkupContent } from "vscode-languageserver-types";
import {
  inlayHints,
  resolveInlayHint,
} from "../../server/src/features/inlay-hints.js";
import { targetUses } from "../../server/src/features/target-uses.js";
import type { Failure } from "../../server/src/targets/github-port.js";
import type { Status } from "../../server/src/targets/status.js";
import { open } from "./context.js";
import { fakeGitHub } from "./fake-github.js";
import { commit, issue, pull, repository } from "./statuses.js";

const root = "https://github.com/input-output-hk/cardano-node";
type Known = Readonly<Record<string, Status | Failure>>;

const discussion: Status = {
  kind: "discussion",
  repository: "input-output-hk/cardano-node",
  number: 1,
  title: "Which platforms?",
  answered: false,
  closed: false,
  author: "octocat",
  createdAt: "2022-10-12T08:00:00Z",
  comments: 0,
  body: "",
};
const comparison: Status = {
  kind: "compare",
  repository: "input-output-hk/cardano-node",
  base: "master",
  head: "fix",
  ahead: 3,
  behind: 1,
};
const release: Status = {
  kind: "release",
  repository: "input-output-hk/cardano-node",
  tag: "1.35.4",
  title: "Cardano Node 1.35.4",
  state: "published",
  author: "octocat",
  publishedAt: "2022-10-12T08:00:00Z",
  body: "",
};

/** The text with its hints in it, as `⟦…⟧`. */
function show(text: string, cached: Known, inlayHintsOn = true): string {
  const { context, document } = open(text, {
    github: fakeGitHub({ cached }),
    settings: { inlayHints: inlayHintsOn },
  });
  const uses = targetUses(context.post, { start: 0, end: text.length });
  return inlayHints(context.post, uses, context.github.peek)
    .reverse()
    .reduce((shown, { position, label }) => {
      const at = document.lines.offsetAt(position);
      return `${shown.slice(0, at)}⟦${label}⟧${shown.slice(at)}`;
    }, text);
}

test("every reference and link has its badge behind it", () => {
  const url = `${root}/pull/4489`;
  const text = `[[a]], [a], [a][], [text][a], [text](${url}), <${url}> and ${url}\n\n[a]: ${url}\n`;
  expect(show(text, { [url]: pull })).toBe(
    `[[a]]⟦✓ merged⟧, [a]⟦✓ merged⟧, [a][]⟦✓ merged⟧, [text][a]⟦✓ merged⟧, [text](${url})⟦✓ merged⟧, <${url}>⟦✓ merged⟧ and ${url}⟦✓ merged⟧\n\n[a]: ${url}\n`,
  );
});

describe("a badge tells by its sign and word that the target is", () => {
  test.each<[string, string, Status | Failure]>([
    ["○ open", "pull/1", { ...pull, state: "open" }],
    ["◌ draft", "pull/1", { ...pull, state: "draft" }],
    ["◷ queued", "pull/1", { ...pull, state: "queued" }],
    ["✓ merged", "pull/1", { ...pull, state: "merged" }],
    ["✗ closed", "pull/1", { ...pull, state: "closed" }],
    ["○ open", "issues/1", issue],
    ["✓ done", "issues/1", { ...issue, state: "completed" }],
    ["⊘ not planned", "issues/1", { ...issue, state: "not-planned" }],
    ["⊘ duplicate", "issues/1", { ...issue, state: "duplicate" }],
    ["▣ archived", "", { ...repository, archived: true }],
    ["✗ checks failed", "commit/4df3c5d", { ...commit, checks: "failure" }],
    ["… checks running", "commit/4df3c5d", { ...commit, checks: "pending" }],
    ["○ open", "discussions/1", discussion],
    ["✓ answered", "discussions/1", { ...discussion, answered: true }],
    ["✗ closed", "discussions/1", { ...discussion, closed: true }],
    ["↑3 ↓1", "compare/master...fix", comparison],
    ["◌ draft", "releases/tag/1.35.4", { ...release, state: "draft" }],
    [
      "◇ pre-release",
      "releases/tag/1.35.4",
      { ...release, state: "prerelease" },
    ],
    ["? not found", "compare/gone", { reason: "not-found" }],
    ["? not found", "pull/1", { reason: "not-found" }],
  ])("%s", (badge, path, result) => {
    const url = path === "" ? root : `${root}/${path}`;
    expect(show(`[a](${url}).`, { [url]: result })).toBe(
      `[a](${url})⟦${badge}⟧.`,
    );
  });
});

test.each<[string, string, Known]>([
  ["a repository", root, { [root]: repository }],
  [
    "a commit",
    `${root}/commit/4df3c5d`,
    {
      [`${root}/commit/4df3c5d`]: { ...commit, checks: "success" },
    },
  ],
  ["a file", `${root}/blob/main/a.md`, {}],
  ["a page", "https://example.com/", {}],
  ["what is not known", `${root}/pull/1`, {}],
  [
    "what could not be asked",
    `${root}/pull/1`,
    {
      [`${root}/pull/1`]: { reason: "offline", detail: "down" },
    },
  ],
])("nothing stands beside %s", (_, url, cached) => {
  const text = `[a](${url}) and ![image](${url})`;
  expect(show(text, cached)).toBe(text);
});

test("what has no definition and what is no text has no badge", () => {
  const url = `${root}/pull/4489`;
  const text = `[b] \`[a]\` ![i][a]\n\n[a]: ${url}\n`;
  expect(show(text, { [url]: pull })).toBe(text);
});

test("only the range that is asked for has hints", () => {
  const url = `${root}/pull/4489`;
  const { context } = open(`[a](${url})\n\n[b](${url})\n\n[c](${url})\n`, {
    github: fakeGitHub({ cached: { [url]: pull } }),
  });
  const { lines } = context.post.document;
  const middle = targetUses(context.post, lines.line(2));
  const hints = inlayHints(context.post, middle, context.github.peek);
  expect(hints.map(({ position }) => position.line)).toEqual([2]);
});

test("the setting switches all of them off", () => {
  const url = `${root}/pull/4489`;
  expect(show(`[a](${url})`, { [url]: pull }, false)).toBe(`[a](${url})`);
});

test("the tooltip is the target's card", async () => {
  const url = `${root}/pull/4489`;
  const { context, signal } = open(`[a](${url})`, {
    github: fakeGitHub({ cached: { [url]: pull } }),
  });
  const uses = targetUses(context.post, { start: 0, end: 1 });
  const [hint] = inlayHints(context.post, uses, context.github.peek);
  if (!hint) throw new Error("There is no hint.");
  expect(hint.tooltip).toBeUndefined();
  const { tooltip } = await resolveInlayHint(context, hint, signal);
  expect((tooltip as MarkupContent).value).toContain("**Merged**");
});
