import type { Nodes, Parents, PhrasingContent, TableCell } from "mdast";
import { answerFrom } from "./consultations.js";
import type { Document } from "./document.js";
import { lastUpTo } from "./lines.js";
import { onceFor } from "./remember.js";
import type { Span } from "./span.js";
import { parseTree } from "./syntax.js";

/**
 * The sentence around a reference or link, as a reader of the page sees it: one line of plain text. Of a table it is the
 * row. Where it says little (`See more at #12`, an item that is a reference alone) what leads to it comes first: the
 * sentence before it, the paragraph above the list. Undefined where nothing is said. `place`: a span in the
 * reference or link.
 */
export function sentenceAround(
  document: Document,
  place: Span,
): string | undefined {
  const around = blocksAround(document, place);
  const own = around.at(-1)?.text;
  if (own === undefined) return undefined;
  const sentences = around.map(({ text, at }) => {
    const all = sentencesIn(text);
    // Of what leads to it nothing comes after it.
    const index = at === undefined ? all.length - 1 : sentenceAt(all, at);
    return all.slice(0, index + 1);
  });
  const before = sentences.flat();
  let from = before.length - 1;
  const said = () => before.slice(from);
  while (from > 0 && said().length < most && wordsIn(said()) < fewest) from--;
  if (wordsIn(said()) === 0) return undefined;
  return said()
    .map(({ plain }) => plain.trim())
    .join(" ")
    .trim();
}

/** With so many words a sentence says something. */
const fewest = 4;
/** Sentences that are shown at once. */
const most = 3;

/** Characters of a list or quote that are read for one sentence of it. */
const longest = 100_000;

/** The block that holds a place, and before it those that lead to it. */
interface Block {
  readonly text: Flat;
  /** Where in the text the reference or link starts; absent in what leads to it. */
  readonly at?: number;
}

function blocksAround(document: Document, place: Span): Block[] {
  const { chunks } = document;
  const index = lastUpTo(chunks.starts, place.start);
  const end = chunks.starts[index + 1] ?? document.length;
  // What leads to a list stands in a chunk of its own.
  const from = Math.max(0, index - 1);
  const start = chunks.starts[from] ?? 0;
  if (end - start > longest) return [];
  const byteOrderMark = start === 0 && document.charAt(0) === "\uFEFF" ? 1 : 0;
  const base = start + byteOrderMark;
  const tree = parseTree(
    document.slice(base, end),
    { syntax: chunks.readAs, opensDocument: start === 0 },
    {
      micromark: [answerFrom((name) => chunks.names.has(name), [], base)],
      fromMarkdown: {},
    },
  );
  if (!tree) return [];
  const path = pathTo(tree, place.start - base);
  const block = path.findIndex(({ type }) => holders.has(type));
  const holder = path[block];
  if (!holder) return [];
  const written = document.slice(place.start, place.end);
  const flat = flatten(holder, place.start - base);
  const at = flat.at ?? Math.max(0, flat.plain.indexOf(written));
  return [
    ...leading(path.slice(0, block + 1)).map((node) => ({
      text: flatten(node),
    })),
    { text: flat, at },
  ];
}

const holders: ReadonlySet<string> = new Set([
  "paragraph",
  "heading",
  "tableRow",
]);

/** The nodes around an offset, the root first. */
function pathTo(node: Nodes, offset: number): Nodes[] {
  const child =
    "children" in node
      ? node.children.find((one) => covers(one, offset))
      : undefined;
  return child ? [node, ...pathTo(child, offset)] : [node];
}

function covers({ position }: Nodes, offset: number): boolean {
  const { start, end } = position ?? {};
  return (
    start?.offset !== undefined &&
    end?.offset !== undefined &&
    start.offset <= offset &&
    offset < end.offset
  );
}

/** What a paragraph goes on with: the one before it that ends in a colon; before a list, and in its items, in any way. */
function leading(path: readonly Nodes[]): Nodes[] {
  const paragraph = path.at(-1);
  if (paragraph?.type !== "paragraph") return [];
  for (let depth = path.length - 1; depth > 0; depth--) {
    const node = path[depth];
    const parent = path[depth - 1];
    if (!node || !parent || !("children" in parent)) continue;
    // The items of a list do not lead to each other.
    if (parent.type === "list") continue;
    const siblings: readonly Nodes[] = parent.children;
    const before = siblings[siblings.indexOf(node) - 1];
    if (before?.type === "paragraph")
      return node.type === "list" || endsInColon(before) ? [before] : [];
    if (before) return [];
  }
  return [];
}

