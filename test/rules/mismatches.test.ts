import { describe, expect, test } from "vitest";
import { applyEdits } from "../../server/src/markdown/edits/apply.js";
import { checkPost } from "../../server/src/rules/check.js";
import { examplePost, type PostAround } from "./example-post.js";

const base = "https://github.com/input-output-hk";

/** What is said of a post, and what each fix makes of it. */
function said(markdown: string, around?: PostAround) {
  const post = examplePost(markdown, around);
  return checkPost(post).map(({ rule, severity, finding }) => ({
    says: `${severity} ${rule.id}`,
    fixes: finding
      .fixes()
      .map((fix) =>
        fix.kind === "edit"
          ? `${fix.preferred ? "* " : ""}${fix.title}`
          : fix.title,
      ),
    results: finding
      .fixes()
      .map((fix) =>
        fix.kind === "edit" ? applyEdits(post.document, fix.edits) : undefined,
      ),
    certain: finding.fixes().some((fix) => fix.kind === "edit" && fix.certain),
  }));
}

describe("a label and its URL", () => {
  test("are mended either way, and never unseen", () => {
    expect(
      said(
        `[[tullia-412]], [it][tullia-412]\n\n[tullia-412]: ${base}/tullia/pull/421#issuecomment-1\n`,
      ),
    ).toEqual([
      {
        says: "warning label-target-mismatch",
        fixes: [
          "* Change the label to [tullia-421]",
          "Change the URL to tullia/pull/412 (input-output-hk)",
        ],
        results: [
          `[[tullia-421]], [it][tullia-421]\n\n[tullia-421]: ${base}/tullia/pull/421#issuecomment-1\n`,
          `[[tullia-412]], [it][tullia-412]\n\n[tullia-412]: ${base}/tullia/pull/412\n`,
        ],
        certain: false,
      },
    ]);
  });

  test("a label that another target has is not proposed", () => {
    const found = said(
      `[pull-412] [pull-421]\n\n[pull-412]: ${base}/tullia/pull/421\n[pull-421]: ${base}/tullia/pull/412\n`,
    );
    expect(found.map(({ fixes }) => fixes)).toEqual([
      ["* Change the URL to tullia/pull/412 (input-output-hk)"],
      ["* Change the URL to tullia/pull/421 (input-output-hk)"],
    ]);
  });

  test("of another kind are a hint", () => {
    expect(
      said(`[issue-12]\n\n[issue-12]: ${base}/tullia/pull/12\n`),
    ).toMatchObject([
      {
        says: "hint label-target-mismatch",
        fixes: [
          "* Change the URL to tullia/issues/12 (input-output-hk)",
          "Change the label to [pull-12]",
        ],
      },
    ]);
  });

  test("a team's own style and host are compared too", () => {
    const settings = {
      labelStyles: ["{repo} MR {n}"],
      github: { enabled: true, hosts: ["git.example.com"] },
    };
    const found = said(
      "[tullia MR 412] and [tullia#412]\n\n[tullia MR 412]: https://git.example.com/a/tullia/pull/421\n[tullia#412]: https://github.com/a/tullia/pull/421\n",
      { settings },
    );
    expect(found.map(({ says }) => says)).toEqual([
      "warning label-target-mismatch",
    ]);
  });
});

describe("one mistake, one warning", () => {
  test.each([
    [
      "an address that is none is not compared",
      `[pull-12]\n\n[pull-12]: ${base}/tullia/pulls/21\n`,
      ["warning malformed-github-url"],
    ],
    [
      "a text whose label agrees with it is information",
      `[pull 412][pull-412]\n\n[pull-412]: ${base}/tullia/pull/421\n`,
      ["information text-target-mismatch", "warning label-target-mismatch"],
    ],
    [
      "a use and a definition that are one but for a slip",
      `[[tullia-485]]\n\n[tullia-484]: ${base}/tullia/pull/485\n`,
      ["warning undefined-reference"],
    ],
    [
      "a copied definition is no repetition",
      `[pull-120] [pull-121]\n\n[pull-120]: ${base}/tullia/pull/120\n[pull-121]: ${base}/tullia/pull/120\n`,
      ["warning label-target-mismatch"],
    ],
    [
      "two labels of which one is unused",
      `[tullia]\n\n[tullia]: ${base}/tullia\n[site]: ${base}/tullia\n`,
      ["hint unused-definition"],
    ],
    [
      "a mismatch is no conflict",
      `[cardano-node]\n\n[cardano-node]: ${base}/cardano-ledger\n`,
      ["warning label-target-mismatch"],
    ],
  ])("%s", (_, markdown, expected) => {
    const others = {
      "other.md": `[[cardano-node]]\n\n[cardano-node]: ${base}/cardano-node\n`,
    };
    expect(said(markdown, { others }).map(({ says }) => says)).toEqual(
      expected,
    );
  });
});

describe("a malformed address", () => {
  test.each([
    ["http://github.com/a/b", "information", true],
    ["http://git.example.com/a/b", "information", false],
    ["https://git.example.com/a/b/pulls/12", "warning", true],
    ["git.example.com/a/b", "warning", true],
    ["https://gihtub.com/a/b", "warning", false],
    ["https://github.com/a//github.com/a/b/c", "warning", false],
    ["htp://github.com/a/b/issue/12.", "warning", true],
  ])("%s", (url, severity, certain) => {
    const settings = {
      github: { enabled: true, hosts: ["github.com", "git.example.com"] },
    };
    expect(said(`[it](${url})\n`, { settings })).toMatchObject([
      { says: `${severity} malformed-github-url`, certain },
    ]);
  });
});
