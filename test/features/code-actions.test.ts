import { describe, expect, test } from "vitest";
import type { CodeAction } from "vscode-languageserver-types";
import {
  codeActionKinds,
  codeActions,
} from "../../server/src/features/code-actions.js";
import { diagnostics } from "../../server/src/features/diagnostics.js";
import { applyEdits } from "../../server/src/markdown/edits/apply.js";
import { open, type Workspace } from "./context.js";

const others = {
  "last-week.md":
    "[[cicero]] [[tullia]]\n\n[cicero]: https://github.com/input-output-hk/cicero\n[tullia]: https://github.com/input-output-hk/tullia\n",
};

function actionsAt(
  fixture: string,
  workspace?: Workspace,
  only: readonly string[] = ["quickfix"],
): CodeAction[] {
  const { context, position } = open(fixture, workspace);
  return codeActions(context, { start: position, end: position }, only);
}

/** The menu at the cursor; the preferred one with a star. */
function menu(
  fixture: string,
  workspace?: Workspace,
  only?: readonly string[],
): string[] {
  return actionsAt(fixture, workspace, only).map(
    ({ title, isPreferred }) => `${isPreferred ? "* " : ""}${title}`,
  );
}

/** What an action of the menu makes of the text. */
function check(
  fixture: string,
  title: string,
  after: string,
  workspace?: Workspace,
  only?: readonly string[],
): void {
  const { context } = open(fixture, workspace);
  const action = actionsAt(fixture, workspace, only).find(
    (it) => it.title === title,
  );
  const edits = action?.edit?.changes?.[context.post.uri];
  expect(edits && applyEdits(context.post.document, edits)).toBe(after);
}

