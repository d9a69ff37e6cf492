import type { Yaml, YamlField, YamlScalar, YamlValue } from "./yaml.js";

/**
 * Reads a YAML text that is so plain that there is no doubt about what a parser would make of it, as the front matter of
 * most posts is: lines of a key and a text, in quotes or without, or a list of texts in brackets. `undefined` for all
 * others. The tests compare it with the parser, which takes a hundred times as long.
 */
export function readPlainYaml(text: string, offset: number): Yaml | undefined {
  if (unusual.test(text)) return undefined;
  const fields: YamlField[] = [];
  const keys = new Set<string>();
  for (let at = 0; at < text.length; at++) {
    line.lastIndex = at;
    const [all, key, between = "", written] = line.exec(text) ?? [];
    // A key that is there twice is an error.
    if (all === undefined || key === undefined || keys.has(key))
      return undefined;
    keys.add(key);
    const start = at + key.length + between.length;
    const value = written ? readValue(written, offset + start) : undefined;
    if (written && !value) return undefined;
    const keySpan = { start: offset + at, end: offset + at + key.length };
    fields.push({ key, keySpan, value });
    at += all.length;
  }
  return fields.length === 0
    ? undefined
    : { fields, isMapping: true, errors: [], comments: [] };
}

/** Comments, escapes, tabs and other characters that YAML has rules for. */
const unusual = /[#\\\x7F-\xA0\u2028\u2029\uFEFF]|[^\n\P{Cc}]/u;

const line = /([A-Za-z_][\w-]*)(?::(?=\n|$)|(: +)([^\n]*[^ \n]) *(?=\n|$))/y;

function readValue(written: string, start: number): YamlValue | undefined {
  const span = { start, end: start + written.length };
  if (written[0] !== "[") return readScalar(written, start, plainText);
  if (!written.endsWith("]")) return undefined;
  const items: YamlScalar[] = [];
  const inner = written.slice(1, -1);
  if (inner.trim() !== "") {
    let at = start + 1;
    for (const part of inner.split(",")) {
      const item = part.trim();
      const before = part.length - part.trimStart().length;
      const scalar = readScalar(item, at + before, plainItem);
      if (!scalar) return undefined;
      items.push(scalar);
      at += part.length + 1;
    }
  }
  return { kind: "list", items, isFlow: true, span };
}

/** Begins with a letter or as a date does, so that it is no number, and says nothing that ends a text. */
const plainText =
  /^(?:[A-Za-z\xC0-\u024F/_(]|\d{4}-\d\d-\d\d)(?:[^:]|:(?=[^ ]))*$/;
/** The same in a list. */
const plainItem =
  /^(?:[A-Za-z\xC0-\u024F/_(]|\d{4}-\d\d-\d\d)[^:[\]{}"'?&*!|>%@`]*$/;
const quotedText = /^(?:"([^"]*)"|'([^']*)')$/;
/** In capitals, in part and without. */
const flag = /^(?:true|True|TRUE|false|False|FALSE)$/;
const nothing = /^(?:null|Null|NULL)$/;

function readScalar(
  written: string,
  start: number,
  plain: RegExp,
): YamlScalar | undefined {
  const span = { start, end: start + written.length };
  const [all, double, single] = quotedText.exec(written) ?? [];
  if (all !== undefined) {
    const text = double ?? single ?? "";
    return { kind: "scalar", value: text, text, style: "quoted", span };
  }
  if (!plain.test(written) || nothing.test(written)) return undefined;
  const value = flag.test(written) ? written.toLowerCase() === "true" : written;
  return { kind: "scalar", value, text: written, style: "plain", span };
}
