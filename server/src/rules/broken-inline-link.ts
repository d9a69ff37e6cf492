import type { Document } from "../markdown/document.js";
import type { Span } from "../markdown/span.js";
import { candidatesFor } from "../workspace/candidates.js";
import type { Post } from "../workspace/post.js";
import { brokenInlineLinkExamples } from "./broken-inline-link.examples.js";
import { destinationTitles } from "./destination-title.js";
import { quoted } from "./display.js";
import type { LinkAttempt } from "./link-attempt.js";
import { linkAttempts } from "./link-attempts.js";
import type { EditFix, Finding, Rule } from "./rule.js";

export const brokenInlineLink: Rule = {
  id: "broken-inline-link",
  summary: "A link that is not written as Markdown wants it",
  severity: "warning",
  documentation: `
\`[text](URL)\` is a link. Readers see the brackets, and only the URL is linked, where

- a space stands between the two, \`[text] (URL)\`, or they are swapped or not there, \`(text)[URL]\`, \`[text][URL]\`,
  \`[[URL][text]]\`, \`[text]URL\`;
- one of the four signs is missing or another one: \`[text](URL\`, \`[text](URL]\`, \`[text(URL)\`, \`text](URL)\`;
- words follow the URL that are no title in quotes: \`[text](URL and more)\`;
- a link holds another one: \`[one [two](URL)](URL)\`.

A link without a URL, \`[text]()\`, leads to the page it stands on, and one without a text, \`[](URL)\`, cannot be seen.

Only web addresses are looked at, and only where they stand alone: \`[remark] (see https://…)\` is left as it is. So are a
reference with its address behind it (\`[[cicero]] (https://…)\`, where \`cicero\` is defined), footnotes, numbers such as
\`[1] (https://…)\`, task boxes and code.
`.trim(),
  examples: brokenInlineLinkExamples,
  *check(post) {
    for (const attempt of linkAttempts(post.document)) {
      yield {
        span: attempt.span,
        message: explain(post.document, attempt),
        fixes: () => fixes(post, attempt),
      } satisfies Finding;
    }
  },
};

function explain(document: Document, { kind, textSpan }: LinkAttempt): string {
  const words = quoted(document.slice(textSpan.start, textSpan.end));
  switch (kind) {
    case "space-between":
      return `The space between ${words} and its URL keeps this from being a link.`;
    case "brackets-swapped":
    case "brackets-for-parentheses":
    case "url-first":
    case "no-parentheses":
    case "other-parentheses":
      return "In a link the text stands in brackets and the URL in parentheses.";
    case "unclosed":
    case "wrong-end":
      return `The closing parenthesis of the link ${words} is missing.`;
    case "text-after-url":
      return `What follows the URL of ${words} keeps this from being a link.`;
    case "no-opening-bracket":
      return "The opening bracket of this link is missing.";
    case "no-closing-bracket":
      return "The closing bracket of this link is missing.";
    case "link-inside":
      return "A link cannot hold another link: the one around it shows as text.";
    case "no-url":
      return `The link ${words} has no URL.`;
    case "no-text":
      return "This link has no text, so readers do not see it.";
  }
}

function fixes(
  post: Post,
  { kind, textSpan, repairs }: LinkAttempt,
): EditFix[] {
  const { document } = post;
  const known = kind === "no-url" ? knownUrls(post, textSpan) : [];
  return [
    ...known,
    ...repairs.map(
      ({ title, edits, certain }): EditFix => ({
        kind: "edit",
        title,
        edits: edits.map(({ span, newText }) => ({
          range: document.lines.rangeOf(span),
          newText,
        })),
        certain,
      }),
    ),
  ].map((fix, index) => ({ ...fix, preferred: index === 0 }));
}

/** Where the text leads to if it is read as a label. */
function knownUrls(post: Post, textSpan: Span): EditFix[] {
  const { document } = post;
  const candidates = candidatesFor(
    document.slice(textSpan.start, textSpan.end),
    post,
  ).slice(0, 3);
  const titles = destinationTitles(candidates);
  return candidates.map(({ destination }, index) => ({
    kind: "edit",
    title: `Lead to ${titles[index]}`,
    edits: [
      {
        range: document.lines.rangeOf({
          start: textSpan.end,
          end: textSpan.end + "](".length,
        }),
        newText: `](${destination}`,
      },
    ],
    certain: false,
  }));
}
