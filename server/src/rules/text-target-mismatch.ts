import type { Definition, Link, Reference } from "../markdown/document.js";
import { labelKey } from "../markdown/label.js";
import { moveReference } from "../markdown/move.js";
import { type Part, perChunk } from "../markdown/per-chunk.js";
import type { Span } from "../markdown/span.js";
import { sameItem } from "../targets/target-key.js";
import { parseUrl } from "../targets/url.js";
import type { Post } from "../workspace/post.js";
import { changeUrlTo } from "./change-url.js";
import { correctedText, saidTarget, saidUrl } from "./correction.js";
import {
  type Disagreement,
  disagreements,
  plainlyAgree,
} from "./disagreement.js";
import { quoted } from "./display.js";
import { labelMismatches } from "./label-mismatch.js";
import type { Naming } from "./naming.js";
import type { EditFix, Finding, Rule } from "./rule.js";
import { targetWords } from "./target-words.js";
import { textTargetMismatchExamples } from "./text-target-mismatch.examples.js";

export const textTargetMismatch: Rule = {
  id: "text-target-mismatch",
  summary: "A link whose text says another number than its URL",
  severity: "warning",
  documentation: `
\`[#4087](https://github.com/input-output-hk/ouroboros-network/pull/4067)\` tells readers one number and leads them to
another. The same goes for \`[PR #4087][x]\`, where \`x\` is defined as 4067.

Reported is a text that as a whole is a reference with a number or commit (\`#12\`, \`PR 12\`, \`repo#12\`, \`4df3c5d\`), in
emphasis, code, brackets or parentheses too. A text that says more (\`[Fix #12](…)\`), numbers that are not GitHub's, and
what repositories may be called are treated as in [label-target-mismatch](label-target-mismatch.md). "Issue" for a pull
request and the other way round is left alone: GitHub leads from one to the other.

Where the label agrees with the text, its definition is what is wrong: there the definition is reported, and the text only
as information.
`.trim(),
  examples: textTargetMismatchExamples,
  *check(post) {
    const links = () => namedLinks(post);
    const found = disagreements(suspects(post), links, post);
    if (found.size === 0) return;
    const wrong = new Set(
      labelMismatches(post).map(({ definition }) => definition),
    );
    for (const [naming, disagreement] of found) {
      if (disagreement.about === "kind") continue;
      yield finding(post, naming, disagreement, wrong);
    }
  },
};

interface NamedLink extends Naming {
  /** The text without emphasis, code and brackets around it. */
  readonly text: string;
  readonly textSpan: Span;
  readonly link: Link | (Reference & { readonly definition: Definition });
}

/** Links with a text of their own, in document order. */
function namedLinks(post: Post): readonly NamedLink[] {
  return [...inlineLinks(post), ...fullReferences(post)].sort(inOrder);
}

/** Those whose text is not plainly what they lead to. */
function suspects(post: Post): readonly NamedLink[] {
  const links = inlineLinks(post, ({ isPlain }) => !isPlain);
  const references = fullReferences(post);
  return [...links, ...references.filter((one) => !plainlyAgree(one))].sort(
    inOrder,
  );
}

function inOrder(a: NamedLink, b: NamedLink): number {
  return a.link.span.start - b.link.span.start;
}

function inlineLinks(
  { document, settings }: Post,
  isWanted: (text: InlineText) => boolean = () => true,
): NamedLink[] {
  return inlineTexts(document, settings.github.hosts).flatMap(
    ({ value: texts, by, chunk }) =>
      texts.filter(isWanted).flatMap(({ index, text, textSpan, target }) => {
        const link = document.chunks.at(chunk).links[index];
        return link
          ? { link, text, target, textSpan: moved(textSpan, by) }
          : [];
      }),
  );
}

function fullReferences({ document, settings }: Post): NamedLink[] {
  return referenceTexts(document).flatMap(({ value: texts, by }) =>
    texts.flatMap(({ reference, text, textSpan }) => {
      const definition = document.defined.get(reference.key);
      if (!definition) return [];
      const link = { ...moveReference(reference, by, definition), definition };
      const target = parseUrl(definition.destination, settings.github.hosts);
      return { link, text, target, textSpan: moved(textSpan, by) };
    }),
  );
}

function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

interface InlineText extends Naming {
  /** Of the link in its chunk. */
  readonly index: number;
  readonly textSpan: Span;
  readonly isPlain: boolean;
}

/** The texts of a chunk's inline links that may name something. */
const inlineTexts = perChunk((part, hosts: readonly string[]) => {
  const texts = part.content.links.flatMap((link, index): InlineText[] => {
    const { form, image, destination } = link;
    const named =
      form === "inline" && !image && namingText(part, link.textSpan);
    if (!named) return [];
    const target = parseUrl(destination, hosts);
    const isPlain = plainlyAgree({ text: named.text, target });
    return [{ ...named, index, target, isPlain }];
  });
  return texts.length > 0 ? texts : undefined;
});

