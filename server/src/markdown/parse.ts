import type { Nodes, Root, RootContent } from "mdast";
import { toString as textOf } from "mdast-util-to-string";
import { type BracketPair, watchBrackets } from "./brackets.js";
import type {
  Block,
  Comment,
  Definition,
  Document,
  FrontMatter,
  Heading,
  Link,
  Reference,
} from "./document.js";
import { labelKey } from "./label.js";
import { indexLines } from "./lines.js";
import { type NodeSpans, recordSpans } from "./node-spans.js";
import type { Span } from "./span.js";
import { parseTree, type Syntax } from "./syntax.js";
import {
  latentLabels,
  type Resolved,
  undefinedReferences,
} from "./undefined-references.js";

const byteOrderMark = "\uFEFF";

/** Reads a text. Never fails. */
export function parse(text: string, syntax: Syntax = "commonmark"): Document {
  // micromark drops a byte order mark without counting it; here it goes first, and every offset is moved back.
  const base = text.startsWith(byteOrderMark) ? byteOrderMark.length : 0;
  const source = text.slice(base);
  const pairs = new Map<number, BracketPair>();
  const parts = new Map<Nodes, NodeSpans>();
  const tree = parseTree(source, syntax, () => {
    pairs.clear();
    parts.clear();
    return {
      micromark: watchBrackets(pairs),
      fromMarkdown: recordSpans(parts),
    };
  });
  const read = readTree(source, tree, pairs, parts);
  return {
    text,
    lines: indexLines(text),
    eol: mostUsedLineEnding(text),
    ...(base === 0 ? read : moveSpans(read, base)),
  };
}

type Content = Omit<Document, "text" | "lines" | "eol">;

function readTree(
  source: string,
  tree: Root,
  pairs: ReadonlyMap<number, BracketPair>,
  parts: ReadonlyMap<Nodes, NodeSpans>,
): Content {
  const definitions: Definition[] = [];
  const links: Link[] = [];
  const headings: Heading[] = [];
  const comments: Comment[] = [];
  const resolved: Resolved[] = [];
  const references: Omit<Reference, "definition">[] = [];
  const alerts = new Set<number>();
  const orderedPairs = [...pairs.values()];

  function visit(node: Nodes, block: number): void {
    const span = spanOf(node);
    if (span) {
      const part = parts.get(node) ?? {};
      switch (node.type) {
        case "definition":
          definitions.push(readDefinition(node, span, part, block));
          break;
        case "linkReference":
        case "imageReference": {
          const reference = readReference(source, node, span, part);
          references.push(reference);
          resolved.push({
            ...span,
            linkText:
              node.type === "linkReference" ? reference.textSpan : undefined,
          });
          break;
        }
        case "link":
        case "image": {
          const link = readLink(source, node, span, part, orderedPairs);
          links.push(link);
          resolved.push({
            ...span,
            linkText: node.type === "link" ? link.textSpan : undefined,
          });
          break;
        }
        case "footnoteReference":
          resolved.push({ ...span, linkText: undefined });
          break;
        case "heading":
          headings.push(readHeading(node, span));
          break;
        case "blockquote": {
          const first = node.children[0];
          const start =
            first?.type === "paragraph" ? spanOf(first)?.start : undefined;
          if (start !== undefined) alerts.add(start);
          break;
        }
        case "html":
        case "mdxFlowExpression":
        case "mdxTextExpression": {
          comments.push(...readComments(source, node.type, span));
          break;
        }
        default:
      }
    }
    if ("children" in node) {
      for (const child of node.children) visit(child, block);
    }
  }
  tree.children.forEach((child, index) => {
    visit(child, index);
  });

  for (const { form, text, label, end } of undefinedReferences(
    source,
    pairs,
    resolved,
  )) {
    // GitHub's alerts, `> [!NOTE]`.
    if (alerts.has(text.open) && /^![A-Za-z]+$/.test(text.content)) continue;
    references.push({
      form,
      image: text.image,
      bracketed: form === "shortcut" && isBracketed(source, text.open, end),
      span: { start: text.open, end },
      textSpan: { start: text.contentStart, end: text.close },
      labelSpan: { start: label.contentStart, end: label.close },
      label: label.content,
      key: labelKey(label.content),
    });
  }

  const defined = new Map<string, Definition>();
  for (const definition of definitions) {
    if (!defined.has(definition.key)) defined.set(definition.key, definition);
  }
  return {
    references: references
      .map((reference) => ({
        ...reference,
        definition: defined.get(reference.key),
      }))
      .sort(byStart),
    definitions,
    defined,
    links: links.sort(byStart),
    headings,
    frontMatter: readFrontMatter(tree.children[0]),
    blocks: tree.children.flatMap((node) => readBlock(source, node)),
    comments,
  };
}

function readDefinition(
  node: Extract<Nodes, { type: "definition" }>,
  span: Span,
  part: NodeSpans,
  block: number,
): Definition {
  const label = part.labelSource ?? "";
  const afterLabel = part.label?.end ?? span.start;
  return {
    span,
    labelSpan: part.label ?? { start: span.start + 1, end: span.start + 1 },
    label,
    key: labelKey(label),
    destination: node.url,
    // `<>` has no destination token: it stands at the end, or before the title.
    destinationSpan: part.destination ?? {
      start: afterLabel,
      end: afterLabel,
    },
    title: node.title ?? undefined,
    titleSpan: part.title,
    block,
  };
}

