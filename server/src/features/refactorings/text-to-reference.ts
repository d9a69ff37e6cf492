import type { TextEdit } from "vscode-languageserver-types";
import { rewrite } from "../../markdown/edits/rewrite.js";
import { labelKey } from "../../markdown/label.js";
import type { Span } from "../../markdown/span.js";
import type { Target } from "../../targets/target.js";
import { parseUrl } from "../../targets/url.js";
import { candidatesFor } from "../../workspace/candidates.js";
import type { Post } from "../../workspace/post.js";
import { keepsLinks } from "./keeps-links.js";
import { refactoringKinds } from "./kinds.js";
import { labelReference, newReferences } from "./new-references.js";
import { isSelected, type Refactor } from "./refactoring.js";

/** `#12`, `repo#12` and `owner/repo#12` as GitHub writes them, apart from words and other punctuation of a URL. */
const numbered =
  /(?<![\p{L}\p{N}_/#&.[\\@-])(?:(?:[A-Za-z\d][\w-]*\/)?[A-Za-z\d_][\w.-]*)?#[1-9]\d{0,5}(?![\p{L}\p{N}_#/-]|\.\d)/gu;

const mostOffered = 3;

/** A number in prose becomes a reference: its words stay, and lead to what they may mean. */
export const textToReference: Refactor = ({ post }, selected) => {
  const span = numberAt(post, selected);
  if (!span) return [];
  const meanings = meaningsOf(post, textOf(post, span));
  const offers = meanings.flatMap(
    (meaning) => refer(post, span, meaning) ?? [],
  );
  const owners = new Set(meanings.map(repositoryOf));
  return offers.slice(0, mostOffered).map(({ reference, meaning, edits }) => ({
    kind: refactoringKinds.textToReference,
    title: `Convert to reference ${reference}${owners.size > 1 ? ` (${repositoryOf(meaning)})` : ""}`,
    edits,
  }));
};

interface Meaning {
  readonly target: Target;
  readonly destination: string;
}

interface Offer {
  readonly reference: string;
  readonly meaning: Meaning;
  readonly edits: readonly TextEdit[];
}

function numberAt(
  { document: { text, lines } }: Post,
  selected: Span,
): Span | undefined {
  const { line } = lines.positionAt(selected.start);
  const { start, end } = lines.line(line);
  for (const match of text.slice(start, end).matchAll(numbered)) {
    const span = {
      start: start + match.index,
      end: start + match.index + match[0].length,
    };
    if (isSelected(span, selected)) return span;
  }
  return undefined;
}

/** What the post itself defines it as, else what other posts and the team's ways to write labels say. */
function meaningsOf(post: Post, words: string): Meaning[] {
  const { document, settings } = post;
  const defined = document.defined.get(labelKey(words));
  if (defined) {
    const { destination } = defined;
    return [
      { destination, target: parseUrl(destination, settings.github.hosts) },
    ];
  }
  return candidatesFor(words, post)
    .filter(({ target }) =>
      ["pull", "issue", "discussion"].includes(target.kind),
    )
    .slice(0, mostOffered);
}

function refer(post: Post, span: Span, meaning: Meaning): Offer | undefined {
  const { document } = post;
  const { destination } = meaning;
  const words = textOf(post, span);
  const references = newReferences(post, { mayResolve: true });
  const label = references.labelOf({ destination, title: { any: true } });
  if (label === undefined) return undefined;
  const reference =
    label === words ? labelReference(post, label) : `[${words}][${label}]`;
  const { edits, document: changed } = rewrite(
    document,
    [{ span, text: reference }],
    references.definitions,
  );
  return keepsLinks(post, changed, {
    resolves: references.definitions,
    added: { at: span.start, links: [{ destination, words }] },
  })
    ? { reference, meaning, edits }
    : undefined;
}

function textOf({ document }: Post, { start, end }: Span): string {
  return document.slice(start, end);
}

function repositoryOf({ target }: Meaning): string {
  return "repo" in target ? `${target.owner}/${target.repo}` : "";
}
