import { expect, test } from "vitest";
import type {
  CodeAction,
  Hover,
  Location,
  MarkupContent,
  SymbolInformation,
  WorkspaceEdit,
} from "vscode-languageserver-protocol";
import {
  type ExplainLabelResult,
  serverCommands,
} from "../../server/src/protocol/protocol.js";
import { connect, filesOf, fullClient, until, uri } from "./connect.js";

const pull = "https://github.com/input-output-hk/cardano-node/pull/12";
const text = `# Week\n\nSee [[node-12]] and [it][Node-12].\n\n[node-12]: ${pull}\n`;
const onLabel = {
  textDocument: { uri },
  position: { line: 2, character: 8 },
};

const disk = new Map([
  ["file:///posts/week.md", "Not the open text.\n"],
  [
    "file:///posts/other.md",
    `Also [twelve] and <${pull}/files>.\n\n[twelve]: ${pull}#issuecomment-7\n`,
  ],
  ["file:///posts/third.mdx", "# Third\n\nNothing.\n"],
]);
const environment = { files: filesOf(disk) };

function places(locations: readonly Location[]): string[] {
  return locations
    .map(
      ({ uri: at, range: { start, end } }) =>
        `${at.slice("file:///posts/".length)} ${start.line}:${start.character}-${end.character}`,
    )
    .sort();
}

test("references are found by label in this post and by target in all", async () => {
  const { open, request } = await connect({
    folders: ["file:///posts"],
    environment,
  });
  await open(text);
  const ask = (includeDeclaration: boolean) =>
    request<Location[]>("textDocument/references", {
      ...onLabel,
      context: { includeDeclaration },
    });
  const all = await until(
    () => ask(true),
    (found) => found.length === 6,
  );
  expect(places(all)).toEqual([
    "other.md 0:19-80",
    "other.md 0:6-12",
    `other.md 2:10-${10 + pull.length}`,
    "week.md 2:25-32",
    "week.md 2:6-13",
    `week.md 4:11-${11 + pull.length}`,
  ]);
  expect(places(await ask(false))).toEqual([
    "other.md 0:19-80",
    "other.md 0:6-12",
    "week.md 2:25-32",
    "week.md 2:6-13",
  ]);
});

test("a rename changes every use and the definition, for one version", async () => {
  const { open, request } = await connect();
  await open(text);
  expect(await request("textDocument/prepareRename", onLabel)).toEqual({
    range: {
      start: { line: 2, character: 6 },
      end: { line: 2, character: 13 },
    },
    placeholder: "node-12",
  });
  const edit = await request<WorkspaceEdit>("textDocument/rename", {
    ...onLabel,
    newName: "pull-12",
  });
  expect(edit.documentChanges).toMatchObject([
    { textDocument: { uri, version: 1 } },
  ]);
  expect(JSON.stringify(edit).match(/pull-12/g)).toHaveLength(3);
});

test("a client that knows no versions gets plain changes", async () => {
  const { open, request } = await connect({ capabilities: {} });
  await open(text);
  const edit = await request<WorkspaceEdit>("textDocument/rename", {
    ...onLabel,
    newName: "pull-12",
  });
  expect(edit.changes?.[uri]).toHaveLength(3);
});

test("a rename is refused with a reason", async () => {
  const { open, request } = await connect();
  await open(`${text}[taken]: /x\n`);
  const rename = (newName: string) =>
    request("textDocument/rename", { ...onLabel, newName });
  await expect(rename("TAKEN")).rejects.toThrow(/TAKEN.*defined already/);
  await expect(rename(" ")).rejects.toThrow(/cannot be empty/);
  await expect(
    request("textDocument/rename", {
      textDocument: { uri },
      position: { line: 0, character: 0 },
      newName: "x",
    }),
  ).rejects.toThrow(/no label here/);
});

test("workspace symbols are headings and labels, by their letters", async () => {
  const { open, request } = await connect({
    folders: ["file:///posts"],
    environment,
  });
  await open(text);
  const ask = async (query: string) =>
    (await request<SymbolInformation[]>("workspace/symbol", { query })).map(
      ({ name, location }) => `${name} ${location.uri.slice(14)}`,
    );
  await until(
    () => ask(""),
    (found) => found.length === 4,
  );
  expect((await ask("")).sort()).toEqual([
    "Third third.mdx",
    "Week week.md",
    "node-12 week.md",
    "twelve other.md",
  ]);
  expect(await ask("nd12")).toEqual(["node-12 week.md"]);
  expect(await ask("zzz")).toEqual([]);
});

