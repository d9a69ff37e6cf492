import { expect, test } from "vitest";
import { definition } from "../../server/src/features/definition.js";
import { frontMatterCompletion } from "../../server/src/features/front-matter-completion.js";
import { hover } from "../../server/src/features/hover.js";
import { applyEdits } from "../../server/src/markdown/edits/apply.js";
import { open, type Workspace } from "./context.js";

const authors = `ch1bo:
  name: Sebastian Nagel
  title: Hydra Team Lead
  url: https://github.com/ch1bo
coot:
  name: Marcin Szamotulski
JaredCorduan:
  name: Jared Corduan
`;
const post = (author: string, tags: string) =>
  `---\ntitle: A\nauthors: ${author}\ntags: [${tags}]\n---\n`;
const site: Workspace = {
  name: "2022-11-04-hydra.md",
  siteFiles: { "authors.yml": authors },
  others: {
    "2022-10-28-hydra.md": post("ch1bo", "hydra"),
    "2022-10-28-ledger.md": post("JaredCorduan", "ledger, release"),
    "2022-10-21-ledger.md": post("JaredCorduan", "ledger"),
  },
};

function complete(fixture: string, workspace: Workspace = site) {
  const { context, document, position } = open(fixture, workspace);
  const list = frontMatterCompletion(context.post, position);
  return {
    items: list?.items ?? [],
    labels: list?.items.map(({ label }) => label),
    accept(label: string) {
      const item = list?.items.find((one) => one.label === label);
      if (!item?.textEdit || !("range" in item.textEdit)) return undefined;
      return applyEdits(document, [item.textEdit]);
    },
  };
}

test("authors, those of the team first, found by name as by key", () => {
  const { items, labels } = complete("---\nauthors: $0\n---\n");
  expect(labels).toEqual(["ch1bo", "JaredCorduan", "coot"]);
  expect(items[0]).toMatchObject({
    detail: "Sebastian Nagel · Hydra Team Lead",
    filterText: "ch1bo Sebastian Nagel",
  });
});

test.each([
  ["---\nauthors: [ch1bo, $0]\n---\n", ["JaredCorduan", "coot"]],
  ["---\nauthors:\n  - ch1bo\n  - $0\n---\n", ["JaredCorduan", "coot"]],
  ["---\nauthors: [ch1bo, $0", ["JaredCorduan", "coot"]],
  [
    "---\nauthors:\n  - key: ch1bo\n  - key: co$0ot\n---\n",
    ["JaredCorduan", "coot"],
  ],
  ["---\ntags: [ledger, $0]\n---\n", ["hydra", "release"]],
  ["---\ntags:\n- led$0ger\n- release\n---\n", ["hydra", "ledger"]],
  ["---\ntags: [$0, hydra]\nauthors: ledger\n---\n", ["ledger", "release"]],
])("none that %j names already", (fixture, labels) => {
  expect(complete(fixture).labels).toEqual(labels);
});

test("a post counts once, however often it names a tag", () => {
  const { items } = complete("---\ntags: [$0]\n---\n", {
    ...site,
    others: { "2022-10-28-hydra.md": post("ch1bo", "hydra, x, hydra") },
  });
  expect(items.map(({ detail }) => detail)).toEqual(["1 post", "1 post"]);
});

