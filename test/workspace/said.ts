import type { PostFacts } from "../../server/src/workspace/facts.js";

/** Everything that facts tell, to compare: it is read when it is asked for. */
export function said(facts: PostFacts) {
  return {
    uri: facts.uri,
    definitions: facts.definitions.map((it) => ({ ...it, used: it.used })),
    uses: facts.uses,
    links: facts.links,
    headings: facts.headings,
    authors: facts.authors,
    tags: facts.tags,
    day: facts.day,
    frontMatter: facts.frontMatter,
    shortcuts: facts.shortcuts,
  } satisfies PostFacts;
}
