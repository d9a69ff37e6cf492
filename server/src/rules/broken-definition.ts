import type { Post } from "../workspace/post.js";
import { brokenDefinitionExamples } from "./broken-definition.examples.js";
import { completeDefinition } from "./complete-definition.js";
import type { DefinitionAttempt } from "./definition-attempt.js";
import { definitionAttempts } from "./definition-attempts.js";
import { quoted } from "./display.js";
import type { Finding, Rule } from "./rule.js";

export const brokenDefinition: Rule = {
  id: "broken-definition",
  summary:
    "A line that is written like a definition and read as something else",
  severity: "warning",
  documentation: `
Markdown is strict about \`[label]: URL\`, and silent about what it does not take for one:

- \`[label]:\` without a URL is text, and the definitions right under it become text with it; or it takes the line below as
  its URL.
- \`[label] : URL\`, with a space before the colon, is text.
- \`[[label]]: URL\`, \`[label] URL\`, \`[label]; URL\`, \`[label: URL\` and \`label]: URL\` are text: a definition has one bracket
  on each side, and a colon.
- A definition cannot interrupt a paragraph: right under a line of text, or under a list item, it belongs to that text.
- \`[label]: URL and more\` is text, unless what follows is a title in quotes.
- \`[Alice]: done\` *is* a definition, of a URL \`done\`, and so does not show on the page.

Since \`[Demo]: https://…\` may also be meant to show, a line is reported only if something in the post uses its label, or if
it stands right beside a definition. Labels that are defined elsewhere and comments (\`[//]: # (…)\`) are left alone.
`.trim(),
  examples: brokenDefinitionExamples,
  *check(post) {
    for (const attempt of definitionAttempts(post.document)) {
      yield finding(post, attempt);
    }
  },
};

function finding(post: Post, attempt: DefinitionAttempt): Finding {
  const { victims, span } = attempt;
  return {
    span,
    message: explain(attempt),
    related: victims.map((victim) => ({
      span: victim.span,
      message: `${quoted(victim.label)} is not defined because of it`,
    })),
    fixes: () => completeDefinition(post, attempt),
  };
}

function explain({ kind, label, victims }: DefinitionAttempt): string {
  const line = `${quoted(label)}:`;
  const [victim] = victims;
  switch (kind) {
    case "empty":
      return victims.length === 0
        ? `${line} has no URL, so it defines nothing and shows as text.`
        : `${line} has no URL, so it shows as text, and so ${victims.length === 1 ? "does the definition" : `do the ${victims.length} definitions`} right under it.`;
    case "takes-next-line":
      return `${line} has no URL, so it takes the next line as its URL${victim ? `, and ${quoted(victim.label)} is not defined` : ""}.`;
    case "space-before-colon":
      return `The space before the colon makes text of the definition of ${quoted(label)}.`;
    case "in-paragraph":
      return `The definition of ${quoted(label)} needs a blank line above: it is read as part of the text there.`;
    case "text-after-url":
      return `The definition of ${quoted(label)} shows as text because of what follows its URL.`;
    case "double-brackets":
      return `A definition has its label in single brackets: ${line}, not [${quoted(label)}]:.`;
    case "colon":
      return `The definition of ${quoted(label)} needs a colon right behind its bracket.`;
    case "bracket-missing":
      return `A bracket is missing: ${line} would define the label.`;
    case "vanished":
      return `This line does not show on the page: it is read as a definition of ${quoted(label)}.`;
  }
}
