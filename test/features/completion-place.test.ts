import { describe, expect, test } from "vitest";
import { complete, labels } from "./complete.js";

describe("where labels are completed", () => {
  const definitions = "\n\n[a-label]: https://example.org\n";
  const opens = async (fixture: string, name?: string) =>
    expect(
      await labels(fixture + definitions, name ? { name } : {}),
      fixture,
    ).toEqual(["a-label"]);
  const stays = async (fixture: string, name?: string) =>
    expect(
      await complete(fixture + definitions, name ? { name } : {}),
      fixture,
    ).toBeUndefined();

  test("after an opening bracket, closed or not", async () => {
    await opens("See [[$0");
    await opens("See [[$0]]");
    await opens("See [[a-l$0");
    await opens("See [[a-l$0 and more");
    await opens("See [$0");
    await opens("See [$0] and more");
    await opens("See [text][$0");
    await opens("See [text][$0]");
    await opens("[[$0");
    await opens("See \\[[$0");
  });
  test("in a label that is there", async () => {
    await opens("See [[a-l$0abel]].");
    await opens("See [text][a-l$0abel].");
    await opens("See [a-$0label][].");
  });
  test("in lists, quotes, tables, headings, emphasis, directives", async () => {
    await opens("- one\n  - two [[$0");
    await opens("- [ ] [[$0");
    await opens("> quote [[$0");
    await opens("| a | b |\n|---|---|\n| [[$0 | c |");
    await opens("# Heading [[$0");
    await opens("**bold [[$0**");
    await opens(":::note\n\nSee [[$0\n\n:::");
    await opens("text[^1]\n\n[^1]: note [[$0");
  });
  test("in MDX", async () => {
    await opens("<Note>\n\nSee [[$0\n\n</Note>", "a.mdx");
    await opens("See [[$0 and {1 + 1}", "a.mdx");
    await stays("See {[[$0]]}", "a.mdx");
  });
  test("not in plain text", async () => {
    await stays("See $0");
    await stays("See [[a-label]]$0");
    await stays("See [[a-label]$0]");
    await stays("[[\n$0");
  });
  test("not in code", async () => {
    await stays("`[[$0`");
    await stays("`a [$0] b`");
    await stays("```\n[[$0\n```");
    await stays("~~~\n[[$0");
    await stays("    [[$0");
    await stays("- a\n\n  ```\n  [[$0\n  ```");
  });
  test("not in comments, HTML, front matter", async () => {
    await stays("<!-- [[$0 -->");
    await stays("a <!-- [[$0 --> b");
    await stays("<div>\n[[$0\n</div>");
    await stays('<a href="[[$0">');
    await stays("---\ntags: [$0\n---");
  });
  test("not in destinations, the text of links, escapes, images, footnotes", async () => {
    await stays("[text](https://example.org/[$0)");
    await stays("[te$0xt](https://example.org)");
    await stays("[[te$0xt]](https://example.org)");
    await stays("[te$0xt][a-label]");
    await stays("\\[$0");
    await stays("![$0");
    await stays("text[^$0");
  });
  test("not in a definition", async () => {
    await stays("[a-l$0abel]: https://example.org");
  });
});
