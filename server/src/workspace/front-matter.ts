import type { Outline } from "../markdown/outline.js";
import {
  fieldOf,
  type Yaml,
  type YamlField,
  type YamlScalar,
  type YamlValue,
} from "../markdown/yaml.js";

/** A text that may open with front matter. */
type Source = Pick<Outline, "frontMatter">;

/** What the front matter of a post says that posts of a site have in common. */
export interface FrontMatterFacts {
  readonly fields: readonly string[];
  readonly title: string | undefined;
  readonly slug: string | undefined;
  readonly date: string | undefined;
}

export function frontMatterFacts(
  document: Source,
): FrontMatterFacts | undefined {
  const fields = document.frontMatter?.yaml.fields;
  return (
    fields && {
      fields: fields.map(({ key }) => key),
      title: scalarIn(document, "title")?.text,
      slug: scalarIn(document, "slug")?.text,
      date: scalarIn(document, "date")?.text,
    }
  );
}

function fieldIn({ frontMatter }: Source, key: string): YamlField | undefined {
  return frontMatter && fieldOf(frontMatter.yaml, key);
}

export function scalarIn(
  document: Source,
  key: string,
): YamlScalar | undefined {
  const value = fieldIn(document, key)?.value;
  return value?.kind === "scalar" ? value : undefined;
}

/** Where a field names authors or tags. */
export function namesIn(
  document: Source,
  field: "authors" | "tags",
): readonly YamlScalar[] {
  return namesOf(fieldIn(document, field)?.value);
}

/** `a`, `[a, b]` or a list of mappings with a `key`, `label` or `name` (Docusaurus, Jekyll and Hugo write all three). */
function namesOf(value: YamlValue | undefined): readonly YamlScalar[] {
  switch (value?.kind) {
    case "list":
      return value.items.flatMap(namesOf);
    case "mapping":
      return ["key", "label", "name"]
        .flatMap((field) => namesOf(fieldOf(value, field)?.value))
        .slice(0, 1);
    case "scalar":
      return typeof value.value === "string" ? [value] : [];
    default:
      return [];
  }
}

/** Where a field names authors or tags by their keys in the site's list; those that are written out have none. */
export function keysIn(
  { frontMatter }: Source,
  field: "authors" | "tags",
): readonly YamlScalar[] {
  return frontMatter ? keysOf(frontMatter.yaml, field) : [];
}

/** The same in the text of a front matter. */
export function keysOf(
  yaml: Pick<Yaml, "fields">,
  field: "authors" | "tags",
): readonly YamlScalar[] {
  const value = fieldOf(yaml, field)?.value;
  return (value?.kind === "list" ? value.items : [value]).flatMap((one) => {
    const key =
      one?.kind === "mapping" && field === "authors"
        ? fieldOf(one, "key")?.value
        : one;
    return key?.kind === "scalar" && typeof key.value === "string" ? [key] : [];
  });
}
