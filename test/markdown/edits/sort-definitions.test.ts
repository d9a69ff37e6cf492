import { describe, expect, test } from "vitest";
import { applyEdits } from "../../../server/src/markdown/edits/apply.js";
import { sortDefinitions } from "../../../server/src/markdown/edits/sort-definitions.js";
import { parse } from "../../../server/src/markdown/parse.js";

function sorted(text: string): string {
  const document = parse(text);
  return applyEdits(document, sortDefinitions(document));
}

describe("sortDefinitions", () => {
  test.each([
    ["numbers by value", "[p-100]: u\n[p-9]: u\n", "[p-9]: u\n[p-100]: u\n"],
    ["case counts last", "[b]: u\n[A]: u\n", "[A]: u\n[b]: u\n"],
    [
      "repositories together",
      "[b]: https://h/o/b\n[a-x]: https://h/o/a-x\n[a/z]: https://h/o/a/z\n[a]: https://h/o/a\n",
      "[a]: https://h/o/a\n[a/z]: https://h/o/a/z\n[a-x]: https://h/o/a-x\n[b]: https://h/o/b\n",
    ],
    [
      "titles, angle brackets and indentation go along",
      "  [b]: <u v>\n  \"t\"\n[a]: u 't'  \n",
      "[a]: u 't'  \n  [b]: <u v>\n  \"t\"\n",
    ],
    ["the final newline stays away", "[b]: u\n[a]: u", "[a]: u\n[b]: u"],
    ["CRLF", "[b]: u\r\n[a]: u\r\n", "[a]: u\r\n[b]: u\r\n"],
    ["a byte order mark", "\uFEFF[b]: u\n[a]: u", "\uFEFF[a]: u\n[b]: u"],
    [
      "the first of a label stays the first",
      "[c]: u\n[A]: u2\n[a]: u1\n",
      "[A]: u2\n[a]: u1\n[c]: u\n",
    ],
    [
      "blank lines and comments part the runs",
      "[d]: u\n[c]: u\n\n[b]: u\n<!-- c -->\n[a]: u\n",
      "[c]: u\n[d]: u\n\n[b]: u\n<!-- c -->\n[a]: u\n",
    ],
    [
      "a quoted line below does not become a title",
      '[z]: u\n[b]: u\n[a]: u "t"\n"text"\n',
      '[b]: u\n[z]: u\n[a]: u "t"\n"text"\n',
    ],
    [
      "an indented one does not move into the list above",
      "- i\n\n[b]: u\n  [a]: u\n",
      "- i\n\n[b]: u\n  [a]: u\n",
    ],
    ["in order already", "[a]: u\n[b]: u\n", "[a]: u\n[b]: u\n"],
  ])("%s", (_name, before, after) => {
    expect(sorted(before)).toBe(after);
    expect(sorted(after)).toBe(after);
  });
});
