import type { Span } from "../markdown/span.js";
import {
  fieldOf,
  type YamlField,
  type YamlScalar,
  type YamlValue,
} from "../markdown/yaml.js";
import { dayOf } from "../targets/iso-date.js";
import { nearest } from "../targets/near-miss.js";
import type { Post } from "../workspace/post.js";
import { fieldsOf } from "../workspace/sayings.js";
import type { Site } from "../workspace/site.js";
import { changeWordTo } from "./change-word.js";
import {
  type FrontMatterField,
  frontMatterField,
  frontMatterFields,
  typeNames,
} from "./front-matter-fields.js";
import { frontMatterSchemaExamples } from "./front-matter-schema.examples.js";
import { isMisspelling } from "./misspelling.js";
import type { Finding, Fix, Rule } from "./rule.js";

export const frontMatterSchema: Rule = {
  id: "front-matter-schema",
  summary: "Front matter that the site cannot read",
  severity: "warning",
  documentation: `
Docusaurus reads the front matter of every post before it makes the first page: a value it does not understand stops the
whole build, on the machine of whoever publishes. A misspelt field is passed over, and the post appears without its tags.

Reported are mistakes of YAML, for all posts; on a Docusaurus site also values of another type than the field takes, fields
that \`authors\` replaces beside it, and a field that is none but for a letter.

Any other field is left alone, since themes and plugins have their own, and so is a misspelt one that other posts have.
`.trim(),
  examples: frontMatterSchemaExamples,
  *check(post: Post) {
    const { document, knowledge } = post;
    const { site } = knowledge;
    const { frontMatter } = document;
    if (!site || !frontMatter) return;
    const { yaml, yamlSpan } = frontMatter;
    const [error] = yaml.errors;
    if (error) {
      yield syntaxError(post, error);
      return;
    }
    if (!yaml.isMapping) {
      yield {
        span: yamlSpan,
        message: "Front matter is made of fields: title: …",
        fixes: () => [],
      };
      return;
    }
    if (!site.isDocusaurus) return;
    for (const field of yaml.fields) {
      const known = frontMatterField(field.key);
      const finding = known
        ? (besideAuthors(field, known, yaml.fields) ??
          wrongValue(post, field, known))
        : misspelt(post, field, yaml.fields, site);
      if (finding) yield finding;
    }
    yield* levels(yaml.fields);
  },
};

