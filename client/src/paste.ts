import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  type PasteUrlsParams,
  type PasteUrlsResult,
  pasteUrls,
} from "../../server/src/protocol/protocol.js";
import { documentSelector } from "./document-selector.js";
import { hasPasteApi, type PasteApi } from "./paste-api.js";

const text = "text/plain";
const uris = "text/uri-list";

/**
 * URLs of GitHub's that are pasted or dropped into a post become references. VS Code applies the first of all ways to
 * paste and offers the others beside it, plain text among them; which comes first, `editor.pasteAs.preferences` says.
 */
export function offerReferences(client: BaseLanguageClient): vscode.Disposable {
  return vscode.Disposable.from(
    ...(hasPasteApi(vscode) ? [onPaste(client, vscode)] : []),
    vscode.languages.registerDocumentDropEditProvider(documentSelector, {
      async provideDocumentDropEdits(document, position, dropped, token) {
        const range = new vscode.Range(position, position);
        const item = dropped.get(uris) ?? dropped.get(text);
        const made = await ask(client, document, range, item, token);
        if (!made) return undefined;
        const edit = new vscode.DocumentDropEdit("");
        return Object.assign(edit, insertionOf(client, document, range, made), {
          // Since VS Code 1.97; an older one does not show it.
          title: made.title,
        });
      },
    }),
  );
}

function onPaste(client: BaseLanguageClient, api: PasteApi): vscode.Disposable {
  const kind = api.DocumentDropOrPasteEditKind.Empty.append(
    "weeknotes",
    "reference",
  );
  return api.languages.registerDocumentPasteEditProvider(
    documentSelector,
    {
      async provideDocumentPasteEdits(
        document,
        [range, ...more],
        pasted,
        { only },
        token,
      ) {
        if (!range || more.length > 0 || (only && !only.contains(kind)))
          return undefined;
        const item = pasted.get(text);
        const made = await ask(client, document, range, item, token);
        if (!made) return undefined;
        const edit = new api.DocumentPasteEdit("", made.title, kind);
        return [
          Object.assign(edit, insertionOf(client, document, range, made)),
        ];
      },
    },
    { providedPasteEditKinds: [kind], pasteMimeTypes: [text] },
  );
}

/** The server looks at what may be a URL only: everything else is pasted without waiting for it. */
async function ask(
  client: BaseLanguageClient,
  document: vscode.TextDocument,
  range: vscode.Range,
  item: vscode.DataTransferItem | undefined,
  token: vscode.CancellationToken,
): Promise<PasteUrlsResult | null> {
  const content = (await item?.asString()) ?? "";
  if (!/^\s*(?:[-*+]|\d+[.)])?\s*https?:\/\//i.test(content)) return null;
  const convert = client.code2ProtocolConverter;
  return client.sendRequest<PasteUrlsResult | null>(
    pasteUrls,
    {
      textDocument: convert.asTextDocumentIdentifier(document),
      range: convert.asRange(range),
      text: content,
    } satisfies PasteUrlsParams,
    token,
  );
}

interface Insertion {
  readonly insertText: string | vscode.SnippetString;
  readonly additionalEdit: vscode.WorkspaceEdit;
}

function insertionOf(
  { protocol2CodeConverter: convert }: BaseLanguageClient,
  document: vscode.TextDocument,
  range: vscode.Range,
  { newText, below, edits }: PasteUrlsResult,
): Insertion {
  const elsewhere = edits.map((edit) =>
    vscode.TextEdit.replace(convert.asRange(edit.range), edit.newText),
  );
  const whole = newText + below;
  const additionalEdit = new vscode.WorkspaceEdit();
  // VS Code indents the further lines of what it inserts as the first one; those of an edit it leaves alone.
  if (/[\r\n]/.test(whole) && isIndented(document, range.start)) {
    additionalEdit.set(document.uri, [
      vscode.TextEdit.replace(range, whole),
      ...elsewhere,
    ]);
    return { insertText: "", additionalEdit };
  }
  additionalEdit.set(document.uri, elsewhere);
  const insertText = new vscode.SnippetString()
    .appendText(newText)
    .appendTabstop(0)
    .appendText(below);
  return { insertText, additionalEdit };
}

function isIndented(
  document: vscode.TextDocument,
  { line, character }: vscode.Position,
): boolean {
  return character > 0 && /^[ \t]/.test(document.lineAt(line).text);
}
