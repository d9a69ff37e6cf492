import { expect, test } from "vitest";
import { copyReference } from "../../server/src/features/copy-reference.js";
import { parse } from "../../server/src/markdown/parse.js";
import { open } from "./context.js";
import { fakeGitHub } from "./fake-github.js";
import { pull, repository } from "./statuses.js";

const root = "https://github.com/input-output-hk/cardano-node";
const url = `${root}/pull/4489`;

function copy(fixture: string, title?: string) {
  const status = title === undefined ? pull : { ...pull, title };
  const { context, position } = open(fixture, {
    github: fakeGitHub({ cached: { [url]: status, [root]: repository } }),
  });
  return copyReference(context, position);
}

test("a reference keeps its label; the link has the target's title", () => {
  expect(copy(`Done: [[no$0de]].\n\n[node]: ${url}\n`)).toEqual({
    link: `[Nix service: allow for connecting to remote tracing acceptors](${url})`,
    withDefinition: `[[node]]\n\n[node]: ${url}\n`,
  });
});

test("a definition is copied from its own line", () => {
  expect(copy(`[[node]]\n\n[no$0de]: ${url}\n`)?.withDefinition).toBe(
    `[[node]]\n\n[node]: ${url}\n`,
  );
});

test("a link gets the label the team would give it", () => {
  expect(copy(`[that$0](${url})\n`)?.withDefinition).toBe(
    `[[cardano-node-pull-4489]]\n\n[cardano-node-pull-4489]: ${url}\n`,
  );
});

test("what has no title gets its name", () => {
  expect(copy(`[he$0re](${root})`)?.link).toBe(
    `[input-output-hk/cardano-node](${root})`,
  );
  expect(copy("[he$0re](<https://example.com/a b>)")?.link).toBe(
    "[example.com/a b](<https://example.com/a b>)",
  );
});

test.each([
  "a [b] *c* `d` _e_",
  "](https://evil.example) <img src=x> ![x](y)",
  "two\nlines & &amp; \\ ~~f~~",
  "ends with \\",
])("a copied title is text and nothing else: %j", (title) => {
  const link = copy(`[a$0](${url})`, title)?.link ?? "";
  const { links, references } = parse(link);
  expect(links.map(({ destination }) => destination)).toEqual([url]);
  expect(references).toEqual([]);
});

test("where nothing leads anywhere, nothing is copied", () => {
  expect(copy("te$0xt")).toBeUndefined();
  expect(copy("[[unde$0fined]]")).toBeUndefined();
});
