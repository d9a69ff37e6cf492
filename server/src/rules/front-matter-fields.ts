/** A field of a post's front matter, as Docusaurus' blog reads it. */
export interface FrontMatterField {
  readonly name: string;
  readonly type: FieldType;
  /** Markdown, one or two sentences. */
  readonly description: string;
  /** Docusaurus takes it still, and has a better one. */
  readonly instead?: string;
}

export type FieldType =
  | "text"
  | "flag"
  | "heading-level"
  | "date"
  | "texts"
  | "authors"
  | "tags"
  | "mapping";

/** What a value of each type looks like, as a message says it. */
export const typeNames: Readonly<Record<FieldType, string>> = {
  text: "text",
  flag: "true or false",
  "heading-level": "a number from 2 to 6",
  date: "a date such as 2022-11-04",
  texts: "a list of texts",
  authors: "an author, or a list of authors",
  tags: "a list of tags",
  mapping: "a group of fields",
};

export const frontMatterFields: readonly FrontMatterField[] = [
  {
    name: "title",
    type: "text",
    description: "The post's title. Without it, a first heading of level 1 is.",
  },
  {
    name: "authors",
    type: "authors",
    description:
      "Who wrote the post: a key of `authors.yml`, or a list of keys. Without a list of authors, `name`, `title`, `url` and `image_url` stand here.",
  },
  {
    name: "tags",
    type: "tags",
    description:
      "What the post is about: a list of keys of `tags.yml`, or of free words. Each has a page that lists its posts.",
  },
  {
    name: "date",
    type: "date",
    description:
      "The post's date, with a time if it matters. Without it, the file's name tells.",
  },
  {
    name: "slug",
    type: "text",
    description:
      "The end of the post's address: `2022-11-04-hydra`, or `/a/path`. Without it, the file's name is.",
  },
  {
    name: "description",
    type: "text",
    description:
      "What search engines and link previews show. Without it, the first line of text.",
  },
  {
    name: "draft",
    type: "flag",
    description: "Whether the post is left out of the published site.",
  },
  {
    name: "unlisted",
    type: "flag",
    description: "Whether only those who have its address find the post.",
  },
  {
    name: "image",
    type: "text",
    description: "The picture that link previews show: a path or a URL.",
  },
  {
    name: "keywords",
    type: "texts",
    description: "Words for search engines.",
  },
  {
    name: "hide_table_of_contents",
    type: "flag",
    description: "Whether the table of contents beside the post is left out.",
  },
  {
    name: "toc_min_heading_level",
    type: "heading-level",
    description: "The first heading level in the table of contents, else 2.",
  },
  {
    name: "toc_max_heading_level",
    type: "heading-level",
    description: "The last heading level in the table of contents, else 3.",
  },
  {
    name: "title_meta",
    type: "text",
    description:
      "The title for search engines and the browser's tab, where it is not `title`.",
  },
  {
    name: "sidebar_label",
    type: "text",
    description:
      "What the sidebar of recent posts calls the post, where it is not `title`.",
  },
  {
    name: "last_update",
    type: "mapping",
    description:
      "Who changed the post last, and when: `author` and `date`. Without it, Git tells.",
  },
  {
    name: "author",
    type: "text",
    description: "The name of the one author.",
    instead: "authors",
  },
  {
    name: "author_title",
    type: "text",
    description: "What the author does.",
    instead: "authors",
  },
  {
    name: "author_url",
    type: "text",
    description: "The author's page.",
    instead: "authors",
  },
  {
    name: "author_image_url",
    type: "text",
    description: "The author's picture.",
    instead: "authors",
  },
  {
    name: "authorTitle",
    type: "text",
    description: "What the author does.",
    instead: "authors",
  },
  {
    name: "authorURL",
    type: "text",
    description: "The author's page.",
    instead: "authors",
  },
  {
    name: "authorImageURL",
    type: "text",
    description: "The author's picture.",
    instead: "authors",
  },
  {
    name: "id",
    type: "text",
    description: "The end of the post's address.",
    instead: "slug",
  },
];

export function frontMatterField(name: string): FrontMatterField | undefined {
  return frontMatterFields.find((field) => field.name === name);
}