function readReference(
  source: string,
  node: Extract<Nodes, { type: "linkReference" | "imageReference" }>,
  span: Span,
  part: NodeSpans,
): Omit<Reference, "definition"> {
  const textStart = span.start + (node.type === "imageReference" ? 2 : 1);
  const textSpan = part.text ?? { start: textStart, end: textStart };
  const label = part.labelSource ?? "";
  return {
    form: node.referenceType,
    image: node.type === "imageReference",
    bracketed:
      node.referenceType === "shortcut" &&
      isBracketed(source, span.start, span.end),
    span,
    textSpan,
    labelSpan: part.label ?? textSpan,
    label,
    key: labelKey(label),
  };
}

function readLink(
  source: string,
  node: Extract<Nodes, { type: "link" | "image" }>,
  span: Span,
  part: NodeSpans,
  pairs: readonly BracketPair[],
): Link {
  const image = node.type === "image";
  const opening = source[span.start];
  if (!image && opening !== "[") {
    const inside =
      opening === "<" ? { start: span.start + 1, end: span.end - 1 } : span;
    return {
      form: opening === "<" ? "autolink" : "bare",
      image,
      span,
      textSpan: inside,
      destination: node.url,
      destinationSpan: inside,
      latentLabels: [],
    };
  }
  const textStart = span.start + (image ? 2 : 1);
  const textSpan = part.text ?? { start: textStart, end: textStart };
  const empty = textSpan.end + 2;
  return {
    form: "inline",
    image,
    span,
    textSpan,
    destination: node.url,
    destinationSpan: part.destination ?? { start: empty, end: empty },
    latentLabels: image ? [] : latentLabels(textSpan, pairs),
  };
}

function readHeading(
  node: Extract<Nodes, { type: "heading" }>,
  span: Span,
): Heading {
  const first = node.children[0] && spanOf(node.children[0]);
  const lastChild = node.children.at(-1);
  const last = lastChild && spanOf(lastChild);
  return {
    depth: node.depth,
    span,
    text: textOf(node),
    textSpan: first && last ? { start: first.start, end: last.end } : span,
  };
}

function readFrontMatter(
  first: RootContent | undefined,
): FrontMatter | undefined {
  if (first?.type !== "yaml") return undefined;
  const span = spanOf(first);
  if (!span) return undefined;
  const firstLine = 4;
  const start = Math.min(span.start + firstLine, span.end);
  return { span, yamlSpan: { start, end: start + first.value.length } };
}

function readBlock(source: string, node: RootContent): Block[] {
  const span = spanOf(node);
  if (!span) return [];
  return [{ type: node.type, span, unclosed: isUnclosed(source, node, span) }];
}

function isUnclosed(source: string, node: RootContent, span: Span): boolean {
  if (span.end < source.trimEnd().length) return false;
  const block = source.slice(span.start, span.end);
  if (node.type === "code") {
    const fence = /^(`{3,}|~{3,})/.exec(block)?.[1];
    if (!fence) return false;
    const closing = new RegExp(
      `[\\n\\r][ ]{0,3}\\${fence[0]}{${fence.length},}[ \\t]*$`,
    );
    return !closing.test(block);
  }
  if (node.type === "html") return isUnclosedHtml(block);
  return false;
}

/** The HTML blocks that only their end condition ends (CommonMark §4.6, kinds 1–5); the others end at a blank line. */
function isUnclosedHtml(block: string): boolean {
  const kinds: readonly [start: RegExp, end: RegExp][] = [
    [
      /^<(?:script|pre|style|textarea)(?=[\s>]|$)/i,
      /<\/(?:script|pre|style|textarea)>/i,
    ],
    [/^<!--/, /-->/],
    [/^<\?/, /\?>/],
    [/^<!\[CDATA\[/, /\]\]>/],
    [/^<![A-Za-z]/, />/],
  ];
  const kind = kinds.find(([start]) => start.test(block));
  return kind !== undefined && !kind[1].test(block);
}

function readComments(source: string, type: string, span: Span): Comment[] {
  const pattern =
    type === "html" ? /<!--([\s\S]*?)-->/g : /\{\s*\/\*([\s\S]*?)\*\/\s*\}/g;
  return [...source.slice(span.start, span.end).matchAll(pattern)].map(
    (match) => ({
      span: {
        start: span.start + match.index,
        end: span.start + match.index + match[0].length,
      },
      value: match[1] ?? "",
    }),
  );
}

/** `[[x]]`: a shortcut whose neighbours are literal brackets. */
function isBracketed(source: string, start: number, end: number): boolean {
  return source[start - 1] === "[" && source[end] === "]";
}

function spanOf(node: Nodes): Span | undefined {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  return start === undefined || end === undefined ? undefined : { start, end };
}

function byStart(a: { span: Span }, b: { span: Span }): number {
  return a.span.start - b.span.start;
}

function mostUsedLineEnding(text: string): Document["eol"] {
  const counts = { "\n": 0, "\r\n": 0, "\r": 0 };
  for (const [ending] of text.matchAll(/\r\n|\n|\r/g)) {
    counts[ending as Document["eol"]]++;
  }
  if (counts["\r\n"] > counts["\n"] && counts["\r\n"] >= counts["\r"])
    return "\r\n";
  return counts["\r"] > counts["\n"] ? "\r" : "\n";
}

/** A copy with every span moved. */
function moveSpans<T>(value: T, by: number): T {
  if (value instanceof Map) {
    return new Map(
      [...value].map(([key, entry]) => [key, moveSpans(entry, by)]),
    ) as T;
  }
  if (Array.isArray(value))
    return value.map((item) => moveSpans(item, by)) as T;
  if (typeof value !== "object" || value === null) return value;
  if ("start" in value && "end" in value && typeof value.start === "number") {
    return { start: value.start + by, end: Number(value.end) + by } as T;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, moveSpans(entry, by)]),
  ) as T;
}