describe("a dangling label", () => {
  test("whose repository another post defines", () => {
    const fixture = "Merged [[cicero-$0pull-66]].\n";
    expect(menu(fixture, { others })).toEqual([
      "* Add definition: cicero/pull/66 (input-output-hk)",
      "Disable undefined-reference for this line",
    ]);
    check(
      fixture,
      "Add definition: cicero/pull/66 (input-output-hk)",
      "Merged [[cicero-pull-66]].\n\n[cicero-pull-66]: https://github.com/input-output-hk/cicero/pull/66\n",
      { others },
    );
  });

  test("whose words the team's posts have beside something", () => {
    const others = {
      "2022-10-01.md":
        "We reviewed peer sharing: https://github.com/o/net/pull/4019\n",
    };
    const fixture = "See [[peer-sharing$0]].\n";
    const title =
      "Add definition: net/pull/4019 (o), as posts name it beside “peer”, “sharing”";
    expect(menu(fixture, { others })).toEqual([
      title,
      "Add definition: enter the URL of [peer-sharing]…",
      "Disable undefined-reference for this line",
    ]);
    check(
      fixture,
      title,
      "See [[peer-sharing]].\n\n[peer-sharing]: https://github.com/o/net/pull/4019\n",
      { others },
    );
    expect(
      menu(fixture, { others }, [
        codeActionKinds.addMissing,
        codeActionKinds.fixAll,
      ]),
    ).toEqual([]);
  });

  test("that may be two things", () => {
    expect(
      menu("See [[bitte$0]].\n", {
        others: {
          "a.md":
            "[bitte]\n\n[bitte]: https://github.com/input-output-hk/bitte\n",
          "b.md": "[bitte]\n\n[bitte]: https://github.com/manveru/bitte\n",
        },
      }),
    ).toEqual([
      expect.stringMatching(/^\* Add definition: bitte \(.*\)$/),
      expect.stringMatching(/^Add definition: bitte \(.*\)$/),
      "Add definition: enter the URL of [bitte]…",
      "Disable undefined-reference for this line",
    ]);
  });

  test("that nothing is known of: a command asks for the URL", () => {
    const [ask] = actionsAt("See [[unheard-of$0]].\n");
    expect(ask).toMatchObject({
      title: "Add definition: enter the URL of [unheard-of]…",
      command: {
        command: "weeknotes.server.defineLabel",
        arguments: ["file:///blog/2022-10-20.md", "unheard-of"],
      },
    });
    expect(ask).not.toHaveProperty("edit");
  });

  test("that is misspelt: the right one comes first", () => {
    const fixture =
      "See [[cicreo$0]].\n\n[cicero]: https://github.com/input-output-hk/cicero\n";
    expect(menu(fixture)).toEqual([
      "* Change to [cicero]",
      "Add definition: enter the URL of [cicreo]…",
      "Disable undefined-reference for this line",
    ]);
    check(
      fixture,
      "Change to [cicero]",
      "See [[cicero]].\n\n[cicero]: https://github.com/input-output-hk/cicero\n",
    );
  });

  test.each([
    ["[cardano-node-5485]", "[cardano-node-5484]", "cardano-node/pull/5485"],
    ["[[PR6192]]", "[PR#6192]", "cardano-node/pull/6192"],
    [
      "[ouroboros-newtork#5082]",
      "[ouroboros-network#5082]",
      "ouroboros-network/pull/5082",
    ],
    ["[[on#12]]", "[ouroboros-network#12]", "ouroboros-network/pull/12"],
  ])(
    "%s and the unused definition %s are one mistake with one fix",
    (used, defined, path) => {
      const fixture = `Did ${used.replace(/\w/, (first) => `$0${first}`)}.\n\n${defined}: https://github.com/iog/${path}\n`;
      const fixes = menu(fixture).filter(
        (title) => !title.startsWith("Disable"),
      );
      expect(fixes).toHaveLength(1);
      expect(fixes[0]).toMatch(/^\* (?:Change to|Rename the definition of) /);
    },
  );

  test("in the text of a link elsewhere is never to be defined", () => {
    expect(
      menu("[[cicero] Fix](https://example.org), [[cicero$0]]\n", { others }),
    ).toEqual([
      "* Link to cicero (input-output-hk) here",
      "Disable undefined-reference for this line",
    ]);
  });

  test("among others: all at once, and which are not known", () => {
    const fixture =
      "[[cicero$0]], [[tullia-pull-9]], [[tullia-pull-9]] and [[unheard-of]]\n";
    const title = "Add all missing definitions (2), not known: unheard-of";
    expect(menu(fixture, { others })).toContain(title);
    check(
      fixture,
      title,
      "[[cicero]], [[tullia-pull-9]], [[tullia-pull-9]] and [[unheard-of]]\n\n[cicero]: https://github.com/input-output-hk/cicero\n[tullia-pull-9]: https://github.com/input-output-hk/tullia/pull/9\n",
      { others },
    );
  });
});

test("an action carries the diagnostic that the client has", () => {
  const { context, position } = open("[[unheard-of$0]]\n");
  const docsUrl = "https://docs.example/rules/";
  const [action] = codeActions(
    context,
    { start: position, end: position },
    undefined,
    docsUrl,
  );
  expect(action?.diagnostics).toEqual(diagnostics(context.post, docsUrl));
});

test("beside a finding, and where there is none", () => {
  expect(menu("[$0[a]]\n")).toHaveLength(2);
  expect(menu("[[a]$0]\n")).toHaveLength(2);
  expect(menu("x$0 [[a]]\n")).toEqual([]);
  expect(menu("$0")).toEqual([]);
});

test("a selection touches all findings in it", () => {
  const { context, document } = open("[[a]] and [[b]]\n");
  const all = document.lines.rangeOf({ start: 0, end: document.text.length });
  expect(
    codeActions(context, all, ["quickfix"]).map(({ title }) => title),
  ).toEqual([
    "Add definition: enter the URL of [a]…",
    "Add definition: enter the URL of [b]…",
    "Disable undefined-reference for this line",
  ]);
});

describe("unused definitions", () => {
  const fixture =
    "See [b].\n\n[$0a]: https://example.org/a\n[b]: https://example.org/b\n[c]: https://example.org/c\n";
  test("this one, or all", () => {
    expect(menu(fixture)).toEqual([
      "* Remove the definition of [a]",
      "Remove all unused definitions (2)",
      "Disable unused-definition for this line",
    ]);
    check(
      fixture,
      "Remove all unused definitions (2)",
      "See [b].\n\n[b]: https://example.org/b\n",
    );
  });
  test("from the source menu, wherever the cursor is", () => {
    check(
      fixture,
      "Remove all unused definitions",
      "See [b].\n\n[b]: https://example.org/b\n",
      {},
      ["source"],
    );
  });
});

