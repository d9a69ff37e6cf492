import type { Span } from "../markdown/span.js";
import { frontMatterField } from "../rules/front-matter-fields.js";
import type { Post } from "../workspace/post.js";
import { authorsOf, tagsOf } from "../workspace/sayings.js";
import { code, escapeText, plainLine } from "./escape.js";
import {
  fieldAt,
  type NamedEntry,
  namedEntryAt,
} from "./front-matter-place.js";

/** What a card in front matter says, as Markdown: of an author, a tag, or a field's key. */
export function frontMatterCard(
  post: Post,
  offset: number,
): { readonly span: Span; readonly value: string } | undefined {
  const { site } = post.knowledge;
  if (!site) return undefined;
  const named = namedEntryAt(post, offset);
  if (named) {
    const saying = named.field === "authors" ? authorsOf : tagsOf;
    const value = entryCard(named, site.said(saying).times(named.name.text));
    return value === undefined ? undefined : { span: named.name.span, value };
  }
  const field = fieldAt(post.document, offset);
  const known =
    field && site.isDocusaurus ? frontMatterField(field.key) : undefined;
  if (!field || !known) return undefined;
  const { name, description, instead } = known;
  const better = instead ? ` Better write ${code(instead)}.` : "";
  return {
    span: field.keySpan,
    value: `${code(name)}: ${description}${better}`,
  };
}

function entryCard(
  { field, name, list, entry }: NamedEntry,
  posts: number,
): string | undefined {
  const uses = `In ${posts === 0 ? "no" : posts} other post${posts === 1 ? "" : "s"} here.`;
  if (!entry) {
    if (!list) return posts === 0 ? undefined : uses;
    return `${code(list.uri.slice(list.uri.lastIndexOf("/") + 1))} has no ${code(plainLine(name.text, 60))}.`;
  }
  const title = escapeText(plainLine(entry.name ?? entry.key, 80));
  const about = entry.title && escapeText(plainLine(entry.title, 200));
  const link =
    field === "authors" && /^https:\/\/[^\s<>]+$/.test(entry.url ?? "");
  return [`**${title}**`, about, link && `<${entry.url}>`, uses]
    .filter(Boolean)
    .join("\n\n");
}
