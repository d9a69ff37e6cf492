import type { Nodes, Root } from "mdast";
import { bareUrls } from "./bare-urls.js";
import { type BracketPair, watchBrackets } from "./brackets.js";
import type {
  Comment,
  Definition,
  Document,
  Heading,
  Link,
  Reference,
} from "./document.js";
import { labelKey } from "./label.js";
import { mostUsedLineEnding } from "./line-ending.js";
import { indexLines } from "./lines.js";
import { type NodeSpans, recordSpans } from "./node-spans.js";
import {
  readBlock,
  readComments,
  readFrontMatter,
  readHeading,
} from "./read-blocks.js";
import {
  isBracketed,
  readDefinition,
  readLink,
  readReference,
} from "./read-references.js";
import { type Source, spanOf } from "./source.js";
import { parseTree, type Syntax } from "./syntax.js";
import { type Resolved, undefinedReferences } from "./undefined-references.js";

const byteOrderMark = "\uFEFF";

/** Reads a text. Never fails. */
export function parse(text: string, syntax: Syntax = "commonmark"): Document {
  // micromark drops a byte order mark without counting it; here it goes first, and every offset is moved back.
  const base = text.startsWith(byteOrderMark) ? byteOrderMark.length : 0;
  const pairs = new Map<number, BracketPair>();
  const parts = new Map<Nodes, NodeSpans>();
  const tree = parseTree(text.slice(base), syntax, () => {
    pairs.clear();
    parts.clear();
    return {
      micromark: watchBrackets(pairs, base),
      fromMarkdown: recordSpans(parts, base),
    };
  });
  const ordered = [...pairs.values()].sort((a, b) => a.open - b.open);
  return {
    text,
    syntax,
    lines: indexLines(text),
    eol: mostUsedLineEnding(text),
    ...readTree({ text, base, parts, pairs: ordered }, tree),
  };
}

type Content = Omit<Document, "text" | "syntax" | "lines" | "eol">;

function readTree(source: Source, tree: Root): Content {
  const definitions: Definition[] = [];
  const links: Link[] = [];
  const headings: Heading[] = [];
  const comments: Comment[] = [];
  const resolved: Resolved[] = [];
  const references: Omit<Reference, "definition">[] = [];
  const alerts = new Set<number>();

  function visit(node: Nodes, block: number): void {
    const span = spanOf(source, node);
    if (span) {
      switch (node.type) {
        case "definition":
          definitions.push(readDefinition(source, node, span, block));
          break;
        case "linkReference":
        case "imageReference":
          references.push(readReference(source, node, span));
          resolved.push(span);
          break;
        case "link":
        case "image":
          links.push(readLink(source, node, span));
          resolved.push(span);
          break;
        case "footnoteReference":
          resolved.push(span);
          break;
        case "heading":
          headings.push(readHeading(source, node, span));
          break;
        case "blockquote": {
          const first = node.children[0];
          const start =
            first?.type === "paragraph"
              ? spanOf(source, first)?.start
              : undefined;
          if (start !== undefined) alerts.add(start);
          break;
        }
        case "html":
        case "mdxFlowExpression":
        case "mdxTextExpression":
          comments.push(...readComments(source, node.type, span));
          break;
        default:
      }
    }
    if ("children" in node) {
      for (const [link, span] of bareUrls(source, node))
        links.push(readLink(source, link, span));
      for (const child of node.children) visit(child, block);
    }
  }
  tree.children.forEach((child, index) => {
    visit(child, index);
  });

  const defined = new Map<string, Definition>();
  for (const definition of definitions) {
    if (!defined.has(definition.key)) defined.set(definition.key, definition);
  }
  for (const found of undefinedReferences(
    source.text,
    source.pairs,
    resolved,
  )) {
    const { form, text, label, end, latentLabels } = found;
    // GitHub's alerts, `> [!NOTE]`.
    if (alerts.has(text.open) && /^![A-Za-z]+$/.test(text.content)) continue;
    const key = labelKey(label.content);
    // What Markdown leaves as text although the label is defined is none: `[a][` at the end of a block.
    if (defined.has(key)) continue;
    references.push({
      form,
      image: text.image,
      bracketed:
        form === "shortcut" && isBracketed(source.text, text.open, end),
      span: { start: text.open, end },
      textSpan: { start: text.contentStart, end: text.close },
      labelSpan: { start: label.contentStart, end: label.close },
      label: label.content,
      key,
      latentLabels,
    });
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
    frontMatter: readFrontMatter(source, tree.children[0]),
    blocks: tree.children.flatMap((node) => readBlock(source, node)),
    comments,
  };
}

function byStart(
  a: { span: { start: number } },
  b: { span: { start: number } },
) {
  return a.span.start - b.span.start;
}
