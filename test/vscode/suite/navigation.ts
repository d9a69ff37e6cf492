import assert from "node:assert/strict";
import {
  commands,
  type DocumentHighlight,
  type DocumentLink,
  type DocumentSymbol,
  type FoldingRange,
  type Location,
  type LocationLink,
  type SymbolInformation,
  Uri,
  type WorkspaceEdit,
  workspace,
} from "vscode";
import { useGitHub } from "./github.js";
import { type OpenPost, openPost, workspaceUri } from "./post.js";
import { eventually } from "./wait.js";

const url = "https://github.com/input-output-hk/cardano-node/pull/4489";
const text = `Opened [[cardano-node-pull-4489]], see [the pull][Cardano-node-pull-4489].\n\n[cardano-node-pull-4489]: ${url}\n`;

export function describeNavigation(): void {
  describe("getting around", () => {
    useGitHub();

    it("goes to the definition, once", async () => {
      const post = await openPost(text);
      const [found, ...others] = await ask<Location | LocationLink>(
        "vscode.executeDefinitionProvider",
        post,
      );
      assert.ok(found);
      assert.equal(others.length, 0);
      const range = "range" in found ? found.range : found.targetRange;
      assert.equal(range.start.line, 2);
    });

    it("finds the references of this post, and of others by their target", async () => {
      const post = await openPost(text);
      const other = "/blog/2022-08-12-sre.md";
      const found = await eventually("references in both posts", async () => {
        const all = await ask<Location>(
          "vscode.executeReferenceProvider",
          post,
        );
        return all.some(({ uri }) => uri.path.endsWith(other)) && all;
      });
      const here = found.filter(
        ({ uri }) => uri.toString() === post.document.uri.toString(),
      );
      const lines = here.map(({ range }) => range.start.line).sort();
      assert.deepEqual(lines, [0, 0, 2]);
    });

    it("highlights the label", async () => {
      const post = await openPost(text);
      const found = await ask<DocumentHighlight>(
        "vscode.executeDocumentHighlights",
        post,
      );
      assert.equal(found.length, 3);
    });

    it("renames all uses and the definition", async () => {
      const post = await openPost(text);
      const edit = await rename(post, "node-pull-4489");
      assert.ok(await workspace.applyEdit(edit));
      assert.equal(
        post.document.getText(),
        `Opened [[node-pull-4489]], see [the pull][node-pull-4489].\n\n[node-pull-4489]: ${url}\n`,
      );
    });

    it("refuses a name that another label has", async () => {
      const post = await openPost(`${text}[plutus]: https://example.org\n`);
      const edit = await rename(post, "Plutus");
      assert.equal(edit.size, 0, "VS Code's own rename is not asked, either");
    });

    it("links labels and definitions to GitHub, each once", async () => {
      const post = await openPost(text);
      const links = await eventually("the links", async () => {
        const all = await commands.executeCommand<DocumentLink[]>(
          "vscode.executeLinkProvider",
          post.document.uri,
          100,
        );
        return all.some(({ target }) => target?.toString(true) === url) && all;
      });
      const places = links.map(({ range }) => JSON.stringify(range));
      assert.equal(new Set(places).size, places.length);
    });

    it("folds the definitions, and lists them as symbols", async () => {
      const post = await openPost(
        `# Report\n\nSee [[a]] and [[b]].\n\n[a]: https://example.org/a\n[b]: https://example.org/b\n`,
      );
      await eventually("the fold", async () => {
        const folds = await commands.executeCommand<FoldingRange[]>(
          "vscode.executeFoldingRangeProvider",
          post.document.uri,
        );
        return folds?.some(({ start, end }) => start === 4 && end === 5);
      });
      await eventually("the symbols", async () => {
        const symbols = await commands.executeCommand<DocumentSymbol[]>(
          "vscode.executeDocumentSymbolProvider",
          post.document.uri,
        );
        return namesOf(symbols ?? []).some((name) => name.includes("a"));
      });
    });

    it("finds a label of any post among the workspace's symbols", async () => {
      await openPost(text);
      await eventually("the symbol", async () => {
        const symbols = await commands.executeCommand<SymbolInformation[]>(
          "vscode.executeWorkspaceSymbolProvider",
          "openziti-bins",
        );
        return symbols.some(
          ({ location }) =>
            location.uri.toString() ===
            Uri.joinPath(workspaceUri(), "blog/2022-08-12-sre.md").toString(),
        );
      });
    });
  });
}

/** The answers for the first label of the post, once there are any. */
function ask<T>(command: string, post: OpenPost): Promise<T[]> {
  return eventually(command, async () => {
    const { document } = post;
    const { start } = post.rangeOf("cardano-node");
    const found = await commands.executeCommand<T[] | undefined>(
      command,
      document.uri,
      start,
    );
    return found && found.length > 0 && found;
  });
}

async function rename(post: OpenPost, name: string): Promise<WorkspaceEdit> {
  await ask("vscode.executeDocumentHighlights", post);
  return commands.executeCommand<WorkspaceEdit>(
    "vscode.executeDocumentRenameProvider",
    post.document.uri,
    post.rangeOf("cardano-node").start,
    name,
  );
}

function namesOf(symbols: readonly DocumentSymbol[]): string[] {
  return symbols.flatMap(({ name, children }) => [name, ...namesOf(children)]);
}
