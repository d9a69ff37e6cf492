import {
  env,
  type QuickPickItem,
  QuickPickItemKind,
  type TextEditor,
  Uri,
  window,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  type ExplainLabelResult,
  type ExplanationRow,
  serverCommands,
} from "../../server/src/protocol/protocol.js";
import { execute } from "./execute.js";

interface Item extends QuickPickItem {
  readonly row?: ExplanationRow;
}

/** Shows why the label under the cursor is written so; what is picked is opened. */
export async function explainLabel(
  client: BaseLanguageClient,
  { document, selection }: TextEditor,
): Promise<void> {
  const { code2ProtocolConverter: toServer, protocol2CodeConverter: toCode } =
    client;
  const result = await execute<ExplainLabelResult | null>(
    client,
    serverCommands.explainLabel,
    toServer.asUri(document.uri),
    toServer.asPosition(selection.active),
  );
  if (!result) return;
  const picked = await window.showQuickPick(itemsOf(result), {
    title: result.title,
    placeHolder: "Pick a post or page to open it",
    matchOnDescription: true,
  });
  const { location, url } = picked?.row ?? {};
  if (location) {
    await window.showTextDocument(toCode.asUri(location.uri), {
      selection: toCode.asRange(location.range),
    });
  } else if (url) await env.openExternal(Uri.parse(url, true));
}

function itemsOf({ sections }: ExplainLabelResult): Item[] {
  return sections.flatMap(({ heading, rows }) => [
    { label: heading, kind: QuickPickItemKind.Separator },
    ...rows.map((row) => ({
      label: withIcon(row),
      ...(row.detail !== undefined && { description: row.detail }),
      row,
    })),
  ]);
}

/** What can be opened has a sign. */
function withIcon({ text, location, url }: ExplanationRow): string {
  if (location) return `$(go-to-file) ${text}`;
  return url ? `$(link-external) ${text}` : text;
}
