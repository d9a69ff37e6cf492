import type { Range, TextEdit } from "vscode-languageserver-types";
import type { Document } from "../markdown/document.js";
import { rewrite } from "../markdown/edits/rewrite.js";
import type { Span } from "../markdown/span.js";
import { parseUrl } from "../targets/url.js";
import type { Post } from "../workspace/post.js";
import { bulletsAt } from "./paste-bullets.js";
import { keepsLinks } from "./refactorings/keeps-links.js";
import {
  type NewReferences,
  newReferences,
  referenceAround,
} from "./refactorings/new-references.js";

/** What takes the place of a selection when URLs are pasted over it. */
export interface PastedUrls {
  /** For the menu of ways to paste. */
  readonly title: string;
  /** The cursor comes to stand behind it. */
  readonly newText: string;
  /** What follows the cursor in the same edit: a definition, where the selection is the last of the text. */
  readonly below: string;
  /** Elsewhere in the post. */
  readonly edits: readonly TextEdit[];
}

/**
 * The references that pasted URLs of GitHub become, with their definitions: `[[label]]`, `[selection][label]`, or a list of
 * them. Undefined where anything else is pasted, and where no reference can stand: in code, in front matter, in a link.
 */
export function pasteUrls(
  post: Post,
  range: Range,
  text: string,
): PastedUrls | undefined {
  const urls = urlsIn(text, post);
  if (urls.length === 0) return undefined;
  const { document } = post;
  const span = document.lines.spanOf(range);
  if (isInParts(document, span)) return undefined;
  const inner = wordsIn(document, span);
  const words = document.slice(inner.start, inner.end);
  const references = newReferences(post, { mayResolve: true });
  const labels = urls.flatMap(
    (destination) =>
      references.labelOf({ destination, title: { any: true } }) ?? [],
  );
  const [label] = labels;
  if (label === undefined || labels.length < urls.length) return undefined;
  if (urls.length > 1 && words !== "") return undefined;

  const newText =
    urls.length > 1
      ? bulletsAt(post, span, labels)
      : words === ""
        ? referenceAround(post, span, label)
        : document.slice(span.start, inner.start) +
          `[${words}][${label}]` +
          document.slice(inner.end, span.end);
  const links = urls.map((destination, index) => ({
    destination,
    words: words === "" ? (labels[index] ?? "") : words,
  }));
  return insert(post, span, newText, references, {
    title:
      urls.length > 1
        ? `Insert ${urls.length} references`
        : `Insert reference [${label}]`,
    links,
    isBlank: words === "",
  });
}

const mostUrls = 100;
const longest = 20_000;

/** The URLs a text is made of, one a line, each perhaps behind a list's marker; none if there is anything else. */
function urlsIn(text: string, { settings }: Post): string[] {
  if (text.length > longest) return [];
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== "");
  const urls = lines.flatMap(
    (line) =>
      /^\s*(?:[-*+]\s+|\d+[.)]\s+)?(https?:\/\/[^\s<>"]+)\s*$/i.exec(
        line,
      )?.[1] ?? [],
  );
  const areAll =
    urls.length === lines.length &&
    urls.length <= mostUrls &&
    urls.every((url) => parseUrl(url, settings.github.hosts).kind !== "url");
  return areAll ? urls : [];
}

/** Whether a link or definition is being written here, which a parser sees only when it is whole. */
function isInParts({ text, lines }: Document, { start }: Span): boolean {
  const line = lines.line(lines.positionAt(start).line);
  const before = text.slice(line.start, start);
  return (
    /(?:\]\(|[<"'=\\])$/.test(before) || /^[\s>]*\[[^\]]+\]:\s*$/.test(before)
  );
}

/**
 * The words of a selection: without the spaces at its ends and, where it begins a line, without what makes a list item,
 * heading or quote of that.
 */
function wordsIn({ text, lines }: Document, { start, end }: Span): Span {
  const line = lines.line(lines.positionAt(start).line);
  const isFirst = /^[\s>]*$/.test(text.slice(line.start, start));
  const selection = text.slice(start, end);
  const [lead = ""] = (isFirst ? opening : /^\s*/).exec(selection) ?? [];
  const rest = selection.slice(lead.length);
  return {
    start: start + lead.length,
    end: start + lead.length + rest.trimEnd().length,
  };
}

const opening = /^(?:[\s>]|(?:[-*+]|\d+[.)]|#{1,6})\s|\[[ xX]\]\s)*/;

function insert(
  post: Post,
  span: Span,
  newText: string,
  { definitions }: NewReferences,
  {
    title,
    links,
    isBlank,
  }: {
    readonly title: string;
    readonly links: readonly { destination: string; words: string }[];
    /** Whether no words are replaced, so that a paragraph or list may come where none was. */
    readonly isBlank: boolean;
  },
): PastedUrls | undefined {
  const { document } = post;
  const { edits, document: changed } = rewrite(
    document,
    [{ span, text: newText }],
    definitions,
  );
  const intended = {
    added: { at: span.start, links },
    resolves: definitions,
    bracketsAround: span,
    newBlocks: isBlank,
  };
  if (!keepsLinks(post, changed, intended)) return undefined;
  const isMain = ({ range, newText: written }: TextEdit) =>
    document.lines.offsetAt(range.start) === span.start &&
    written.startsWith(newText);
  const main = edits.find(isMain);
  return (
    main && {
      title,
      newText,
      below: main.newText.slice(newText.length),
      edits: edits.filter((edit) => edit !== main),
    }
  );
}
