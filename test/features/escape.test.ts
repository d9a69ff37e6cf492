import { describe, expect, test } from "vitest";
import {
  excerpt,
  link,
  linkDestination,
  plainLine,
} from "../../server/src/features/escape.js";

describe("plainLine", () => {
  const check = (text: string, expected: string, limit = 100) =>
    expect(plainLine(text, limit)).toBe(expected);

  test("is one line", () => {
    check("  a\t b\r\n\u2028c\u00A0d ", "a b c d");
  });
  test("has no control characters", () => {
    check("a\u0000b\u001B[31mc\u007F\u0085", "ab[31mc");
  });
  test("has no bidirectional overrides and no invisible characters", () => {
    check("a\u202Egnp.exe\u2066\u200B\u2060\uFEFF\u00ADb", "agnp.exe b");
  });
  test("keeps the joiners of emoji and scripts", () => {
    check("👩‍💻 می‌خواهم", "👩‍💻 می‌خواهم");
  });
  test("replaces halves of surrogate pairs", () => {
    check("a\uD83Db\uDE00", "a\uFFFDb\uFFFD");
  });
  test("is cut between characters", () => {
    check("🎉🎉🎉🎉", "🎉🎉…", 3);
    check("a".repeat(10_000), `${"a".repeat(99)}…`);
  });
  test("stacks no endless marks", () => {
    check(`a${"\u0301".repeat(50)}`, `a${"\u0301".repeat(4)}`);
  });
});

describe("excerpt", () => {
  const check = (text: string, expected: string[]) =>
    expect(excerpt(text, { lines: 3, width: 10 })).toEqual(expected);

  test("takes the first lines that say something", () => {
    check("\n\na\r\n \r\nb\n", ["a", "b"]);
  });
  test("says when there is more", () => {
    check("a\nb\nc\nd", ["a", "b", "c", "…"]);
  });
  test("leaves out comments, also one that was cut off", () => {
    check("<!-- why? -->\na<!-- b\nc -->d\n<!-- e", ["ad"]);
  });
  test("cuts long lines", () => {
    check("0123456789abc", ["012345678…"]);
  });
});

describe("link", () => {
  test("opens web addresses only", () => {
    expect(link("a", "https://github.com/a/b")).toBe(
      "[a](https://github.com/a/b)",
    );
    for (const url of [
      "command:workbench.action.quit",
      "javascript:alert(1)",
      "vscode://x",
      "file:///etc/passwd",
      "//github.com",
      "https://",
      "/docs",
    ])
      expect(link("a", url)).toBe("a");
  });

  test("keeps brackets from a renderer that takes the escapes off them", () => {
    expect(link("[a](command:b)", "https://github.com")).toBe(
      "[&#91;a&#93;(command:b)](https://github.com)",
    );
  });

  test("keeps what an address says", () => {
    expect(
      linkDestination("https://github.com/a/b/compare/x(1)...y z?q=%20&copy;"),
    ).toBe("https://github.com/a/b/compare/x%281%29...y%20z?q=%20&amp;copy;");
  });
});
