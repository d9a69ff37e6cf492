import type { Nodes, RootContent } from "mdast";
import { bareUrls } from "./bare-urls.js";
import type { Content, UnresolvedReference } from "./chunk.js";
import type { Comment, Definition, Heading, Link } from "./document.js";
import { labelKey } from "./label.js";
import { type Name, nameOfFootnote, nameOfLabel } from "./names.js";
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
import { type Resolved, undefinedReferences } from "./undefined-references.js";

interface ReadContent {
  readonly content: Content;
  /** See `Chunk`. */
  readonly names: readonly Name[];
  readonly definesLate: boolean;
}

/** What some neighbouring top-level blocks say. `source.pairs` are those in these blocks. */
export function readContent(
  source: Source,
  blocks: readonly RootContent[],
): ReadContent {
  const definitions: Definition[] = [];
  const links: Link[] = [];
  const headings: Heading[] = [];
  const comments: Comment[] = [];
  const resolved: Resolved[] = [];
  const references: UnresolvedReference[] = [];
  const alerts = new Set<number>();
  const names: Name[] = [];
  let definesLate = false;

  function visit(node: Nodes, block: number, isInDirective: boolean): void {
    const span = spanOf(source, node);
    if (span) {
      switch (node.type) {
        case "definition": {
          const definition = readDefinition(source, node, span, block);
          definitions.push(definition);
          names.push(nameOfLabel(definition.key));
          definesLate ||= isInDirective;
          break;
        }
        case "footnoteDefinition":
          names.push(nameOfFootnote(labelKey(node.identifier)));
          definesLate ||= isInDirective;
          break;
        case "linkReference":
        case "imageReference":
          references.push({
            ...readReference(source, node, span),
            isLinked: true,
          });
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
      const isDirective = isInDirective || node.type === "containerDirective";
      for (const child of node.children) visit(child, block, isDirective);
    }
  }
  blocks.forEach((block, index) => {
    visit(block, index, false);
  });

  for (const found of undefinedReferences(
    source.text,
    source.pairs,
    resolved,
  )) {
    const { form, text, label, end, latentLabels } = found;
    // GitHub's alerts, `> [!NOTE]`.
    if (alerts.has(text.open) && /^![A-Za-z]+$/.test(text.content)) continue;
    references.push({
      form,
      image: text.image,
      bracketed:
        form === "shortcut" && isBracketed(source.text, text.open, end),
      span: { start: text.open, end },
      textSpan: { start: text.contentStart, end: text.close },
      labelSpan: { start: label.contentStart, end: label.close },
      label: label.content,
      key: labelKey(label.content),
      latentLabels,
      isLinked: false,
    });
  }

  return {
    content: {
      references: references.sort(byStart),
      definitions,
      links: links.sort(byStart),
      headings,
      frontMatter: readFrontMatter(source, blocks[0]),
      blocks: blocks.flatMap((node) => readBlock(source, node)),
      comments,
    },
    names,
    definesLate,
  };
}

function byStart(
  a: { span: { start: number } },
  b: { span: { start: number } },
) {
  return a.span.start - b.span.start;
}
