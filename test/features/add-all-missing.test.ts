import { expect, test } from "vitest";
import { addAllMissing } from "../../server/src/features/add-all-missing.js";
import { applyEdits } from "../../server/src/markdown/edits/apply.js";
import { parse } from "../../server/src/markdown/parse.js";
import { open } from "./context.js";

/** The labels and URLs of a real report. */
const report: readonly [label: string, url: string][] = [
  ["bitte-zt", "input-output-hk/bitte/compare/zt"],
  ["haskell.nix", "input-output-hk/haskell.nix"],
  ["plutus", "input-output-hk/plutus"],
  ["cardano-prelude", "input-output-hk/cardano-prelude"],
  ["cardano-prelude-pull-176", "input-output-hk/cardano-prelude/pull/176"],
  ["cardano-node-pull-4489", "input-output-hk/cardano-node/pull/4489"],
  ["bitte-cells-pull-40", "input-output-hk/bitte-cells/pull/40"],
  ["openziti-bins", "johnalotoski/openziti-bins"],
  ["tullia-commit-4df3c5d", "input-output-hk/tullia/commit/4df3c5d"],
];
const repositories = [
  "input-output-hk/bitte",
  "input-output-hk/haskell.nix",
  "input-output-hk/plutus",
  "input-output-hk/cardano-prelude",
  "input-output-hk/cardano-node",
  "input-output-hk/bitte-cells",
  "johnalotoski/openziti-bins",
  "input-output-hk/tullia",
];
const other = repositories
  .map((name) => `[[${name.split("/")[1]}]]`)
  .concat("")
  .concat(
    repositories.map(
      (name) => `[${name.split("/")[1]}]: https://github.com/${name}`,
    ),
  )
  .join("\n");

test("a report that lost its definitions gets back all that can be known", () => {
  const text = report.map(([label]) => `- In [[${label}]].\n`).join("");
  const { context, document } = open(text, { others: { "other.md": other } });
  const { edits, added, unknown } = addAllMissing(context.post);
  const after = parse(applyEdits(document, edits));
  expect(
    after.definitions.map(({ label, destination }) => [label, destination]),
  ).toEqual(
    expect.arrayContaining(
      report
        .slice(1)
        .map(([label, path]) => [label, `https://github.com/${path}`]),
    ),
  );
  expect(added).toHaveLength(report.length - 1);
  expect(unknown).toEqual(["bitte-zt"]);
});

test("what a typo explains, several URLs could be, or would break a link is left", () => {
  const { context } = open(
    "[[cicreo]], [[bitte]] and [[plutus]] [[plutus] x](/y)\n\n[cicero]: https://github.com/input-output-hk/cicero\n",
    {
      others: {
        "a.md":
          "[bitte]\n\n[bitte]: https://github.com/input-output-hk/bitte\n",
        "b.md": "[bitte]\n\n[bitte]: https://github.com/manveru/bitte\n",
        "c.md":
          "[plutus]\n\n[plutus]: https://github.com/input-output-hk/plutus\n",
      },
    },
  );
  expect(addAllMissing(context.post)).toEqual({
    edits: [],
    added: [],
    unknown: ["cicreo", "bitte", "plutus"],
  });
});

test("what a comment silences is not missing", () => {
  const { context } = open(
    "<!-- weeknotes-disable-next-line -->\n[[unheard-of]]\n",
  );
  expect(addAllMissing(context.post).unknown).toEqual([]);
});

test("a repository that only `owner/*` suggests is not taken unseen", () => {
  const { context } = open("[[qq]]$0\n", {
    settings: { repositories: ["input-output-hk/*"] },
  });
  const { added, unknown } = addAllMissing(context.post);
  expect({ added, unknown }).toEqual({ added: [], unknown: ["qq"] });
});
