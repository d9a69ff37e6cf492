import {
  isMap,
  isScalar,
  isSeq,
  Lexer,
  type Node,
  type Pair,
  type ParsedNode,
  parseDocument,
} from "yaml";
import type { Comment } from "./document.js";
import { readPlainYaml } from "./plain-yaml.js";
import type { Span } from "./span.js";

/** What a YAML text says, as far as front matters and lists of authors and tags go. All spans are UTF-16 offsets. */
export interface Yaml {
  /** Of the mapping that the text is; none where it is something else. In order. */
  readonly fields: readonly YamlField[];
  /** Whether the text is a mapping, or nothing at all. */
  readonly isMapping: boolean;
  /** What keeps a reader from taking it, one plain sentence each. */
  readonly errors: readonly { readonly message: string; readonly span: Span }[];
  /** With what stands behind their `#`. */
  readonly comments: readonly Comment[];
}

export interface YamlField {
  readonly key: string;
  readonly keySpan: Span;
  /** Absent for `key:` with nothing behind it. */
  readonly value: YamlValue | undefined;
}

export type YamlValue = YamlScalar | YamlList | YamlMapping;

export interface YamlScalar {
  readonly kind: "scalar";
  /** As YAML 1.2 reads it: a date is a string. */
  readonly value: string | number | boolean | null;
  /** What stands in the text, without quotes; of a block scalar its value. */
  readonly text: string;
  readonly style: "plain" | "quoted" | "block";
  /** Quotes included. */
  readonly span: Span;
}

export interface YamlList {
  readonly kind: "list";
  readonly items: readonly YamlValue[];
  /** `[a, b]`, not `- a`. */
  readonly isFlow: boolean;
  readonly span: Span;
}

export interface YamlMapping {
  readonly kind: "mapping";
  readonly fields: readonly YamlField[];
  readonly span: Span;
}

/** Reads a YAML text that stands at an offset of another. Never fails. */
export function readYaml(text: string, offset = 0): Yaml {
  return readPlainYaml(text, offset) ?? parseYaml(text, offset);
}

/** Says the same as `readYaml`, by a parser. */
export function parseYaml(text: string, offset: number): Yaml {
  try {
    const { contents, errors } = parseDocument(text, {
      logLevel: "silent",
      prettyErrors: false,
    });
    const value = contents === null ? undefined : readValue(contents, offset);
    return {
      fields: value?.kind === "mapping" ? value.fields : [],
      isMapping: value === undefined || value.kind === "mapping",
      errors: errors.map(({ message, pos: [start, end] }) => ({
        message: sentence(message),
        span: {
          start: offset + Math.min(start, text.length),
          end: offset + Math.min(Math.max(end, start), text.length),
        },
      })),
      comments: text.includes("#") ? readComments(text, offset) : [],
    };
  } catch {
    return { fields: [], isMapping: false, errors: [], comments: [] };
  }
}

/** Of a scalar, without its quotes. */
export function innerSpan({ style, span }: YamlScalar): Span {
  return style === "quoted"
    ? { start: span.start + 1, end: Math.max(span.start + 1, span.end - 1) }
    : span;
}

/** The field of that name; the first, should there be two. */
export function fieldOf(
  { fields }: { readonly fields: readonly YamlField[] },
  key: string,
): YamlField | undefined {
  return fields.find((field) => field.key === key);
}

function readValue(node: ParsedNode, offset: number): YamlValue | undefined {
  const span = spanOf(node, offset);
  if (isMap<ParsedNode, ParsedNode | null>(node)) {
    const fields = node.items.flatMap((pair) => fieldFrom(pair, offset));
    return { kind: "mapping", fields, span };
  }
  if (isSeq<ParsedNode>(node)) {
    const items = node.items.flatMap((item) => readValue(item, offset) ?? []);
    return { kind: "list", items, isFlow: node.flow === true, span };
  }
  return isScalar(node) ? scalarOf(node, span) : undefined;
}

function scalarOf(
  node: { readonly value: unknown; source?: string; type?: string },
  span: Span,
): YamlScalar | undefined {
  const { value, source = "", type = "PLAIN" } = node;
  if (value === null && span.start === span.end) return undefined;
  return {
    kind: "scalar",
    value: isPlainValue(value) ? value : String(value),
    text: source,
    style: type.startsWith("QUOTE")
      ? "quoted"
      : type.startsWith("BLOCK")
        ? "block"
        : "plain",
    span,
  };
}

function isPlainValue(value: unknown): value is YamlScalar["value"] {
  return (
    value === null || ["string", "number", "boolean"].includes(typeof value)
  );
}

function fieldFrom(
  { key, value }: Pair<ParsedNode, ParsedNode | null>,
  offset: number,
): YamlField[] {
  if (!isScalar(key)) return [];
  return [
    {
      key: key.source ?? String(key.value),
      keySpan: spanOf(key, offset),
      value: value === null ? undefined : readValue(value, offset),
    },
  ];
}

function spanOf({ range }: Node, offset: number): Span {
  const [start, end] = range ?? [0, 0];
  return { start: offset + start, end: offset + end };
}

/** YAML's parser keeps no place of a comment; its lexer gives all of the text, piece by piece. */
function readComments(text: string, offset: number): readonly Comment[] {
  const found: Comment[] = [];
  let at = offset;
  for (const token of new Lexer().lex(text)) {
    if (lexerMarks.has(token)) continue;
    const span = { start: at, end: at + token.length };
    if (token.startsWith("#")) found.push({ span, value: token.slice(1) });
    at = span.end;
  }
  return found;
}

/** Of the lexer's own, not of the text: before a document and a scalar, after a flow collection. */
const lexerMarks: ReadonlySet<string> = new Set(["\u0002", "\u0018", "\u001f"]);

/** YAML's messages go on with the text around the place, which the editor shows anyway. */
function sentence(message: string): string {
  const [line = message] = message.split("\n", 1);
  return line.replace(/ at line \d+, column \d+:?$/, "").replace(/[.:]?$/, ".");
}