test.each([
  ["---\nauthors: c$0\n---\n", "coot", "---\nauthors: coot\n---\n"],
  [
    "---\nauthors: [ch1bo, c$0o]\n---\n",
    "coot",
    "---\nauthors: [ch1bo, coot]\n---\n",
  ],
  [
    "---\nauthors:\n  - ch1bo\n  - $0\n---\n",
    "coot",
    "---\nauthors:\n  - ch1bo\n  - coot\n---\n",
  ],
  [
    "---\nauthors:\n  - key: $0\n---\n",
    "coot",
    "---\nauthors:\n  - key: coot\n---\n",
  ],
  ["---\ntags: $0\n---\n", "hydra", "---\ntags: [hydra]\n---\n"],
  [
    "---\ntags: [hydra, rel$0]\n---\n",
    "release",
    "---\ntags: [hydra, release]\n---\n",
  ],
  [
    "---\r\ntags:\r\n- le$0 # why\r\n---\r\n",
    "ledger",
    "---\r\ntags:\r\n- ledger # why\r\n---\r\n",
  ],
  ["---\ndraft: f$0\n---\n", "false", "---\ndraft: false\n---\n"],
  [
    "---\ntoc_max_heading_level: $0\n---\n",
    "4",
    "---\ntoc_max_heading_level: 4\n---\n",
  ],
  [
    "---\nslug: $0\n---\n",
    "2022-11-04-hydra",
    "---\nslug: 2022-11-04-hydra\n---\n",
  ],
  ["---\ndate: $0\n---\n", "2022-11-04", "---\ndate: 2022-11-04\n---\n"],
  ["---\ntitle: $0\n---\n", "A", "---\ntitle: A\n---\n"],
  [
    "---\nhide$0\n---\n",
    "hide_table_of_contents",
    "---\nhide_table_of_contents: \n---\n",
  ],
  ["---\nslu$0g: x\n---\n", "authors", "---\nauthors: x\n---\n"],
  ["---\ntitle: A\n$0", "tags", "---\ntitle: A\ntags: "],
])("%j, accepting %s", (fixture, label, expected) => {
  expect(complete(fixture).accept(label)).toBe(expected);
});

test("keys, first those that other posts have, none twice", () => {
  const { labels = [] } = complete("---\ntags: [a]\n$0\n---\n");
  expect(labels.slice(0, 2)).toEqual(["title", "authors"]);
  expect(labels).not.toContain("tags");
  expect(labels).not.toContain("author_url");
});

test.each([
  ["below the front matter", "---\ntitle: A\n---\n\nauthors: $0\n"],
  ["in a text without front matter", "authors: $0\n"],
  ["in quotes", '---\ntitle: "A$0"\n---\n'],
  ["behind a line across the page", "Text\n\n---\nauthors: $0\n"],
])("nothing %s", (_, fixture) => {
  expect(complete(fixture).labels).toBeUndefined();
});

test("nothing in a file that is no post", () => {
  expect(
    complete("---\nauthors: $0\n---\n", { ...site, name: "README.md" }).labels,
  ).toBeUndefined();
});

async function card(fixture: string, workspace = site) {
  const { context, document, position, signal } = open(fixture, workspace);
  const found = await hover(context, position, signal);
  if (!found?.range) return undefined;
  const { contents } = found;
  const { start, end } = document.lines.spanOf(found.range);
  return [
    document.text.slice(start, end),
    typeof contents === "object" && "value" in contents ? contents.value : "",
  ];
}

test("who an author is, what a tag and a field are for", async () => {
  expect(await card("---\nauthors: [ch$01bo]\n---\n")).toEqual([
    "ch1bo",
    "**Sebastian Nagel**\n\nHydra Team Lead\n\n<https://github.com/ch1bo>\n\nIn 1 other post here.",
  ]);
  expect(await card("---\nauthors: nob$0ody\n---\n")).toEqual([
    "nobody",
    "`authors.yml` has no `nobody`.",
  ]);
  expect(await card("---\ntags: [led$0ger]\n---\n")).toEqual([
    "ledger",
    "In 2 other posts here.",
  ]);
  expect((await card("---\ndra$0ft: true\n---\n"))?.[1]).toMatch(
    /^`draft`: Whether the post is left out/,
  );
  expect(await card("---\nspon$0sor: x\n---\n")).toBeUndefined();
});

test("text of the site's files is shown as text", async () => {
  const siteFiles = {
    "authors.yml":
      "a:\n  name: '[x](https://evil.example) <b>'\n  url: 'javascript:x'\n",
  };
  const [, value] =
    (await card("---\nauthors: a$0\n---\n", { ...site, siteFiles })) ?? [];
  expect(value?.replaceAll("\u2060", "")).toBe(
    "**\\[x\\](https://evil.example) \\<b>**\n\nIn no other posts here.",
  );
});

test("an author's definition is in authors.yml", () => {
  const { context, position } = open(
    "---\nauthors: [ch1bo, co$0ot]\n---\n",
    site,
  );
  expect(definition(context.post, position)).toEqual({
    uri: "file:///blog/authors.yml",
    range: { start: { line: 4, character: 0 }, end: { line: 4, character: 4 } },
  });
  const unknown = open("---\nauthors: x$0\n---\n", site);
  expect(definition(unknown.context.post, unknown.position)).toBeUndefined();
});
