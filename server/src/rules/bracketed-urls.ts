import type { Document, Reference } from "../markdown/document.js";
import { type LinkAttempt, makeLink, replace } from "./link-attempt.js";

function isUrl(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text);
}

/** `#what-we-did`, if a heading of the post is called so, `/tags/sre` and `../about.md`: an address, and no label. */
function isPlaceOnSite({ headings }: Document, label: string): boolean {
  if (/^\.{0,2}\/[^\s/]\S*$/.test(label)) return true;
  const slug = /^#(\S+)$/.exec(label)?.[1]?.toLowerCase();
  return (
    slug !== undefined &&
    headings.some(
      (heading) =>
        heading.text
          .toLowerCase()
          .replace(/[^\p{L}\p{N}\s_-]/gu, "")
          .replace(/\s/g, "-") === slug,
    )
  );
}

/** `[[url][text]]`, and the same in one pair of brackets less. */
function urlFirst(
  document: Document,
  {
    span,
    textSpan,
    labelSpan,
  }: Pick<Reference, "span" | "textSpan" | "labelSpan">,
): LinkAttempt[] {
  const outer =
    document.charAt(span.start - 1) === "[" && document.charAt(span.end) === "]"
      ? 1
      : 0;
  const whole = { start: span.start - outer, end: span.end + outer };
  const words = document.slice(labelSpan.start, labelSpan.end);
  const url = document.slice(textSpan.start, textSpan.end);
  return [
    {
      kind: "url-first",
      span: whole,
      textSpan: labelSpan,
      repairs: [
        {
          title: makeLink,
          edits: [replace(whole.start, whole.end, `[${words}](${url})`)],
          certain: true,
        },
      ],
    },
  ];
}

/** `[text][url]`, `(text)[url]` and `[[url][text]]`; the reference is one without a definition. */
export function bracketedUrl(
  document: Document,
  { form, label, labelSpan, textSpan, span, image }: Reference,
): LinkAttempt[] {
  const { lines } = document;
  if (form === "full" && isUrl(document.slice(textSpan.start, textSpan.end)))
    return urlFirst(document, { span, textSpan, labelSpan });
  const isPlace = form === "full" && isPlaceOnSite(document, label);
  if (!isUrl(label) && !isPlace) return [];
  const close = [
    replace(textSpan.end, labelSpan.start, "]("),
    replace(labelSpan.end, span.end, ")"),
  ];
  if (form === "full") {
    if (document.slice(textSpan.start, textSpan.end).trim() === "") return [];
    return [
      {
        kind: "brackets-for-parentheses",
        span,
        textSpan,
        repairs: [{ title: makeLink, edits: close, certain: true }],
      },
    ];
  }
  if (form !== "shortcut" || image || document.charAt(span.start - 1) !== ")")
    return [];
  const line = lines.line(lines.positionAt(span.start).line);
  const before = document.slice(line.start, span.start);
  const match = /\(([^()[\]\s](?:[^()[\]]*[^()[\]\s])?)\)$/.exec(before);
  const open = match && line.start + match.index;
  // `f(x)[…]` is a call, `[a](b)[…]` a link.
  if (open === null || /[\p{L}\p{N}_\]\\]/u.test(document.charAt(open - 1)))
    return [];
  return [
    {
      kind: "brackets-swapped",
      span: { start: open, end: span.end },
      textSpan: { start: open + 1, end: span.start - 1 },
      repairs: [
        {
          title: makeLink,
          edits: [
            replace(open, open + 1, "["),
            replace(span.start - 1, labelSpan.start, "]("),
            replace(labelSpan.end, span.end, ")"),
          ],
          certain: true,
        },
      ],
    },
  ];
}