test("where the editor outlines Markdown itself, the server leaves it to it", async () => {
  const { open, request } = await connect({
    folders: ["file:///posts"],
    environment,
    initializationOptions: { editorMarkdown: true },
  });
  await open(text);
  await open("# Title\n", "file:///posts/third.mdx", "mdx");
  const outline = (at: string) =>
    request<object[]>("textDocument/documentSymbol", {
      textDocument: { uri: at },
    });
  expect(await outline(uri)).toEqual([]);
  expect(await outline("file:///posts/third.mdx")).toHaveLength(1);
  const symbols = await until(
    () => request<SymbolInformation[]>("workspace/symbol", { query: "" }),
    (found) => found.length > 1,
  );
  expect(symbols.map(({ name }) => name).sort()).toEqual(["node-12", "twelve"]);
});

test("a client without trees gets a flat outline", async () => {
  const { open, request } = await connect({
    capabilities: { ...fullClient, textDocument: {} },
  });
  await open(text);
  expect(
    await request("textDocument/documentSymbol", { textDocument: { uri } }),
  ).toMatchObject([
    { name: "Week", location: { uri } },
    { name: "[node-12]", containerName: "Week", location: { uri } },
  ]);
});

test("everything else answers for an open post", async () => {
  const { open, request } = await connect();
  await open(text);
  const document = { textDocument: { uri } };
  expect(await request("textDocument/definition", onLabel)).toMatchObject({
    uri,
    range: { start: { line: 4, character: 0 } },
  });
  expect(await request("textDocument/documentHighlight", onLabel)).toHaveLength(
    3,
  );
  expect(await request("textDocument/documentLink", document)).toHaveLength(3);
  expect(await request("textDocument/foldingRange", document)).toHaveLength(1);
  expect(await request("weeknotes/destinationAt", onLabel)).toBe(pull);
  expect(
    await request("weeknotes/destinationAt", {
      ...document,
      position: { line: 0, character: 0 },
    }),
  ).toBeNull();
});

test("a card quotes the other posts as they are on disk, and as they are open", async () => {
  const { open, request } = await connect({
    folders: ["file:///posts"],
    environment,
  });
  await open(text);
  const also = async (sentence: string) =>
    expect(
      await until(
        async () => {
          const hover = await request<Hover>("textDocument/hover", onLabel);
          return (hover.contents as MarkupContent).value;
        },
        (value) => value.includes(sentence),
      ),
    ).toContain(
      `Also in 1 other report, [other](file:///posts/other.md#L1,6): ${sentence}`,
    );
  await also("“Also twelve and https:");
  await open(
    `This [twelve] is open.\n\n[twelve]: ${pull}\n`,
    "file:///posts/other.md",
  );
  await also("“This twelve is open.”");
});

test("a label of words is looked for in what the team's posts say", async () => {
  const said = "---\ntags: [net]\n---\n";
  const { open, request } = await connect({
    folders: ["file:///posts"],
    environment: {
      files: filesOf(
        new Map([
          ["file:///posts/2022-10-01.md", `${said}We share peers: ${pull}\n`],
          ["file:///posts/2022-10-02.md", `${said}We cache: ${pull}3\n`],
        ]),
      ),
    },
  });
  await open(`${said}See [[peer-sharing]].\n`);
  const place = { line: 3, character: 8 };
  const document = { textDocument: { uri } };
  const title = (found: readonly CodeAction[]) => found[0]?.title;
  expect(
    title(
      await until(
        () =>
          request<CodeAction[]>("textDocument/codeAction", {
            ...document,
            range: { start: place, end: place },
            context: { diagnostics: [] },
          }),
        (found) => title(found)?.includes("beside") ?? false,
      ),
    ),
  ).toBe(
    "Add definition: cardano-node/pull/12 (input-output-hk), as posts name it beside “peer”, “sharing”",
  );
  const { contents } = await request<Hover>("textDocument/hover", {
    ...document,
    position: place,
  });
  expect((contents as MarkupContent).value).toContain(
    "(as posts name it beside “peer”, “sharing”)",
  );
  const explained = await request<ExplainLabelResult>(
    "workspace/executeCommand",
    { command: serverCommands.explainLabel, arguments: [uri, place] },
  );
  expect(explained.sections[0]?.rows).toEqual([
    expect.objectContaining({ url: pull }),
  ]);
});
