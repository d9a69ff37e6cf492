import type {
  Definition,
  FrontMatter,
  Heading,
  Link,
  Reference,
} from "./document.js";

/** What a Document tells of a text's labels, links and headings; a scan finds as much much faster. */
export interface Outline {
  readonly text: string;
  readonly frontMatter: FrontMatter | undefined;
  /** In document order, as are all of these. */
  readonly definitions: readonly OutlineDefinition[];
  /** A reference without a definition may be left out. */
  readonly references: readonly OutlineReference[];
  readonly links: readonly OutlineLink[];
  readonly headings: readonly OutlineHeading[];
}

export type OutlineDefinition = Pick<
  Definition,
  "label" | "key" | "destination" | "span" | "labelSpan" | "destinationSpan"
>;
export type OutlineReference = Pick<Reference, "key" | "labelSpan">;
export type OutlineLink = Pick<
  Link,
  "image" | "destination" | "destinationSpan"
>;
export type OutlineHeading = Pick<Heading, "depth" | "text" | "textSpan">;