function endsInColon(node: Nodes): boolean {
  return /[::]\s*$/.test(flatten(node).plain);
}

/** The text of a block in one line. */
interface Flat {
  readonly plain: string;
  /** Where links and references stand in it. */
  readonly links: readonly Span[];
  /** Those that show a label or an address, which are no words of the sentence. */
  readonly names: readonly Span[];
  readonly at: number | undefined;
}

function flatten(block: Nodes, offset?: number): Flat {
  let plain = "";
  const links: Span[] = [];
  const names: Span[] = [];
  let at: number | undefined;

  function add(text: string): void {
    const line = text.replace(/\s+/g, " ");
    const isApart = plain === "" || plain.endsWith(" ");
    plain += isApart ? line.trimStart() : line;
  }

  function visit(node: Nodes): void {
    const start = plain.length;
    switch (node.type) {
      case "text":
      case "inlineCode":
        add(node.value);
        break;
      case "break":
        add(" ");
        break;
      case "image":
      case "imageReference":
        add(node.alt ?? "");
        break;
      case "tableCell":
        if (plain.trim() !== "") add(" · ");
        visitAll(node);
        break;
      default:
        if ("children" in node) visitAll(node);
    }
    if (!isLink(node)) return;
    const span = { start, end: plain.length };
    links.push(span);
    if (isName(node)) names.push(span);
    if (offset !== undefined && at === undefined && covers(node, offset))
      at = start;
  }
  function visitAll({ children }: Parents): void {
    for (const child of children) visit(child);
  }
  visit(block);
  return { plain, links, names, at };
}

function isLink({ type }: Nodes): boolean {
  return /^(?:link|image)(?:Reference)?$/.test(type);
}

function isName(node: PhrasingContent | TableCell | Nodes): boolean {
  if (node.type === "linkReference") return node.referenceType !== "full";
  const [text] = node.type === "link" ? node.children : [];
  return (
    node.type === "link" && text?.type === "text" && text.value === node.url
  );
}

interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly plain: string;
  readonly flat: Flat;
}

/** Made when it is first asked for: that takes longer than to load all rules. */
const segmenterFor = onceFor(
  ({ language }: { readonly language: string }) =>
    new Intl.Segmenter(language, { granularity: "sentence" }),
);
const english = { language: "en" };

/** After these a full stop ends no sentence. */
export const abbreviations: ReadonlySet<string> = new Set([
  "e.g",
  "i.e",
  "etc",
  "vs",
  "cf",
  "approx",
]);

/** Never empty. No sentence ends in the text of a link. */
function sentencesIn(flat: Flat): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  const { plain, links } = flat;
  for (const { index, segment } of segmenterFor(english).segment(plain)) {
    const end = index + segment.length;
    const isCut = links.some((link) => link.start < end && end < link.end);
    const goesOn = abbreviations.has(wordBeforeStop(segment));
    if (end < plain.length && (isCut || goesOn)) continue;
    sentences.push({ start, end, plain: plain.slice(start, end), flat });
    start = end;
  }
  return sentences;
}

function wordBeforeStop(segment: string): string {
  const [, word = ""] = /([^\s\p{Ps}]+)\.\s*$/u.exec(segment.slice(-20)) ?? [];
  return word.toLowerCase();
}

function sentenceAt(sentences: readonly Sentence[], at: number): number {
  const index = sentences.findIndex(({ end }) => at < end);
  return index === -1 ? sentences.length - 1 : index;
}

/** How many words they have beside labels, addresses and numbers. */
function wordsIn(sentences: readonly Sentence[]): number {
  const words = sentences.flatMap(({ start, end, flat }) => {
    let prose = "";
    let from = start;
    for (const name of flat.names) {
      if (name.start < start || name.start >= end) continue;
      prose += flat.plain.slice(from, name.start);
      from = name.end;
    }
    prose += flat.plain.slice(from, end);
    return prose.split(" ");
  });
  return words.filter((word) =>
    /^\p{P}*\p{L}[\p{L}\p{M}'’-]*\p{P}*$/u.test(word),
  ).length;
}
