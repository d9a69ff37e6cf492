import type { Link } from "../../markdown/document.js";
import { type Rewritten, rewrite } from "../../markdown/edits/rewrite.js";
import type { Span } from "../../markdown/span.js";
import { parseUrl } from "../../targets/url.js";
import type { Post } from "../../workspace/post.js";
import { keepsLinks } from "./keeps-links.js";
import { refactoringKinds } from "./kinds.js";
import { newReferences, referenceAround } from "./new-references.js";
import { type Refactor, selectedOf } from "./refactoring.js";

/**
 * `[text](url)` becomes `[text][label]`, which the page shows the same; a URL that stands in the text becomes the label
 * of what it leads to on GitHub.
 */
export const linksToReferences: Refactor = ({ post }, selected) => {
  const links = selectedOf(
    post.document.links.filter(mayRefer(post)),
    selected,
  );
  if (links.length === 0) return [];
  const kind = refactoringKinds.toReference;
  const converted = convertLinks(post, links);
  const [label] = converted.labels;
  if (label === undefined) return [];
  return [
    {
      kind,
      title:
        converted.labels.length === 1
          ? `Convert to reference [${label}]`
          : `Convert ${converted.labels.length} links to references`,
      edits: converted.edits,
    },
  ];
};

/** The same for all links of the post, except those that lead to a place on the site itself. */
export const allLinksToReferences: Refactor = ({ post }) => {
  const links = post.document.links
    .filter(mayRefer(post))
    .filter(({ destination }) => /^https?:\/\//i.test(destination));
  if (links.length === 0) return [];
  return [
    {
      kind: refactoringKinds.allToReferences,
      title: `Convert all links to references (${links.length})`,
      make: () => convertLinks(post, links).edits,
    },
  ];
};

function mayRefer({ document, settings }: Post): (link: Link) => boolean {
  return ({ form, image, span, destination }) =>
    !image &&
    (form === "inline" ||
      // A backslash would escape the bracket that comes behind it.
      (document.charAt(span.start - 1) !== "\\" &&
        parseUrl(destination, settings.github.hosts).kind !== "url"));
}

interface Converted extends Pick<Rewritten, "edits"> {
  /** One for each link that is converted. */
  readonly labels: readonly string[];
}

/** Converts the links that can be. In a table, say, a label may not have every character. */
function convertLinks(post: Post, links: readonly Link[]): Converted {
  const all = attempt(post, links);
  const none = { edits: [], labels: [] };
  return all ?? attempt(post, convertible(post, links)) ?? none;
}

/** Those of many that can be converted, found by halves: mostly few cannot. */
function convertible(post: Post, links: readonly Link[]): readonly Link[] {
  if (links.length < 2) return [];
  const middle = links.length >> 1;
  return [links.slice(0, middle), links.slice(middle)].flatMap((half) =>
    attempt(post, half) ? half : convertible(post, half),
  );
}

function attempt(post: Post, links: readonly Link[]): Converted | undefined {
  const references = newReferences(post);
  const labels: string[] = [];
  const reworded: { span: Span; words: string }[] = [];
  const changes = links.flatMap((link) => {
    const isInline = link.form === "inline";
    const words = post.document.slice(link.textSpan.start, link.textSpan.end);
    const label = references.labelOf({
      destination: link.destination,
      title: isInline ? link.title : { any: true },
      ...(isInline && { text: words }),
    });
    if (label === undefined) return [];
    labels.push(label);
    if (!isInline) reworded.push({ span: link.span, words: label });
    return [
      isInline
        ? inlineChange(post, link, label)
        : {
            span: link.span,
            text: referenceAround(post, link.span, label),
          },
    ];
  });
  const { edits, document } = rewrite(
    post.document,
    changes,
    references.definitions,
  );
  return labels.length > 0 && keepsLinks(post, document, { reworded })
    ? { edits, labels }
    : undefined;
}

function inlineChange(
  { document: { text } }: Post,
  { span, textSpan }: Link,
  label: string,
) {
  const words = text.slice(textSpan.start, textSpan.end);
  const isShortcut = words === label;
  // What follows would be read with a shortcut as `[x][y]`, `[x](y)`, `[x]: y`.
  const collapsed = /[[(:]/.test(text[span.end] ?? "") ? "][]" : "]";
  return {
    span: { start: textSpan.end, end: span.end },
    text: isShortcut ? collapsed : `][${label}]`,
  };
}
