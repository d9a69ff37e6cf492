import type { Document, Link } from "../markdown/document.js";
import { perLink } from "../markdown/per-chunk.js";
import { onceFor } from "../markdown/remember.js";
import { contains, type Span } from "../markdown/span.js";
import { isEscaped, openBracket, openingBracket } from "./bracket-pairs.js";
import { bracketedUrl } from "./bracketed-urls.js";
import { type LinkAttempt, makeLink, replace } from "./link-attempt.js";
import { unfinishedLink } from "./unfinished-links.js";
import { undefinedReferences } from "./used-keys.js";

/** In document order. */
export const linkAttempts = onceFor(findAttempts);

function findAttempts(document: Document): readonly LinkAttempt[] {
  const found = [
    ...suspects(document).flatMap(({ item: link }) =>
      link.form === "inline"
        ? emptyLink(document, link)
        : aroundUrl(document, link.span),
    ),
    ...undefinedReferences(document).flatMap((reference) =>
      bracketedUrl(document, reference),
    ),
  ];
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** Links that may be broken, by what stands beside them. */
const suspects = perLink((link, _given, { text, origin }) => {
  const { form, destination } = link;
  const said = (start: number, end: number) =>
    text.slice(start - origin, end - origin);
  const { span, textSpan } = link;
  const isSuspect =
    form === "inline"
      ? destination === "" || said(textSpan.start, textSpan.end).trim() === ""
      : /[\](（{]/.test(text.charAt(span.start - origin - 1)) ||
        text.charAt(span.end - origin) === ")";
  return isSuspect ? true : undefined;
});

/** What is broken is found by its URL, which Markdown links where it is no code. */
function aroundUrl(document: Document, url: Span): LinkAttempt[] {
  const { lines } = document;
  if (!/^<?(?:https?:\/\/|www\.)/i.test(document.slice(url.start, url.end)))
    return [];
  const lineStart = lines.line(lines.positionAt(url.start).line).start;
  const before = document.slice(lineStart, url.start);
  if (/\]\($/.test(before)) return unfinishedLink(document, url);
  if (/\][{（]$/.test(before))
    return otherParentheses(document, lineStart, url);
  if (/\]$/.test(before)) return noParentheses(document, lineStart, url);
  if (document.charAt(url.end) !== ")") return [];
  if (/\][ \t]+\($/.test(before)) return spaceBetween(document, lineStart, url);
  return /[^\s\](\\]\($/.test(before)
    ? noClosingBracket(document, lineStart, url)
    : [];
}

/** `[text] (https://…)` */
function spaceBetween(
  document: Document,
  lineStart: number,
  url: Span,
): LinkAttempt[] {
  const gap = /[ \t]+$/.exec(document.slice(lineStart, url.start - 1));
  const close = url.start - 2 - (gap?.[0].length ?? 0);
  return bracketed(document, lineStart, close, {
    kind: "space-between",
    end: url.end + 1,
    repairs: [
      {
        title: "Remove the space to make it a link",
        edits: [replace(close + 1, url.start - 1, "")],
        certain: true,
      },
    ],
  });
}

/** `[text]https://…`, where the closing parenthesis may be there: `[text]https://…)` */
function noParentheses(
  document: Document,
  lineStart: number,
  url: Span,
): LinkAttempt[] {
  const isAngled = document.charAt(url.start) === "<";
  // `([text]https://…)` closes what it opened.
  const isClosed =
    document.charAt(url.end) === ")" &&
    !/\([^()]*$/.test(document.slice(lineStart, url.start));
  // `[link]https://…[/link]` is another markup.
  if (document.slice(url.start, url.end).includes("[/")) return [];
  return bracketed(document, lineStart, url.start - 1, {
    kind: "no-parentheses",
    end: url.end + (isClosed ? 1 : 0),
    repairs: [
      {
        title: makeLink,
        edits: [
          replace(url.start, url.start + (isAngled ? 1 : 0), "("),
          ...(isClosed
            ? []
            : [replace(url.end - (isAngled ? 1 : 0), url.end, ")")]),
        ],
        certain: true,
      },
    ],
  });
}

/** `[text]{https://…}` and, as a keyboard for Chinese or Japanese writes it, `[text]（https://…）` */
function otherParentheses(
  document: Document,
  lineStart: number,
  url: Span,
): LinkAttempt[] {
  const { lines } = document;
  const opening = url.start - 1;
  const line = lines.line(lines.positionAt(url.start).line);
  // The wide parenthesis may be taken for a part of the URL.
  const rest = document.slice(url.start, line.end);
  const length = rest.search(
    document.charAt(opening) === "{" ? /[\s}]/ : /[\s）)]/,
  );
  const end = url.start + length;
  if (length === -1 || /\s/.test(document.charAt(end))) return [];
  return bracketed(document, lineStart, opening - 1, {
    kind: "other-parentheses",
    end: end + 1,
    repairs: [
      {
        title: makeLink,
        edits: [replace(opening, opening + 1, "("), replace(end, end + 1, ")")],
        certain: true,
      },
    ],
  });
}

/** `[text(https://…)` */
function noClosingBracket(
  document: Document,
  lineStart: number,
  url: Span,
): LinkAttempt[] {
  const { lines } = document;
  const lineEnd = lines.line(lines.positionAt(url.start).line).end;
  const parenthesis = url.start - 1;
  const open = openBracket(document, lineStart, parenthesis);
  if (open === undefined) return [];
  // A bracket that is closed behind the URL holds a remark.
  const isClosed = /^[^[]*\]/.test(document.slice(url.end + 1, lineEnd));
  const textSpan = { start: open + 1, end: parenthesis };
  if (isClosed || !isLinkText(document, lineStart, textSpan)) return [];
  return [
    {
      kind: "no-closing-bracket",
      span: { start: open, end: url.end + 1 },
      textSpan,
      repairs: [
        {
          title: makeLink,
          edits: [replace(parenthesis, parenthesis, "]")],
          certain: true,
        },
      ],
    },
  ];
}

/** An attempt whose text stands between brackets, the second of which is at `close`. */
function bracketed(
  document: Document,
  lineStart: number,
  close: number,
  {
    kind,
    end,
    repairs,
  }: Pick<LinkAttempt, "kind" | "repairs"> & { readonly end: number },
): LinkAttempt[] {
  const open = openingBracket(document, lineStart, close);
  if (open === undefined) return [];
  const textSpan = { start: open + 1, end: close };
  // `[a][b] (url)` is a reference, whether b is defined or not.
  if (
    document.charAt(open - 1) === "]" ||
    !isLinkText(document, lineStart, textSpan)
  )
    return [];
  const start =
    document.charAt(open - 1) === "!" &&
    !isEscaped(document.slice(lineStart, open), open - 1 - lineStart)
      ? open - 1
      : open;
  return [{ kind, span: { start, end }, textSpan, repairs }];
}

/** Whether brackets hold words, and not what has a meaning of its own in Markdown. */
function isLinkText(
  document: Document,
  lineStart: number,
  span: Span,
): boolean {
  const content = document.slice(span.start, span.end);
  // A number may be an entry of a bibliography; `^` makes a footnote, `!` an alert.
  if (/^\s*(?:\d*|\^.*|!.*)$/.test(content)) return false;
  const isTaskBox =
    /^[xX]$/.test(content) &&
    /^[\s>]*(?:[-*+]|\d+[.)])\s+$/.test(
      document.slice(lineStart, span.start - 1),
    );
  if (isTaskBox) return false;
  // A reference is a link already: what follows it in parentheses is a remark.
  const brackets = { start: span.start - 1, end: span.end + 1 };
  return !document.references.some(
    (reference) =>
      reference.definition &&
      (contains(brackets, reference.span) ||
        contains(reference.span, brackets)),
  );
}

/** `[text]()` and `[](https://…)`; not JavaScript's `call[name]()` or a function of C++, `[]()`. */
function emptyLink(
  document: Document,
  { image, span, textSpan, destination, destinationSpan }: Link,
): LinkAttempt[] {
  if (image || /[\p{L}\p{N}_)\]]/u.test(document.charAt(span.start - 1)))
    return [];
  const words = document.slice(textSpan.start, textSpan.end);
  if (destination === "" && /[\p{L}\p{N}]/u.test(words))
    return [
      {
        kind: "no-url",
        span,
        textSpan,
        repairs: [
          {
            title: "Make text of it",
            edits: [
              replace(span.start, textSpan.start, ""),
              replace(textSpan.end, span.end, ""),
            ],
            certain: false,
          },
        ],
      },
    ];
  if (words.trim() !== "" || !/^https?:\/\//i.test(destination)) return [];
  return [
    {
      kind: "no-text",
      span,
      textSpan,
      repairs: [
        {
          title: "Show the URL",
          edits: [
            replace(
              span.start,
              span.end,
              `<${document.slice(destinationSpan.start, destinationSpan.end)}>`,
            ),
          ],
          certain: false,
        },
      ],
    },
  ];
}
