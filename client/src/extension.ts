import { type ExtensionContext, extensions, workspace } from "vscode";
import type {
  BaseLanguageClient,
  LanguageClientOptions,
} from "vscode-languageclient";
import {
  type AccountChangedParams,
  accountChanged,
  type InitializationOptions,
  tokenChanged,
  trustChanged,
} from "../../server/src/protocol/protocol.js";
import { answerAskDestination } from "./ask-destination.js";
import { registerCommands } from "./commands.js";
import { documentSelector } from "./document-selector.js";
import { answerCache } from "./kept-cache.js";
import { renameMiddleware } from "./rename.js";
import { createSignIn } from "./sign-in.js";
import { createStatusBar } from "./status-bar.js";
import { answerWorkspaceFiles } from "./workspace-files.js";

export type CreateClient = (
  options: LanguageClientOptions,
) => BaseLanguageClient;

/** Starts the server and everything around it; all of it ends with `context`. */
export async function start(
  context: ExtensionContext,
  createClient: CreateClient,
): Promise<void> {
  const signIn = createSignIn(context);
  const statusBar = createStatusBar();
  await signIn.restore();

  const client = createClient({
    documentSelector,
    // A function: a restarted server gets what holds by then.
    initializationOptions: () => initializationOptions(context, signIn.token()),
    markdown: { supportHtml: true, supportThemeIcons: true },
    middleware: renameMiddleware,
  });
  context.subscriptions.push(
    client,
    answerAskDestination(client),
    answerWorkspaceFiles(client),
    answerCache(client, context.globalStorageUri),
    statusBar,
    client.onNotification(accountChanged, (account: AccountChangedParams) => {
      if (account.state === "unauthorized") signIn.refused();
      statusBar.show(account);
    }),
    registerCommands(client, signIn, context.extension),
    signIn.onChange((publicToken) =>
      client.sendNotification(tokenChanged, { publicToken }),
    ),
    workspace.onDidGrantWorkspaceTrust(() =>
      client.sendNotification(trustChanged, { trusted: true }),
    ),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(apiUrlSetting)) void restart(client);
    }),
  );
  await client.start();
}

async function restart(client: BaseLanguageClient): Promise<void> {
  await client.stop();
  await client.start();
}

const apiUrlSetting = "weeknotes.github.apiUrl";

function initializationOptions(
  { globalStorageUri }: ExtensionContext,
  publicToken: string | undefined,
): InitializationOptions {
  const apiUrl = workspace.getConfiguration().get<string>(apiUrlSetting);
  return {
    // The account is github.com's: an enterprise's host must not get its token.
    ...(publicToken && { publicToken }),
    ...(apiUrl && { apiUrl }),
    storageUri: globalStorageUri.toString(),
    trusted: workspace.isTrusted,
    canAskDestination: true,
    editorMarkdown:
      extensions.getExtension("vscode.markdown-language-features") !==
      undefined,
  };
}
