import {
  commands,
  Disposable,
  type Extension,
  env,
  languages,
  type TextEditor,
  Uri,
  window,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  type DestinationAtParams,
  destinationAt,
  type ReferenceAtResult,
  referenceAt,
  serverCommands,
} from "../../server/src/protocol/protocol.js";
import { isAccess } from "./access.js";
import { documentSelector } from "./document-selector.js";
import { execute } from "./execute.js";
import { explainLabel } from "./explain-label.js";
import type { SignIn } from "./sign-in.js";

/** Offers all other commands. */
export const showCommands = "weeknotes.showCommands";

/** Registers what package.json contributes. `connected`: the client of a server that runs. */
export function registerCommands(
  connected: Promise<BaseLanguageClient>,
  signIn: SignIn,
  extension: Extension<unknown>,
): Disposable {
  const onServer = (command: string) =>
    onPost(async ({ document }) => {
      const client = await connected;
      const uri = client.code2ProtocolConverter.asUri(document.uri);
      return execute(client, command, uri);
    });
  return Disposable.from(
    commands.registerCommand("weeknotes.signIn", (access: unknown) =>
      signIn.ask(isAccess(access) ? access : undefined),
    ),
    commands.registerCommand("weeknotes.switchAccount", () =>
      signIn.switchAccount(),
    ),
    commands.registerCommand("weeknotes.signOut", () => signIn.signOut()),
    commands.registerCommand(
      "weeknotes.refreshStatuses",
      onServer(serverCommands.refreshStatuses),
    ),
    commands.registerCommand("weeknotes.refreshAllStatuses", async () =>
      execute(await connected, serverCommands.refreshAllStatuses),
    ),
    commands.registerCommand("weeknotes.clearCache", async () =>
      execute(await connected, serverCommands.clearCache),
    ),
    commands.registerCommand(
      "weeknotes.copyReference",
      onPost(async (editor) => copyReference(await connected, editor)),
    ),
    commands.registerCommand(
      "weeknotes.explainLabel",
      onPost(async (editor) => explainLabel(await connected, editor)),
    ),
    commands.registerCommand(
      "weeknotes.addMissingDefinitions",
      onServer(serverCommands.addMissingDefinitions),
    ),
    commands.registerCommand(
      "weeknotes.sortDefinitions",
      onServer(serverCommands.sortDefinitions),
    ),
    commands.registerCommand(
      "weeknotes.removeUnusedDefinitions",
      onServer(serverCommands.removeUnusedDefinitions),
    ),
    commands.registerCommand(
      "weeknotes.openOnGitHub",
      onPost(async (editor) => openOnGitHub(await connected, editor)),
    ),
    commands.registerCommand(showCommands, () => pickCommand(extension)),
  );
}

/** Runs for the post in the active editor. */
function onPost(run: (editor: TextEditor) => unknown): () => unknown {
  return () => {
    const editor = window.activeTextEditor;
    if (editor && languages.match(documentSelector, editor.document))
      return run(editor);
    return window.showInformationMessage(
      "Weeknotes: open a post (a Markdown file) first.",
    );
  };
}

async function openOnGitHub(
  client: BaseLanguageClient,
  editor: TextEditor,
): Promise<void> {
  const url = await client.sendRequest<string | null>(
    destinationAt,
    underCursor(client, editor),
  );
  if (url) await env.openExternal(Uri.parse(url, true));
  else
    void window.showInformationMessage(
      "Weeknotes: under the cursor is no reference whose URL is known.",
    );
}

/** Lets the user choose where there are two ways to write it. */
async function copyReference(
  client: BaseLanguageClient,
  editor: TextEditor,
): Promise<void> {
  const found = await client.sendRequest<ReferenceAtResult | null>(
    referenceAt,
    underCursor(client, editor),
  );
  if (!found) {
    void window.showInformationMessage(
      "Weeknotes: under the cursor is no reference whose URL is known.",
    );
    return;
  }
  const { link, withDefinition } = found;
  const ways = [
    ...(withDefinition === undefined
      ? []
      : [{ label: "Reference and definition", detail: withDefinition }]),
    { label: "Link", detail: link },
  ];
  const picked =
    ways.length === 1
      ? ways[0]
      : await window.showQuickPick(ways, {
          title: "Weeknotes: Copy Reference as Markdown",
        });
  if (picked) await env.clipboard.writeText(picked.detail);
}

function underCursor(
  { code2ProtocolConverter: convert }: BaseLanguageClient,
  { document, selection }: TextEditor,
): DestinationAtParams {
  return {
    textDocument: convert.asTextDocumentIdentifier(document),
    position: convert.asPosition(selection.active),
  };
}

interface ContributedCommand {
  readonly command: string;
  readonly title: string;
  readonly icon: string;
}

async function pickCommand(extension: Extension<unknown>): Promise<void> {
  const contributed: readonly ContributedCommand[] =
    extension.packageJSON.contributes.commands;
  const picked = await window.showQuickPick(
    contributed
      .filter(({ command }) => command !== showCommands)
      .map(({ command, title, icon }) => ({
        label: `${icon} ${title}`,
        command,
      })),
    { title: "Weeknotes" },
  );
  if (picked) await commands.executeCommand(picked.command);
}
