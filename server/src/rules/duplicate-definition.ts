import type { Definition } from "../markdown/document.js";
import { removeDefinitions } from "../markdown/edits/remove-definitions.js";
import type { Post } from "../workspace/post.js";
import { isComment } from "./comment-definition.js";
import { quoted } from "./display.js";
import type { EditFix, Finding, Rule } from "./rule.js";

export const duplicateDefinition: Rule = {
  id: "duplicate-definition",
  summary: "A second definition of the same label, which has no effect",
  severity: "warning",
  documentation: `
The first definition of a label counts, wherever in the post it stands; a later one is not looked at. If its URL is another
one, some reference does not lead where its author thinks: that is a warning. If both say the same, the second is only
superfluous: that is a hint, and fix-all removes it.

Labels are compared the Markdown way: without regard to case, and with any white space for a space. Definitions in quotes
and lists count for the whole post. Comments (\`[//]: # (…)\`) may be repeated.
`.trim(),
  examples: [
    {
      title: "Two URLs: the first one counts",
      markdown:
        "See [pull-12].\n\n[pull-12]: https://github.com/input-output-hk/cicero/pull/12\n⟦[Pull-12]: https://github.com/input-output-hk/tullia/pull/12⟧\n",
      messages: [
        "[Pull-12] is already defined in line 3, with another URL: this definition has no effect.",
      ],
      fixed:
        "See [pull-12].\n\n[pull-12]: https://github.com/input-output-hk/cicero/pull/12\n",
    },
    {
      title: "The same twice",
      markdown:
        "See [a].\n\n[a]: https://example.org\n⟦[a]: <https://example.org>⟧\n",
      messages: ["[a] is already defined in line 3: this line has no effect."],
      fixed: "See [a].\n\n[a]: https://example.org\n",
    },
    {
      title: "The first in document order counts, in a quote too",
      markdown:
        "> [a]: https://example.org/quoted\n\nSee [a].\n\n⟦[a]: https://example.org⟧\n",
      messages: [
        "[a] is already defined in line 1, with another URL: this definition has no effect.",
      ],
      fixed: "> [a]: https://example.org/quoted\n\nSee [a].\n",
    },
    {
      title: "Another title is another definition",
      markdown:
        'See [a].\n\n[a]: https://example.org\n⟦[a]: https://example.org "Title"⟧\n',
      messages: [
        "[a] is already defined in line 3, with another title: this definition has no effect.",
      ],
    },
    {
      title: "Three times",
      markdown:
        "See [ẞ].\n\n[SS]: https://example.org\n⟦[ss]: https://example.org⟧\n⟦[ß]: https://example.org⟧\n",
      messages: [
        "[ss] is already defined in line 3: this line has no effect.",
        "[ß] is already defined in line 3: this line has no effect.",
      ],
      fixed: "See [ẞ].\n\n[SS]: https://example.org\n",
    },
    {
      title: "Labels that only look alike",
      markdown:
        "[a_b], [a\\_b], [\u00E9], [e\u0301]\n\n[a_b]: https://example.org/1\n[a\\_b]: https://example.org/2\n[\u00E9]: https://example.org/3\n[e\u0301]: https://example.org/4\n",
    },
    {
      title: "Comments may be repeated",
      markdown: "[//]: # (one)\n[//]: # (two)\n",
    },
    {
      title: "A second one in code, or in the text of a paragraph, is none",
      markdown:
        "See [a].\n\n[a]: https://example.org\n\n    [a]: https://example.org/2\n",
    },
  ],
  *check(post) {
    const { document } = post;
    if (document.chunks.definitions.repeated === 0) return;
    for (const definition of document.definitions) {
      const first = document.defined.get(definition.key);
      if (!first || first === definition || isComment(definition)) continue;
      yield finding(post, definition, first);
    }
  },
};

function finding(
  { document }: Post,
  definition: Definition,
  first: Definition,
): Finding {
  const sameUrl = definition.destination === first.destination;
  const same = sameUrl && definition.title === first.title;
  const line = document.lines.positionAt(first.span.start).line + 1;
  return {
    span: definition.span,
    severity: sameUrl ? "hint" : "warning",
    unnecessary: true,
    message: same
      ? `${quoted(definition.label)} is already defined in line ${line}: this line has no effect.`
      : `${quoted(definition.label)} is already defined in line ${line}, with another ${sameUrl ? "title" : "URL"}: this definition has no effect.`,
    related: [{ span: first.span, message: "The definition that counts" }],
    fixes: () => {
      const fixes: EditFix[] = [
        {
          kind: "edit",
          title: `Remove this definition of ${quoted(definition.label)}`,
          edits: removeDefinitions(document, [definition]),
          preferred: same,
          certain: same,
        },
      ];
      if (!same)
        fixes.push({
          kind: "edit",
          title: `Keep this one: remove the definition in line ${line}`,
          edits: removeDefinitions(document, [first]),
          certain: false,
        });
      return fixes.filter(({ edits }) => edits.length > 0);
    },
  };
}
