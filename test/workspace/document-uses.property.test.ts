import fc from "fast-check";
import { expect, test } from "vitest";
import { edit } from "../../server/src/markdown/edit.js";
import { parse } from "../../server/src/markdown/parse.js";
import { parseUrl } from "../../server/src/targets/url.js";
import { usesInDocument } from "../../server/src/workspace/document-uses.js";
import { factsOf } from "../../server/src/workspace/facts.js";
import { usesOfItem } from "../../server/src/workspace/item-uses.js";
import { numRuns, timeout } from "../markdown/arbitraries.js";
import { anyChange, applied } from "../markdown/random-edits.js";

const hosts = ["github.com"];
const url = "https://github.com/o/r";

/** Definitions, some of them repeated or with another address of the same, and what names their labels. */
const part = fc.constantFrom(
  `[a]: ${url}/pull/1#discussion_r2\n`,
  `[a]: ${url}/pull/2\n`,
  `[A b]: <${url}/issues/1> "t"\n`,
  `[c]: ${url}/commit/abcdef1\n`,
  `[d]: ${url}/commit/abcd\n`,
  "[a] and [[A b]], ![c], [x][d] [a][",
  `[l](${url}/pull/1) <${url}/commit/abcdef1234> ![i](${url}/pull/1)`,
  `> [c]: ${url}/pull/1\n`,
  "\n\n",
  "# [a]\n",
);

test(
  "the chunks of a text say where it names a target",
  () => {
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 12 }),
        fc.array(anyChange, { maxLength: 3 }),
        (parts, steps) => {
          let document = parse(parts.join(""));
          for (const step of [undefined, ...steps]) {
            if (step)
              document = edit(document, applied(document.text, [step]).changes);
            const facts = factsOf("file:///a.md", document, hosts);
            const targets = [
              ...facts.uses.map(({ target }) => target),
              parseUrl(`${url}/pull/77`, hosts),
            ];
            for (const target of targets)
              expect(usesInDocument(document, hosts, target)).toEqual(
                usesOfItem(facts, target),
              );
          }
        },
      ),
      { numRuns: numRuns * 8 },
    );
  },
  timeout,
);
