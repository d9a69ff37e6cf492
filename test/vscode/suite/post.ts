import assert from "node:assert/strict";
import {
  commands,
  type Position,
  Range,
  Selection,
  type TextDocument,
  type TextEditor,
  Uri,
  window,
  workspace,
} from "vscode";
import { eventually } from "./wait.js";

const cursor = "$0";
const opened: Uri[] = [];

export interface OpenPost {
  readonly editor: TextEditor;
  readonly document: TextDocument;
  /** Where `$0` stood in the text. */
  readonly position: Position;
  /** Where a piece of the text first stands. */
  rangeOf(piece: string): Range;
}

/** Opens a new post of the workspace with this text, in which `$0` may mark the cursor. */
export async function openPost(text: string): Promise<OpenPost> {
  const name = `blog/2022-08-19-draft-${opened.length}.md`;
  const uri = Uri.joinPath(workspaceUri(), name);
  opened.push(uri);
  await workspace.fs.writeFile(
    uri,
    new TextEncoder().encode(text.replace(cursor, "")),
  );
  const document = await workspace.openTextDocument(uri);
  const editor = await window.showTextDocument(document);
  const position = document.positionAt(Math.max(0, text.indexOf(cursor)));
  editor.selection = new Selection(position, position);
  return {
    editor,
    document,
    position,
    rangeOf: (piece) => rangeOf(document, piece),
  };
}

/** Closes and deletes what `openPost` made. */
export async function removePosts(): Promise<void> {
  for (const document of workspace.textDocuments) {
    if (!document.isDirty) continue;
    await window.showTextDocument(document);
    await commands.executeCommand(
      "workbench.action.revertAndCloseActiveEditor",
    );
  }
  await commands.executeCommand("workbench.action.closeAllEditors");
  for (const uri of opened)
    await workspace.fs.delete(uri).then(undefined, () => {});
}

/** Waits until the post reads so. */
export async function expectText(
  { document }: OpenPost,
  expected: string,
): Promise<void> {
  await eventually("the text", () => document.getText() === expected).catch(
    () => assert.equal(document.getText(), expected),
  );
}

export function workspaceUri(): Uri {
  const [folder] = workspace.workspaceFolders ?? [];
  assert.ok(folder, "a folder is open");
  return folder.uri;
}

function rangeOf(document: TextDocument, piece: string): Range {
  const start = document.getText().indexOf(piece);
  assert.notEqual(start, -1, `${piece} is in the post`);
  return new Range(
    document.positionAt(start),
    document.positionAt(start + piece.length),
  );
}
