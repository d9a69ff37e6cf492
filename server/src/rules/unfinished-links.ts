import type { Document } from "../markdown/document.js";
import { contains, type Span } from "../markdown/span.js";
import {
  openBracket,
  openingBracket,
  paragraphStart,
} from "./bracket-pairs.js";
import {
  type LinkAttempt,
  type LinkRepair,
  makeLink,
  replace,
} from "./link-attempt.js";

/** Why `](https://…` ends no link; nothing where that does not show. */
export function unfinishedLink(document: Document, url: Span): LinkAttempt[] {
  const close = url.start - 2;
  const from = paragraphStart(document, close);
  if (/\\[[\]]/.test(document.slice(from, url.start))) return [];
  const open = openingBracket(document, from, close);
  if (open === undefined) {
    return openBracket(document, from, close) === undefined
      ? noOpeningBracket(document, url)
      : [];
  }
  const textSpan = { start: open + 1, end: close };
  const words = document.slice(textSpan.start, textSpan.end);
  const backticks = words.match(/`/g)?.length ?? 0;
  if (/^\^/.test(words) || backticks % 2 === 1) return [];
  const attempt = ending(document, url);
  if (attempt !== undefined)
    return [
      {
        kind: attempt.kind,
        span: { start: open, end: attempt.end },
        textSpan,
        repairs: attempt.repairs,
      },
    ];
  return linkInside(document, { start: open, end: url.end + 1 }, textSpan);
}

interface Ending extends Pick<LinkAttempt, "kind" | "repairs"> {
  readonly end: number;
}

/** What is wrong behind the URL; undefined where its parenthesis is closed. */
function ending(document: Document, url: Span): Ending | undefined {
  const { lines } = document;
  const rest = document.slice(
    url.end,
    lines.line(lines.positionAt(url.start).line).end,
  );
  if (rest.startsWith(")")) return undefined;
  if (/^[\]}>]/.test(rest)) {
    return {
      kind: "wrong-end",
      end: url.end + 1,
      repairs: [
        {
          title: makeLink,
          edits: [replace(url.end, url.end + 1, ")")],
          certain: true,
        },
      ],
    };
  }
  const more = /^\s+([^()]*[^()\s])\s*\)/.exec(rest);
  const words = more?.[1];
  if (more !== null && words !== undefined)
    return {
      kind: "text-after-url",
      end: url.end + more[0].length,
      repairs: afterUrl(
        document,
        url,
        { start: url.end, end: url.end + more[0].length - 1 },
        words,
      ),
    };
  return {
    kind: "unclosed",
    end: url.end,
    repairs: [
      {
        title: makeLink,
        edits: [replace(url.end, url.end, ")")],
        certain: /^[\s.,;:!?]*$/.test(rest),
      },
    ],
  };
}

/** A title without its quotes, or with those of a typographer; or an address with spaces in it. */
function afterUrl(
  document: Document,
  url: Span,
  tail: Span,
  words: string,
): LinkRepair[] {
  const title = words.replace(/^["'“”„‘’«»]+|["'“”„‘’«»]+$/gu, "");
  const isQuoted = title !== words;
  const asTitle: LinkRepair = {
    title: `Make “${title}” the link's title`,
    edits: [replace(tail.start, tail.end, ` "${title}"`)],
    certain: false,
  };
  const asAddress: LinkRepair = {
    title: "Write the spaces in the address as %20",
    edits: [
      replace(
        tail.start,
        tail.end,
        document.slice(tail.start, tail.end).trimEnd().replace(/\s/g, "%20"),
      ),
    ],
    certain: false,
  };
  const isAddress =
    /\.\w{1,5}$/.test(words) ||
    /\/wiki\//.test(document.slice(url.start, url.end));
  if (/["\\]/.test(title)) return isQuoted ? [] : [asAddress];
  if (isQuoted) return [asTitle];
  return isAddress ? [asAddress, asTitle] : [asTitle, asAddress];
}

/** `text](https://…)`: how many words before it are its text is not known. */
function noOpeningBracket(document: Document, url: Span): LinkAttempt[] {
  const { lines } = document;
  if (document.charAt(url.end) !== ")") return [];
  const close = url.start - 2;
  const { start } = lines.line(lines.positionAt(close).line);
  const before = document.slice(start, close);
  const clause =
    /(?:^[\s>]*(?:[-*+]\s+|\d{1,9}[.)]\s+|#{1,6}\s+)?|[.!?;:,(]\s+)(?<clause>[^\s.!?;:,(](?:(?![.!?;:,(]\s).)*)$/u.exec(
      before,
    )?.groups?.clause;
  const word = /\S+$/.exec(before)?.[0];
  if (word === undefined || /[`\\]/.test(before)) return [];
  const options = [...new Set([clause ?? word, word])];
  const first = options[0] ?? word;
  return [
    {
      kind: "no-opening-bracket",
      span: { start: close - first.length, end: url.end + 1 },
      textSpan: { start: close - first.length, end: close },
      repairs: options.map((words) => ({
        title: `Make a link of “${words}”`,
        edits: [replace(close - words.length, close - words.length, "[")],
        certain: false,
      })),
    },
  ];
}

/** Links do not nest (CommonMark §6.3): the inner one is a link, what is around it is not. */
function linkInside(
  { links }: Document,
  span: Span,
  textSpan: Span,
): LinkAttempt[] {
  const inner = links.filter(
    (link) => !link.image && contains(textSpan, link.span),
  );
  if (inner.length === 0 || inner.some(({ form }) => form !== "inline"))
    return [];
  return [
    {
      kind: "link-inside",
      span,
      textSpan,
      repairs: [
        {
          title: "Make text of the link inside",
          edits: inner.flatMap((link) => [
            replace(link.span.start, link.textSpan.start, ""),
            replace(link.textSpan.end, link.span.end, ""),
          ]),
          certain: false,
        },
      ],
    },
  ];
}
