import { expect, test } from "vitest";
import { checkPost } from "../../server/src/rules/check.js";
import { examplePost } from "./example-post.js";
import { readMarks } from "./marks.js";

/** `⟦…⟧` marks what is reported in spite of the comments. */
function check(marked: string, fileName?: string): void {
  const { text, spans } = readMarks(marked);
  const post = examplePost(text, fileName ? { fileName } : {});
  expect(checkPost(post).map(({ finding }) => finding.span)).toEqual(spans);
}

test("the next line, for the rules named or for all", () => {
  check(
    "<!-- weeknotes-disable-next-line undefined-reference -->\n[[a]] and [[b]]\n[⟦[c]⟧]\n",
  );
  check("<!-- weeknotes-disable-next-line -->\n[[a]]\n");
  check("<!-- weeknotes-disable-next-line unused-definition -->\n[⟦[a]⟧]\n");
  check(
    "<!-- weeknotes-disable-next-line unused-definition undefined-reference -->\n[[a]]\n",
  );
  check(
    "<!-- weeknotes-disable-next-line unused-definition, undefined-reference -->\n[[a]]\n",
  );
});

test("the next line is the next that is not blank", () => {
  check("<!-- weeknotes-disable-next-line -->\n\n[[a]]\n\n[⟦[b]⟧]\n");
  check("> <!-- weeknotes-disable-next-line -->\n>\n> [[a]]\n> [⟦[b]⟧]\n");
});

test("in the middle of a list and of a paragraph, with any line ending", () => {
  check(
    "- [⟦[a]⟧]\r\n  <!-- weeknotes-disable-next-line -->\r\n  [[b]]\r\n- [⟦[c]⟧]\r\n",
  );
  check("Text\r<!-- weeknotes-disable-next-line -->\r[[b]]\r[⟦[c]⟧]\r");
});

test("over several lines", () => {
  check(
    "<!-- weeknotes-disable-next-line\n     undefined-reference\n     -- it comes next week -->\n[[a]]\n[⟦[b]⟧]\n",
  );
});

test("the same line", () => {
  check("[[a]] <!-- weeknotes-disable-line undefined-reference -->\n[⟦[b]⟧]\n");
  check("[⟦[a]⟧]\n[[b]] <!-- weeknotes-disable-line -->");
});

test("from here to there", () => {
  check(
    "[⟦[a]⟧]\n\n<!-- weeknotes-disable undefined-reference -->\n\n[[b]]\n\n<!-- weeknotes-enable undefined-reference -->\n\n[⟦[c]⟧]\n\n<!-- weeknotes-disable -->\n\n[[d]]",
  );
});

test("all rules off, one of them on again", () => {
  check(
    "<!-- weeknotes-disable -->\n\n[[a]]\n\n<!-- weeknotes-enable undefined-reference -->\n\n[⟦[b]⟧]\n\n[c]: https://example.org\n",
  );
});

test("enabling another rule changes nothing", () => {
  check(
    "<!-- weeknotes-disable undefined-reference -->\n<!-- weeknotes-enable unused-definition -->\n\n[[a]]\n",
  );
});

test("what follows two hyphens is a reason, not a rule", () => {
  check("<!-- weeknotes-disable -- all of this is generated -->\n\n[[a]]\n");
});

test("in MDX", () => {
  check(
    "{/* weeknotes-disable-next-line undefined-reference */}\n\n[[a]]\n\n[⟦[b]⟧] and [⟦[c]⟧]\n",
    "post.mdx",
  );
});

test("not in code, and not under another name", () => {
  check("`<!-- weeknotes-disable -->`\n\n[⟦[a]⟧]\n");
  check("<!-- weeknotes-disabled -->\n[⟦[a]⟧]\n");
  check("<!-- markdownlint-disable -->\n[⟦[a]⟧]\n");
});

test("the end of the text", () => {
  check("[⟦[a]⟧]\n<!-- weeknotes-disable-next-line -->");
});

test("in front matter, where HTML has no place", () => {
  const name = "2022-11-04-hydra.md";
  check("---\nslug: ⟦2022-10-04-hydra⟧\n---\n", name);
  check(
    "---\n# weeknotes-disable-next-line slug-file-name\nslug: 2022-10-04-hydra\n---\n",
    name,
  );
  check(
    "---\nslug: 2022-10-04-hydra # weeknotes-disable-line slug-file-name -- as it was sent\n---\n",
    name,
  );
  check(
    "---\n# weeknotes-disable\nslug: 2022-10-04-hydra\n---\n\n[[a]]\n",
    name,
  );
  check(
    "---\ntitle: '# weeknotes-disable'\nslug: ⟦2022-10-04-hydra⟧\n---\n",
    name,
  );
});
