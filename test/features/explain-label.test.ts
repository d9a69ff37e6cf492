import { expect, test } from "vitest";
import { explainLabel } from "../../server/src/features/explain-label.js";
import { open } from "./context.js";

const root = "https://github.com/iog";
const post = (front: string, labels: Readonly<Record<string, string>>) =>
  `---\n${front}\n---\n\n${Object.entries(labels)
    .map(([label, path]) => `[${label}]: ${root}/${path}\n`)
    .join("")}`;

const others = {
  "2022-09-01-network.md": post("tags: [network]", {
    "ouroboros-network#4067": "ouroboros-network/pull/4067",
    "node#12": "node/pull/12",
  }),
  "2022-09-15-network.md": post("tags: [network]", {
    "on#4108": "ouroboros-network/pull/4108",
    "on#4109": "ouroboros-network/pull/4109",
  }),
  "2022-09-16-ledger.md": post("tags: [ledger]", {
    "pull-3138": "ledger/pull/3138",
  }),
};

/** As lines: the title, `heading:`, `text | detail | where`. */
function explain(fixture: string, front = "tags: [network]") {
  const { context, position } = open(`---\n${front}\n---\n\n${fixture}`, {
    others,
    name: "2022-10-01-here.md",
  });
  const found = explainLabel(context.post, position);
  return (
    found && [
      found.title,
      ...found.sections.flatMap(({ heading, rows }) => [
        `${heading}:`,
        ...rows.map(({ text, detail, url, place }) =>
          [text, detail, url?.replace(root, "…"), place?.uri.slice(13)]
            .filter((part) => part !== undefined)
            .join(" | "),
        ),
      ]),
    ]
  );
}

test("a label: its meaning, its style among the posts, and posts that write so", () => {
  expect(
    explain(
      `[[ouroboros-network#4$0]]\n\n[ouroboros-network#4]: ${root}/ouroboros-network/pull/4\n`,
    ),
  ).toEqual([
    "Why [ouroboros-network#4]?",
    "The label:",
    "[ouroboros-network#4] | pull request iog/ouroboros-network#4 | …/ouroboros-network/pull/4",
    "Weeknotes would name it so, too",
    "How posts name a pull request:",
    "this post | {repo}#{n} 1×",
    "its team at about that time | on#{n} 2×, {repo}#{n} 2× (1 of this repository)",
    "tag network | on#{n} 2×, {repo}#{n} 2× (1 of this repository)",
    "folder blog | on#{n} 2×, {repo}#{n} 2× (1 of this repository), pull-{n} 1×",
    "all posts | on#{n} 2×, {repo}#{n} 2× (1 of this repository), pull-{n} 1×",
    "Posts that write so:",
    "2022-09-15-network | [on#4108] and 1 more | 2022-09-15-network.md",
    "2022-09-01-network | [ouroboros-network#4067] and 1 more | 2022-09-01-network.md",
  ]);
});

test("a bare URL: the label it would get, with the short name of the team", () => {
  expect(explain(`${root}/ouroboros-network/pull/5$0`)?.slice(0, 4)).toEqual([
    "Why [on#5]?",
    "The label:",
    "[on#5] | pull request iog/ouroboros-network#5 | …/ouroboros-network/pull/5",
    "This is how Weeknotes would name it here",
  ]);
});

test("a definition in another style", () => {
  expect(
    explain(`[PR $04]: ${root}/ledger/pull/4`, "tags: [ledger]")?.slice(0, 5),
  ).toEqual([
    "Why [PR 4]?",
    "The label:",
    "[PR 4] | pull request iog/ledger#4 | …/ledger/pull/4",
    "Weeknotes would name it so, too",
    "How posts name a pull request:",
  ]);
});

test("a label without definition: what it may mean", () => {
  expect(explain("[[on#4110$0]]")).toEqual([
    "What is [on#4110]?",
    "This post does not define it. It may be:",
    "iog/ouroboros-network#4110 | certain: iog/ouroboros-network is named 3 times in the posts | …/ouroboros-network/pull/4110",
  ]);
  expect(explain("[[x y$0]]")?.at(-1)).toBe(
    "Nothing that a post or setting knows of",
  );
});

test("a page elsewhere, and nothing at all", () => {
  expect(explain("https://example.org/a$0")).toContain(
    "Styles are learned for what lies in a repository only",
  );
  expect(explain("just $0 text")).toBeUndefined();
});

test("what a text says is no icon and no second line", () => {
  const [title] = explain("[[a $(trash)\nb$0]]") ?? [];
  expect(title).not.toContain("$(trash)");
  expect(title).not.toContain("\n");
});