function syntaxError(
  { document }: Post,
  { message, span }: { readonly message: string; readonly span: Span },
): Finding {
  const { lines } = document;
  const line = lines.line(lines.positionAt(span.start).line);
  const written = document.slice(line.start, line.end);
  const value = /^(\s*(?:- )?[\w-]+:[ \t]+)(\S.*?)\s*$/.exec(written);
  const quoted = value?.[2];
  const needsQuotes = /^(?:Nested mappings|Plain value cannot)/.test(message);
  if (!needsQuotes || !value || !quoted || /["\\]/.test(quoted)) {
    const start = line.start + Math.max(0, written.search(/\S/));
    return {
      span: { start, end: Math.max(start, line.end) },
      message: `${inPlainWords(message)} The site cannot read this front matter.`,
      fixes: () => [],
    };
  }
  const start = line.start + (value[1]?.length ?? 0);
  const at = { start, end: start + quoted.length };
  return {
    span: at,
    message: `A text with ${/^[@`%]/.test(quoted) ? `"${quoted[0]}" at its start` : '": " in it'} needs quotes here. The site cannot read this front matter.`,
    fixes: () => [
      {
        kind: "edit",
        title: "Put it into quotes",
        edits: [{ range: lines.rangeOf(at), newText: `"${quoted}"` }],
        preferred: true,
        certain: false,
      },
    ],
  };
}

/** What the YAML parser says oftenest, for those who write no YAML otherwise. */
function inPlainWords(message: string): string {
  if (/^Map keys must be unique/.test(message))
    return "This field stands here twice.";
  if (/^Flow sequence/.test(message)) return 'A list\'s "]" is missing.';
  if (/^Flow map/.test(message)) return 'A "}" is missing.';
  if (/^Missing closing .quote/.test(message))
    return "A closing quote is missing.";
  if (/^Tabs are not allowed/.test(message))
    return "YAML takes spaces before a line, no tabs.";
  return `This is no YAML: ${message}`;
}

function wrongValue(
  post: Post,
  { key, keySpan, value }: YamlField,
  { type }: FrontMatterField,
): Finding | undefined {
  if (!value) {
    return {
      span: keySpan,
      message: `"${key}" has no value. Give it one, or take the line out.`,
      fixes: () => [],
    };
  }
  if (isOfType[type](value)) return undefined;
  return {
    span: value.span,
    message: `"${key}" takes ${typeNames[type]}.`,
    fixes: () => valueFixes(post, type, value),
  };
}

/** As Docusaurus' validation has it, which takes numbers for text, and "true" for true. */
const isOfType: Readonly<
  Record<FrontMatterField["type"], (value: YamlValue) => boolean>
> = {
  text: isText,
  flag: (value) =>
    value.kind === "scalar" && /^(?:true|false)$/i.test(value.text),
  "heading-level": (value) =>
    value.kind === "scalar" && /^[2-6]$/.test(value.text),
  date: (value) => isText(value) && isDate(value),
  texts: (value) => value.kind === "list" && value.items.every(isText),
  authors: (value) =>
    value.kind === "list" ? value.items.every(isAuthor) : isAuthor(value),
  tags: (value) => value.kind === "list" && value.items.every(isTag),
  mapping: (value) => value.kind === "mapping",
};

function isText(value: YamlValue): value is YamlScalar {
  return (
    value.kind === "scalar" &&
    (typeof value.value === "string" || typeof value.value === "number")
  );
}

/** JavaScript reads many notations; only a date that plainly is none is wrong. */
function isDate({ text }: YamlScalar): boolean {
  return !/^\d{4}-\d{2}-\d{2}(?!\d)/.test(text) || dayOf(text) !== undefined;
}

function isAuthor(value: YamlValue): boolean {
  return (
    isText(value) ||
    (value.kind === "mapping" &&
      ["key", "name", "image_url", "imageURL"].some((name) =>
        fieldOf(value, name),
      ))
  );
}

function isTag(value: YamlValue): boolean {
  return (
    isText(value) ||
    (value.kind === "mapping" &&
      ["label", "permalink"].every((name) => fieldOf(value, name)))
  );
}

function valueFixes(
  { document }: Post,
  type: FrontMatterField["type"],
  value: YamlValue,
): Fix[] {
  if (type === "flag" && value.kind === "scalar")
    return changeWordTo(document, value.span, flagMeant(value.text));
  if (!isText(value) || (type !== "tags" && type !== "texts")) return [];
  const names = value.style === "plain" ? value.text.split(/\s*,\s*/) : [];
  const written = document.slice(value.span.start, value.span.end);
  return [
    {
      kind: "edit",
      title: "Make a list of it",
      edits: [
        {
          range: document.lines.rangeOf(value.span),
          newText: `[${names.length > 0 ? names.join(", ") : written}]`,
        },
      ],
      preferred: true,
      certain: value.style !== "block" && !/[[\]{}]/.test(written),
    },
  ];
}

/** What older YAML, and people, write for true and false. */
function flagMeant(text: string): string | undefined {
  if (/^(?:y|yes|on|1)$/i.test(text)) return "true";
  return /^(?:n|no|off|0)$/i.test(text) ? "false" : undefined;
}

function besideAuthors(
  { key, keySpan }: YamlField,
  { instead }: FrontMatterField,
  fields: readonly YamlField[],
): Finding | undefined {
  return instead === "authors" && fields.some((one) => one.key === "authors")
    ? {
        span: keySpan,
        message: `"${key}" cannot stand beside "authors". Keep one of them.`,
        fixes: () => [],
      }
    : undefined;
}

function misspelt(
  { document }: Post,
  { key, keySpan }: YamlField,
  fields: readonly YamlField[],
  site: Site,
): Finding | undefined {
  const present = new Set(fields.map((field) => field.key));
  const free = frontMatterFields
    .filter(({ name, instead }) => !instead && !present.has(name))
    .map(({ name }) => name);
  const right =
    nearest(key, free)[0] ??
    free.find((name) => key.length > 2 && isMisspelling(key, name));
  if (right === undefined) return undefined;
  if (site.said(fieldsOf).times(key) > 1) return undefined;
  return {
    span: keySpan,
    message: `The site knows no field "${key}". Did you mean "${right}"?`,
    fixes: () => changeWordTo(document, keySpan, right),
  };
}

function* levels(fields: readonly YamlField[]): Iterable<Finding> {
  const [lowest, highest] = ["toc_min_heading_level", "toc_max_heading_level"]
    .map((name) => fieldOf({ fields }, name)?.value)
    .map((value) => (value?.kind === "scalar" ? value : undefined));
  if (lowest && highest && Number(lowest.text) > Number(highest.text))
    yield {
      span: lowest.span,
      message: `"toc_min_heading_level" is above "toc_max_heading_level", ${highest.text}.`,
      fixes: () => [],
    };
}
