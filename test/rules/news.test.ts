import { expect, test } from "vitest";
import type { Document } from "../../server/src/markdown/document.js";
import { edit } from "../../server/src/markdown/edit.js";
import { parse } from "../../server/src/markdown/parse.js";
import { checkPost } from "../../server/src/rules/check.js";
import { factsOf } from "../../server/src/workspace/facts.js";
import { createIndex } from "../../server/src/workspace/index.js";
import type {
  Knowledge,
  Learned,
} from "../../server/src/workspace/knowledge.js";
import { defaultSettings } from "../../server/src/workspace/settings.js";

const { hosts } = defaultSettings.github;
const folder = "file:///site/blog/";
const base = "https://github.com/input-output-hk";

/** A text in a workspace whose other posts change while it stays open. */
function workspace() {
  const index = createIndex(defaultSettings, folder);
  const facts = (name: string, document: Document) =>
    factsOf(`${folder}${name}`, document, hosts);
  return {
    set: (name: string, text: string) => index.set(facts(name, parse(text))),
    delete: (name: string) => index.delete(`${folder}${name}`),
    /** `taught`: the first text with the same definitions and links, as the server has it. */
    knowledge: (document: Document, taught = document) =>
      index.knowledgeOf(`${folder}post.md`, facts("post.md", document), taught),
  };
}

function said(document: Document, knowledge: Knowledge) {
  const uri = `${folder}post.md`;
  const post = { uri, document, knowledge, settings: defaultSettings };
  return checkPost(post)
    .filter(({ rule }) => rule.id !== "unused-definition")
    .map(({ rule, finding }) => `${rule.id}: ${finding.message}`);
}

test("a text is judged anew when posts come to call a repository by its word, or no more", () => {
  const document = parse(
    `[tullia#4087](${base}/ouroboros-network/pull/4087)\n`,
  );
  const { set, delete: remove, knowledge } = workspace();
  const ours = () => said(document, knowledge(document));
  const mismatch =
    "text-target-mismatch: “tullia#4087” leads to pull request 4087 of ouroboros-network.";
  expect(ours()).toEqual([]);
  set("a.md", `${base}/tullia\n`);
  expect(ours()).toEqual([mismatch]);
  // A habit of the team's.
  set(
    "b.md",
    [1, 2, 3, 4]
      .map((n) => `[tullia#${n}]: ${base}/ouroboros-network/pull/${n}\n`)
      .join(""),
  );
  expect(ours()).toEqual([]);
  remove("b.md");
  expect(ours()).toEqual([mismatch]);
  remove("a.md");
  expect(ours()).toEqual([]);
});

test("a text is judged anew when the post itself makes a habit of its word elsewhere", () => {
  const filler = Array.from({ length: 200 }, (_, n) => `Word ${n}.\n\n`);
  const habit = [1, 2, 3, 4]
    .map((n) => `[tullia#${n}](${base}/ouroboros-network/pull/${n})\n\n`)
    .join("");
  const start = `[tullia#4087](${base}/ouroboros-network/pull/4087)\n\n${filler.join("")}`;
  const { set, knowledge } = workspace();
  set("a.md", `${base}/tullia\n`);
  let document = parse(start);
  const mismatch = said(document, knowledge(document));
  expect(mismatch).toHaveLength(1);
  const end = document.text.length;
  document = edit(document, [{ span: { start: end, end }, text: habit }]);
  expect(said(document, knowledge(document))).toEqual([]);
  document = edit(document, [
    { span: { start: end, end: end + habit.length }, text: "" },
  ]);
  expect(said(document, knowledge(document))).toEqual(mismatch);
});

test("a definition conflicts as long as the other posts' say something else", () => {
  const document = parse(`[[mithril]]\n\n[mithril]: ${base}/hydra\n`);
  const { set, delete: remove, knowledge } = workspace();
  const ours = () =>
    said(document, knowledge(document)).filter((it) =>
      it.startsWith("conflicting-definition"),
    );
  expect(ours()).toEqual([]);
  set("a.md", `[mithril]: ${base}/mithril\n`);
  expect(ours()).toEqual([
    "conflicting-definition: [mithril] leads to the repository hydra here, and to the repository mithril in a.md.",
  ]);
  set("b.md", `[mithril]: ${base}/mithril\n`);
  expect(ours()).toEqual([
    "conflicting-definition: [mithril] leads to the repository hydra here, and to the repository mithril in a.md and 1 other post.",
  ]);
  set("b.md", `[mithril]: ${base}/hydra\n`);
  expect(ours()).toEqual([]);
  remove("b.md");
  expect(ours()).toHaveLength(1);
  remove("a.md");
  expect(ours()).toEqual([]);
});

test("a key that breaks a reference asks nothing again of what posts call repositories, and of their labels", () => {
  const lines = Array.from(
    { length: 300 },
    (_, n) =>
      `[tullia#${n + 100}](${base}/hydra/pull/${n + 100}) and [[label-${n}]].\n\n`,
  );
  const labels = Array.from(
    { length: 300 },
    (_, n) => `[label-${n}]: https://example.org/${n}\n`,
  );
  const first = parse(`${lines.join("")}${labels.join("")}`);
  const { set, knowledge } = workspace();
  set("a.md", `${base}/tullia\n`);
  let asked = 0;
  const counting = new Map<Learned, Learned>();
  function counted(document: Document): Knowledge {
    const known = knowledge(document, first);
    const learned = counting.get(known.learned) ?? {
      ...known.learned,
      knowsRepository(...word) {
        asked++;
        return known.learned.knowsRepository(...word);
      },
      isDefinedElsewhere(...key) {
        asked++;
        return known.learned.isDefinedElsewhere(...key);
      },
    };
    counting.set(known.learned, learned);
    return { ...known, ...learned, learned };
  }
  said(first, counted(first));
  expect(asked).toBeGreaterThan(300);
  asked = 0;
  const start = first.text.indexOf("[[label-150]]") + 3;
  const document = edit(first, [{ span: { start, end: start + 1 }, text: "" }]);
  const after = said(document, counted(document));
  expect(after).toEqual(said(parse(document.text), knowledge(document)));
  expect(asked).toBeLessThan(10);
});
