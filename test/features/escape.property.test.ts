import fc from "fast-check";
import type { Nodes } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { describe, expect, test, vi } from "vitest";
import {
  code,
  escapeLine,
  escapeText,
  excerpt,
  link,
  plainLine,
} from "../../server/src/features/escape.js";

// The reference renderer takes its time, more of it on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const wordJoiner = /\u2060/g;
const markdown = unified().use(remarkParse).use(remarkGfm);

/** The node types of a Markdown text, and the text it shows without the joiners that take addresses apart. */
function render(source: string): { types: string[]; text: string } {
  const types = new Set<string>();
  let text = "";
  function visit(node: Nodes) {
    types.add(node.type);
    if ("value" in node) text += node.value;
    if (node.type === "break") text += "\n";
    if ("children" in node) node.children.forEach(visit);
  }
  visit(markdown.parse(source));
  return { types: [...types].sort(), text: text.replace(wordJoiner, "") };
}

const hostile = [
  "[click](command:workbench.action.quit)",
  "![](https://evil.example/pixel.png)",
  '<img src="https://evil.example/p.png" onerror="x()">',
  "<script>alert(1)</script>",
  "<!-- -->",
  "<https://evil.example>",
  "https://evil.example/a?b=c",
  "HTTP://EVIL.EXAMPLE",
  "www.evil.example",
  "ftp://evil.example/x",
  "mail me@evil.example now",
  "mailto:me@evil.example",
  "xmpp:me@evil.example/x",
  "@octocat and $(zap) and $(sync~spin)",
  "&lt;b&gt; &copy; &#36;(zap) &amp;lt;",
  "`code` ``` fence",
  "~~~ and ~~gone~~ and ~gone~",
  "**bold** __bold__ _it_ *it* snake_case __init__",
  "a\\*b\\",
  "# heading",
  "- item",
  "+ item",
  "* item",
  "1. item",
  "12) item",
  "- [ ] task",
  "> quote",
  "---",
  "===",
  "| a | b |",
  "|---|---|",
  ":-: | :-:",
  "[^1] and [^1]: note",
  "[x]: https://evil.example",
  "[[cardano-node]] [a][b] [a][]",
  ":::note",
  ":smile:",
  "$$x$$",
  "    indented",
] as const;

const anything = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(...hostile),
        fc.constantFrom(..."\\`*_{}[]<>()#+-.!|~$&@:=\"'/ \t\n19aw"),
      ),
    )
    .map((parts) => parts.join("")),
);

describe("escapeText", () => {
  test.each(hostile)("shows %j as it is", (text) => {
    const line = plainLine(text, 1000);
    expect(render(escapeText(line))).toEqual({
      types: ["paragraph", "root", "text"],
      text: line,
    });
  });

  test("shows any line as it is, wherever it stands", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const line = plainLine(text, 1000);
        fc.pre(line !== "");
        const shown = escapeText(line);
        const onlyText = { types: ["paragraph", "root", "text"] };
        expect(render(shown)).toEqual({ ...onlyText, text: line });
        expect(render(`see ${shown} there`)).toEqual({
          ...onlyText,
          text: `see ${line} there`,
        });
        expect(render(`**${shown}**`)).toEqual({
          types: ["paragraph", "root", "strong", "text"],
          text: line,
        });
        expect(render(link(line, "https://github.com"))).toEqual({
          types: ["link", "paragraph", "root", "text"],
          text: line,
        });
      }),
      { numRuns: 150 },
    );
  });

  test("shows any text's first lines in a quote as they are", () => {
    fc.assert(
      fc.property(
        fc.array(anything).map((parts) => parts.join("\n")),
        (text) => {
          const lines = excerpt(text, { lines: 5, width: 80 });
          fc.pre(lines.length > 0);
          const { types, text: shown } = render(
            lines.map((line) => `> ${line}`).join("  \n"),
          );
          expect(types.filter((type) => type !== "break")).toEqual([
            "blockquote",
            "paragraph",
            "root",
            "text",
          ]);
          expect(shown.split("\n")).toHaveLength(lines.length);
        },
      ),
      { numRuns: 150 },
    );
  });

  test("leaves no theme icon, not even in code", () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(escapeLine(text, 1000)).not.toMatch(/\$\(/);
        expect(code(plainLine(text, 1000))).not.toMatch(/\$\(/);
      }),
    );
  });

  test("leaves what is harmless as it is written", () => {
    expect(escapeText('Add foo_bar (#12): "it\'s done" & more, 100% $5!')).toBe(
      'Add foo_bar (#12): "it\'s done" & more, 100% $5!',
    );
  });
});

describe("code", () => {
  test("shows any line as it is", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const line = plainLine(text, 1000);
        fc.pre(line !== "");
        expect(render(`x ${code(line)}`)).toEqual({
          types: ["inlineCode", "paragraph", "root", "text"],
          text: `x ${line}`,
        });
      }),
      { numRuns: 150 },
    );
  });
});

describe("link", () => {
  test("holds any address", () => {
    fc.assert(
      fc.property(anything, (path) => {
        const url = `https://github.com/${path}`;
        const tree = markdown.parse(link("x", url));
        const [paragraph] = tree.children;
        expect(tree.children).toHaveLength(1);
        expect(paragraph).toMatchObject({
          type: "paragraph",
          children: [
            { type: "link", children: [{ type: "text", value: "x" }] },
          ],
        });
      }),
      { numRuns: 150 },
    );
  });
});
