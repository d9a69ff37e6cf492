import { expect, test } from "vitest";
import type { DocumentSymbol } from "vscode-languageserver-types";
import { documentSymbols } from "../../server/src/features/document-symbols.js";
import { parse } from "../../server/src/markdown/parse.js";

function check(text: string, expected: string): void {
  const document = parse(text);
  const show = (symbols: readonly DocumentSymbol[], depth = 0): string =>
    symbols
      .map(({ name, range, selectionRange, children = [] }) => {
        const { start, end } = document.lines.spanOf(selectionRange);
        const line = `${"  ".repeat(depth)}${name} ${range.start.line}-${range.end.line} «${text.slice(start, end)}»`;
        return `${line}\n${show(children, depth + 1)}`;
      })
      .join("");
  expect(show(documentSymbols(document))).toBe(expected);
}

test("headings are a tree with the definitions in them", () => {
  check(
    "# One\n\n[a]: /x\n\n### Deep *down*\n\n## Two\n\ntext\n\n# Three\n\n[b]: /y\n",
    `One 0-8 «One»
  [a] 2-2 «a»
  Deep down 4-4 «Deep *down*»
  Two 6-8 «Two»
Three 10-12 «Three»
  [b] 12-12 «b»
`,
  );
});

test("definitions before any heading, and headings without text", () => {
  check("[a]: /x\n\n##\n\n#\n", "[a] 0-0 «a»\n## 2-2 «»\n# 4-4 «»\n");
});

test("a name is never empty and a selection lies in its range", () => {
  const { text, lines } = parse("# ![](x.png)\n\n[ ]: /x\n");
  for (const { name, range, selectionRange } of documentSymbols(parse(text))) {
    expect(name).not.toBe("");
    expect(lines.spanOf(selectionRange).end).toBeLessThanOrEqual(
      lines.spanOf(range).end,
    );
  }
});
