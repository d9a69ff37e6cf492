import { SymbolKind } from "vscode-languageserver-types";
import type { PostFacts } from "../workspace/facts.js";
import { isPacked } from "../workspace/packed-facts.js";
import type { Place } from "./references.js";

export interface PostSymbol extends Place {
  readonly name: string;
  readonly kind: SymbolKind;
  readonly containerName: string;
}

/** More than anyone reads; an editor asks again with every letter. */
export const mostSymbols = 500;

/** The labels that posts define, and their headings if asked for, whose letters hold those of the query in order. */
export function workspaceSymbols(
  posts: Iterable<PostFacts>,
  query: string,
  headings: boolean,
): PostSymbol[] {
  const matches = matcher(query);
  const mayMatch = packedMatcher(query);
  const found: PostSymbol[] = [];
  for (const post of posts) {
    if (isPacked(post) && !mayMatch.test(post.packed)) continue;
    const { uri } = post;
    const containerName = fileName(uri);
    for (const { label, labelSpan: span } of post.definitions) {
      const name = label.replace(/\s+/g, " ").trim();
      if (!matches(name)) continue;
      found.push({ name, kind: SymbolKind.Constant, uri, span, containerName });
    }
    for (const { text, span } of headings ? post.headings : []) {
      const name = text.trim();
      if (name === "" || !matches(name)) continue;
      found.push({ name, kind: SymbolKind.String, uri, span, containerName });
    }
    if (found.length >= mostSymbols) break;
  }
  return found.slice(0, mostSymbols);
}

function matcher(query: string): (name: string) => boolean {
  const wanted = [...query.toLowerCase().replace(/\s/g, "")];
  return (name) => {
    const text = name.toLowerCase();
    let from = 0;
    return wanted.every((letter) => {
      const at = text.indexOf(letter, from);
      from = at + letter.length;
      return at !== -1;
    });
  };
}

/**
 * Finds the posts that may have such a name: `pack` writes each on a line of its own, whose first field it is; but other
 * than ASCII's characters are in another form there.
 */
function packedMatcher(query: string): RegExp {
  const letters = [...query.replace(/[^!-[\]-~]/g, "")];
  const pattern = letters.map((letter) => {
    const code = `\\x${letter.charCodeAt(0).toString(16)}`;
    return `[^${code}\\t\\n]*${code}`;
  });
  return new RegExp(`^[[#]${pattern.join("")}`, "im");
}

function fileName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf("/") + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