describe("the source menu", () => {
  test("fix-all takes only what is certain", () => {
    check(
      "$0[[cicero]] [a] (https://example.org) [[unheard-of]]\n\n[b]: https://example.org\n",
      "Fix all",
      "[[cicero]] [a](https://example.org) [[unheard-of]]\n\n[b]: https://example.org\n[cicero]: https://github.com/input-output-hk/cicero\n",
      { others },
      ["source.fixAll"],
    );
  });

  test("sorts definitions", () => {
    expect(
      menu("$0[b] [a]\n\n[b]: /b\n[a]: /a\n", {}, [codeActionKinds.sort]),
    ).toEqual(["Sort definitions"]);
  });

  test("offers nothing that would change nothing", () => {
    expect(menu("$0Text\n", {}, ["source"])).toEqual([]);
  });

  test("answers only for the kinds asked for", () => {
    const fixture = "[[cicero$0]]\n";
    const kinds = (only?: readonly string[]) => [
      ...new Set(actionsAt(fixture, { others }, only).map(({ kind }) => kind)),
    ];
    expect(kinds(["source.fixAll"])).toEqual(["source.fixAll.weeknotes"]);
    expect(kinds(["source.fixAll.weeknotes"])).toEqual([
      "source.fixAll.weeknotes",
    ]);
    expect(kinds(["source.fix"])).toEqual([]);
    expect(kinds(["refactor"])).toEqual([]);
  });
});

describe("disabling a rule", () => {
  const disable = (rule: string) => `Disable ${rule} for this line`;

  test("at the end of a line of text, before its line break", () => {
    check(
      "One [[a$0]]  \ntwo\r\n",
      disable("undefined-reference"),
      "One [[a]] <!-- weeknotes-disable-line undefined-reference -->  \ntwo\r\n",
    );
  });

  test("above a definition, in its quote", () => {
    check(
      "> [$0a]: https://example.org\n",
      disable("unused-definition"),
      "> <!-- weeknotes-disable-next-line unused-definition -->\n> [a]: https://example.org\n",
    );
  });

  test("in MDX", () => {
    check(
      "[[a$0]]\n",
      disable("undefined-reference"),
      "[[a]] {/* weeknotes-disable-line undefined-reference */}\n",
      { name: "post.mdx" },
    );
  });

  test("not in a table", () => {
    expect(menu("| a |\n| - |\n| [[x$0]] |\n")).not.toContain(
      disable("undefined-reference"),
    );
  });

  test.each([
    "One [[a$0]]  \ntwo\n",
    "- [[a$0]]\n  more\n",
    "# Heading [[a$0]]\n",
    "[$0a]: https://example.org\n",
    "[b]\n\n[b]: /b\n[$0a]: /a\n",
    "[[a$0]]\\\nmore\n",
    "[a]\n\n[a]: /a\n[$0a]: /a\n",
  ])("silences it, and changes nothing else: %j", (fixture) => {
    const { context } = open(fixture);
    const action = actionsAt(fixture).find(({ title }) =>
      title.startsWith("Disable"),
    );
    const edits = action?.edit?.changes?.[context.post.uri] ?? [];
    const after = open(applyEdits(context.post.document, edits));
    expect(diagnostics(after.context.post, undefined)).toEqual([]);
    for (const list of ["references", "definitions", "links"] as const)
      expect(after.document[list]).toHaveLength(
        context.post.document[list].length,
      );
  });
});

test("a menu of everything names nothing twice", () => {
  const { context, position } = open(
    "[[cicero-$0pull-66]] [[tullia-pull-7]]\n",
    { others },
  );
  const titles = codeActions(context, { start: position, end: position }).map(
    ({ title }) => title,
  );
  expect(titles).toContain("Add all missing definitions (2)");
  expect(titles).toContain("Fix all");
  expect(new Set(titles).size).toBe(titles.length);
});
