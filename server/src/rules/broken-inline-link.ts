import type { Document } from "../markdown/document.js";
import { type LinkAttempt, linkAttempts } from "./link-attempts.js";
import type { EditFix, Finding, Rule } from "./rule.js";

export const brokenInlineLink: Rule = {
  id: "broken-inline-link",
  summary:
    "A link whose brackets and parentheses are not as Markdown wants them",
  severity: "warning",
  documentation: `
\`[text](URL)\` is a link; \`[text] (URL)\`, \`(text)[URL]\` and \`[text][URL]\` are brackets, parentheses and a bare URL.

Only web addresses are looked at, and only where they stand alone: \`[remark] (see https://…)\` is left as it is. So are a
reference with its address behind it (\`[[cicero]] (https://…)\`, where \`cicero\` is defined), footnotes, numbers such as
\`[1] (https://…)\`, task boxes and code.
`.trim(),
  examples: [
    {
      title: "A space between the two halves",
      markdown:
        "- ⟦[CHaP Migration] (https://github.com/input-output-hk/cardano-node/pull/4540)⟧\n",
      messages: [
        "The space between [CHaP Migration] and its URL keeps this from being a link.",
      ],
      fixed:
        "- [CHaP Migration](https://github.com/input-output-hk/cardano-node/pull/4540)\n",
    },
    {
      title: "Brackets and parentheses swapped",
      markdown:
        "Fixed the leak ⟦(#1101)[https://github.com/input-output-hk/mithril/pull/1101]⟧.\n",
      messages: [
        "In a link the text stands in brackets and the URL in parentheses.",
      ],
      fixed:
        "Fixed the leak [#1101](https://github.com/input-output-hk/mithril/pull/1101).\n",
    },
    {
      title: "Brackets twice",
      markdown: "See ⟦[the report][https://example.org/report]⟧.\n",
      messages: [
        "In a link the text stands in brackets and the URL in parentheses.",
      ],
      fixed: "See [the report](https://example.org/report).\n",
    },
    {
      title: "An image, an address in angle brackets, and brackets in the text",
      markdown:
        "⟦![graph] (https://example.org/g.png)⟧\n\n⟦[report [2]] (<https://example.org/r>)⟧\n",
      messages: [
        "The space between [graph] and its URL keeps this from being a link.",
        "The space between [report [2]] and its URL keeps this from being a link.",
      ],
      fixed:
        "![graph](https://example.org/g.png)\n\n[report [2]](<https://example.org/r>)\n",
    },
    {
      title: "Undefined, so the URL behind it is meant: one finding, not two",
      markdown: "⟦[[cicero]] (https://github.com/input-output-hk/cicero)⟧\n",
      messages: [
        "The space between [[cicero]] and its URL keeps this from being a link.",
      ],
      fixed: "[[cicero]](https://github.com/input-output-hk/cicero)\n",
    },
    {
      title: "A reference that works, with its address for print",
      markdown:
        "[[cicero]] (https://github.com/input-output-hk/cicero), [cicero] (https://example.org) and [CI][cicero] (https://example.org).\n\n[cicero]: https://github.com/input-output-hk/cicero\n",
    },
    {
      title: "A remark in parentheses",
      markdown:
        "Done [sic] (see https://example.org), [later] (https://example.org or so), [done] (yes), [see][cicero] (https://example.org).\n",
    },
    {
      title: "Footnotes, numbers, task boxes and alerts",
      markdown:
        "As in [1] (https://example.org/1) and[^2] (https://example.org/2).\n\n- [ ] (https://example.org/3)\n- [x] (https://example.org/4)\n\n> [!NOTE] (https://example.org/5)\n\n[^2]: Two.\n",
    },
    {
      title: "Code and escaped brackets",
      markdown:
        "`[a] (https://example.org)` and \\[b\\] (https://example.org)\n\n    [c] (https://example.org)\n\n`(d)[https://example.org]`\n",
    },
    {
      title: "Real links and calls",
      markdown:
        "[a](https://example.org) (https://example.org) and f(x)[https://example.org].\n",
    },
  ],
  *check({ document }) {
    for (const attempt of linkAttempts(document)) {
      yield {
        span: attempt.span,
        message: explain(document, attempt),
        fixes: () => [fix(document, attempt)],
      } satisfies Finding;
    }
  },
};

function explain({ text }: Document, { kind, textSpan }: LinkAttempt): string {
  return kind === "space-between"
    ? `The space between [${text.slice(textSpan.start, textSpan.end)}] and its URL keeps this from being a link.`
    : "In a link the text stands in brackets and the URL in parentheses.";
}

function fix(
  { text, lines }: Document,
  { kind, span, textSpan, destinationSpan }: LinkAttempt,
): EditFix {
  // Only what is wrong is touched, so that a cursor in the text stays where it is.
  const replace = (start: number, end: number, newText: string) => ({
    range: lines.rangeOf({ start, end }),
    newText,
  });
  if (kind === "space-between") {
    return {
      kind: "edit",
      title: "Remove the space to make it a link",
      edits: [
        replace(
          textSpan.end + 1,
          text.lastIndexOf("(", destinationSpan.start),
          "",
        ),
      ],
      preferred: true,
      certain: true,
    };
  }
  return {
    kind: "edit",
    title: "Make it a link",
    edits: [
      ...(kind === "brackets-swapped"
        ? [replace(span.start, span.start + 1, "[")]
        : []),
      replace(textSpan.end, destinationSpan.start, "]("),
      replace(destinationSpan.end, span.end, ")"),
    ],
    preferred: true,
    certain: true,
  };
}