/** The same of full references. */
const referenceTexts = perChunk((part) => {
  const texts = part.content.references.flatMap((reference) => {
    const { form, image, isLinked, textSpan } = reference;
    const named =
      form === "full" && !image && isLinked && namingText(part, textSpan);
    return named ? { reference, ...named } : [];
  });
  return texts.length > 0 ? texts : undefined;
});

/** What is longer is a text about something, and no name of it. */
const longestName = 200;

/** What is left of a text without the marks around it, if it may name something. */
function namingText(
  { text, origin }: Part,
  { start, end }: Span,
): { readonly text: string; readonly textSpan: Span } | undefined {
  const inner = unwrap(text, { start: start - origin, end: end - origin });
  const said = text.slice(inner.start, inner.end);
  return /\d/.test(said) && said.length <= longestName
    ? { text: said, textSpan: moved(inner, origin) }
    : undefined;
}

const wrapper = /^(?:\s+|\*\*\*|\*\*|\*|___|__|_|~~|``|`|\[|\()/;

/** What is left of a text without the marks around it. */
function unwrap(text: string, { start, end }: Span): Span {
  for (;;) {
    const inner = text.slice(start, end);
    const opening = wrapper.exec(inner)?.[0];
    if (opening === undefined) {
      return { start, end: start + inner.trimEnd().length };
    }
    const closing = opening.trim() === "" ? "" : closingOf(opening);
    if (
      !inner.endsWith(closing) ||
      inner.length <= opening.length + closing.length
    ) {
      return { start, end };
    }
    start += opening.length;
    end -= closing.length;
  }
}

function closingOf(opening: string): string {
  return opening === "[" ? "]" : opening === "(" ? ")" : opening;
}

function finding(
  post: Post,
  naming: NamedLink,
  disagreement: Disagreement,
  wrong: ReadonlySet<Definition>,
): Finding {
  const { document } = post;
  const { link, text } = naming;
  const message = `“${text}” leads to ${targetWords(disagreement.target)}`;
  if ("key" in link && wrong.has(link.definition)) {
    const { definition } = link;
    const line = document.lines.positionAt(definition.span.start).line + 1;
    return {
      span: link.span,
      severity: "information",
      message: `${message}: see the definition of ${quoted(definition.label)} in line ${line}.`,
      related: [
        {
          span: definition.span,
          message: `The definition of ${quoted(definition.label)}`,
        },
      ],
      fixes: () => [],
    };
  }
  return {
    span: link.span,
    message: `${message}.`,
    fixes: () => fixes(post, naming, disagreement),
  };
}

function fixes(
  post: Post,
  naming: NamedLink,
  disagreement: Disagreement,
): EditFix[] {
  const text = changeText(post, naming, disagreement);
  const target = changeTarget(post, naming, disagreement);
  return (isTargetDoubtful(post, naming) ? [target, text] : [text, target])
    .flatMap((fix) => fix ?? [])
    .map((fix, index) => ({ ...fix, preferred: index === 0 }));
}

function changeText(
  { document }: Post,
  { text, textSpan }: NamedLink,
  disagreement: Disagreement,
): EditFix | undefined {
  const newText = correctedText(text, disagreement);
  if (newText === undefined) return undefined;
  return {
    kind: "edit",
    title: `Change the text to “${newText}”`,
    edits: [{ range: document.lines.rangeOf(textSpan), newText }],
    certain: false,
  };
}

function changeTarget(
  post: Post,
  { link }: NamedLink,
  disagreement: Disagreement,
): EditFix | undefined {
  if ("key" in link) return changeReference(post, link, disagreement);
  const destination = saidUrl(disagreement, post);
  if (destination === undefined) return undefined;
  return changeUrlTo(post, link.destinationSpan, destination);
}

/** The definition serves other references too: it stays, and another one is taken if there is one. */
function changeReference(
  post: Post,
  { labelSpan }: Reference,
  disagreement: Disagreement,
): EditFix | undefined {
  const { document, settings } = post;
  const said = saidTarget(disagreement, post);
  const label =
    said &&
    [...document.defined.values()].find(({ destination }) =>
      sameItem(parseUrl(destination, settings.github.hosts), said),
    )?.label;
  if (label === undefined) return undefined;
  return {
    kind: "edit",
    title: `Lead to ${quoted(label)}`,
    edits: [{ range: document.lines.rangeOf(labelSpan), newText: label }],
    certain: false,
  };
}

/** Whether the post leads to the same target elsewhere, as when a link was copied and its text changed alone. */
function isTargetDoubtful(
  { document, settings }: Post,
  { link, target }: NamedLink,
): boolean {
  const { hosts } = settings.github;
  if ("key" in link) {
    return document.references.some(
      (other) =>
        other.span.start !== link.span.start &&
        other.key === labelKey(link.label),
    );
  }
  return [...document.links, ...document.defined.values()].some(
    (other) =>
      other.span.start !== link.span.start &&
      sameItem(parseUrl(other.destination, hosts), target),
  );
}
