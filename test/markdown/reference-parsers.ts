import { Parser } from "commonmark";
import type { Nodes } from "mdast";
import remarkDirective from "remark-directive";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import type { Document } from "../../server/src/markdown/document.js";

/** What two parsers are compared by: one line for each definition and each reference that links. */
export interface Linked {
  readonly definitions: readonly string[];
  readonly references: readonly string[];
}

const remark = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkFrontmatter, ["yaml", "toml"])
  .use(remarkDirective)
  .freeze();

/** What remark links, where and to what. */
export function linkedByRemark(text: string): Linked {
  const definitions: string[] = [];
  const references: string[] = [];
  const urls = new Map<string, string>();
  const tree = remark.parse(text);
  visit(tree, "definition", (node) => {
    definitions.push(
      `${lineOf(node)} ${node.identifier} → ${node.url} ${node.title}`,
    );
    if (!urls.has(node.identifier)) urls.set(node.identifier, node.url);
  });
  visit(tree, ["linkReference", "imageReference"], (node) => {
    if (node.type !== "linkReference" && node.type !== "imageReference") return;
    const { start, end } = offsets(text, node);
    references.push(
      `${start}-${end} ${node.referenceType} → ${urls.get(node.identifier)}`,
    );
  });
  return { definitions, references };
}

/** The same of a document. */
export function linkedByUs(document: Document): Linked {
  return {
    definitions: document.definitions.map(
      ({ span, key, destination, title }) =>
        `${document.lines.positionAt(span.start).line} ${key.toLowerCase()} → ${destination} ${title ?? null}`,
    ),
    references: document.references
      .filter(({ definition }) => definition !== undefined)
      .map(
        ({ span, form, definition }) =>
          `${span.start}-${span.end} ${form} → ${definition?.destination}`,
      ),
  };
}

/** The destinations of all links and images that commonmark.js makes, in order. */
export function destinationsByCommonmark(text: string): string[] {
  const destinations: string[] = [];
  const walker = new Parser().parse(text).walker();
  let inImage = 0;
  for (let event = walker.next(); event; event = walker.next()) {
    const { entering, node } = event;
    if (node.type !== "link" && node.type !== "image") continue;
    if (entering && inImage === 0)
      destinations.push(decoded(node.destination ?? ""));
    // An image's description is text: the links in it link nothing.
    if (node.type === "image") inImage += entering ? 1 : -1;
  }
  return destinations;
}

/** The same of a document. */
export function destinationsByUs(document: Document): string[] {
  const inline = document.links.filter(({ form }) => form !== "bare");
  const all = [
    ...inline.map(({ span, destination }) => ({ span, destination })),
    ...document.references.flatMap(({ span, definition }) =>
      definition ? [{ span, destination: definition.destination }] : [],
    ),
  ];
  return all
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ destination }) => decoded(destination));
}

function decoded(destination: string): string {
  try {
    return decodeURI(destination);
  } catch {
    return destination;
  }
}

function lineOf(node: Nodes): number {
  return (node.position?.start.line ?? 0) - 1;
}

function offsets(text: string, node: Nodes): { start: number; end: number } {
  const base = text.startsWith("\uFEFF") ? 1 : 0;
  return {
    start: (node.position?.start.offset ?? 0) + base,
    end: (node.position?.end.offset ?? 0) + base,
  };
}
