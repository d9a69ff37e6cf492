import type { Saying } from "./said.js";

/** What the file's name says besides the date: mostly the team. */
export const namesOf: Saying = (_post, { name }) => [name.rest];
export const tagsOf: Saying = ({ tags }) => tags;
export const authorsOf: Saying = ({ authors }) => authors;
/** The fields of the front matter. */
export const fieldsOf: Saying = ({ frontMatter }) => frontMatter?.fields ?? [];
export const slugsOf: Saying = ({ frontMatter }) =>
  frontMatter?.slug === undefined ? [] : [frontMatter.slug];
