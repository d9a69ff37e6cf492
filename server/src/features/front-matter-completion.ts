import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type Position,
} from "vscode-languageserver-types";
import {
  type FieldType,
  frontMatterField,
  frontMatterFields,
} from "../rules/front-matter-fields.js";
import type { PostFacts } from "../workspace/facts.js";
import type { Post } from "../workspace/post.js";
import { authorsOf, fieldsOf, tagsOf } from "../workspace/sayings.js";
import type { Site } from "../workspace/site.js";
import { type WritingPlace, writingPlaceAt } from "./front-matter-place.js";

/** The character after which an editor asks for values in front matter. */
export const frontMatterTrigger = " ";

/** Keys and values of front matter; undefined where the cursor is elsewhere, or in a file that is no post. */
export function frontMatterCompletion(
  { document, knowledge: { site } }: Post,
  position: Position,
): CompletionList | undefined {
  const place =
    site && writingPlaceAt(document, document.lines.offsetAt(position));
  if (!place) return undefined;
  const range = document.lines.rangeOf(place.span);
  const isKeyed = document.charAt(place.span.end) === ":";
  const offers =
    place.field === undefined
      ? keys(site, place, isKeyed)
      : values(site, place).filter(({ label }) => !place.listed.has(label));
  return {
    isIncomplete: false,
    items: offers.map(({ newText, ...offer }, rank) => ({
      ...offer,
      sortText: String(rank).padStart(4, "0"),
      textEdit: { range, newText },
    })),
  };
}

type Offer = CompletionItem & { readonly newText: string };

function keys(
  site: Site,
  { present }: WritingPlace,
  isKeyed: boolean,
): Offer[] {
  const used = new Map(site.said(fieldsOf).all());
  const known = site.isDocusaurus
    ? frontMatterFields.filter(({ instead }) => !instead)
    : [];
  const names = new Set([...used.keys(), ...known.map(({ name }) => name)]);
  return [...names]
    .filter((name) => !present.has(name))
    .sort((a, b) => (used.get(b) ?? 0) - (used.get(a) ?? 0))
    .map((name) => {
      const field = frontMatterField(name);
      return {
        label: name,
        kind: CompletionItemKind.Property,
        ...(field && { documentation: markdown(field.description) }),
        newText: isKeyed ? name : `${name}: `,
      };
    });
}

function values(site: Site, place: WritingPlace): Offer[] {
  const { field = "", isInList } = place;
  if (field === "authors") return authors(site);
  if (field === "tags") return tags(site, isInList);
  if (isInList) return [];
  const offer = (label: string): Offer => ({
    label,
    kind: CompletionItemKind.Value,
    newText: label,
  });
  const type = site.isDocusaurus ? frontMatterField(field)?.type : undefined;
  return [
    ...new Set([...usual(site, field), ...(fixed[type ?? "text"] ?? [])]),
  ].map(offer);
}

const fixed: Partial<Record<FieldType, readonly string[]>> = {
  flag: ["true", "false"],
  "heading-level": ["2", "3", "4", "5", "6"],
};

/** What the file's name and the team's other posts say. */
function usual(site: Site, field: string): string[] {
  const { date, rest } = site.name;
  if (field === "date") return date ? [date] : [];
  if (field === "slug")
    return [[date, rest].filter(Boolean).join("-")].filter(Boolean);
  if (field !== "title") return [];
  const titles = postsWith(site.namedAlike(), ({ frontMatter }) =>
    frontMatter?.title === undefined ? [] : [frontMatter.title],
  );
  return [...titles.keys()].sort(
    (a, b) => (titles.get(b) ?? 0) - (titles.get(a) ?? 0),
  );
}

function authors(site: Site): Offer[] {
  const team = postsWith(site.namedAlike(), (post) => post.authors);
  const all = new Map(site.said(authorsOf).all());
  const keys = site.authors?.entries.keys() ?? all.keys();
  return byUse([...keys], team, all).map((key) => {
    const { name, title } = site.authors?.entries.get(key) ?? {};
    return {
      label: key,
      kind: CompletionItemKind.Constant,
      ...(name && { labelDetails: { description: name } }),
      detail: [name, title].filter(Boolean).join(" · "),
      // Who knows a colleague's name need not know the key.
      filterText: [key, name].filter(Boolean).join(" "),
      newText: key,
    };
  });
}

function tags(site: Site, isInList: boolean): Offer[] {
  const team = postsWith(site.namedAlike(), (post) => post.tags);
  const all = new Map(site.said(tagsOf).all());
  const keys = new Set([...(site.tags?.entries.keys() ?? []), ...all.keys()]);
  return byUse([...keys], team, all).map((key) => {
    const { name, title } = site.tags?.entries.get(key) ?? {};
    const posts = all.get(key) ?? 0;
    const uses = posts === 1 ? "1 post" : `${posts} posts`;
    return {
      label: key,
      kind: CompletionItemKind.Keyword,
      labelDetails: { description: uses },
      detail: [name, title, uses].filter(Boolean).join(" · "),
      newText: isInList ? key : `[${key}]`,
    };
  });
}

/** The team's first, then those that most posts have. */
function byUse(
  keys: string[],
  team: ReadonlyMap<string, number>,
  all: ReadonlyMap<string, number>,
): string[] {
  const use = (of: ReadonlyMap<string, number>, key: string) =>
    of.get(key) ?? 0;
  return keys.sort(
    (a, b) => use(team, b) - use(team, a) || use(all, b) - use(all, a),
  );
}

/** In how many of some posts each thing stands. */
function postsWith(
  posts: readonly PostFacts[],
  thingsIn: (post: PostFacts) => readonly string[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const post of posts)
    for (const thing of new Set(thingsIn(post)))
      counts.set(thing, (counts.get(thing) ?? 0) + 1);
  return counts;
}

function markdown(value: string) {
  return { kind: "markdown" as const, value };
}
