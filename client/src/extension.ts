import { type ExtensionContext, extensions, workspace } from "vscode";
import type {
  BaseLanguageClient,
  LanguageClientOptions,
} from "vscode-languageclient";
import {
  type AccountChangedParams,
  accountChanged,
  type InitializationOptions,
  type TokenChangedParams,
  tokenChanged,
  trustChanged,
} from "../../server/src/protocol/protocol.js";
import { answerAskDestination } from "./ask-destination.js";
import { registerCommands } from "./commands.js";
import { documentSelector } from "./document-selector.js";
import { enterpriseOf } from "./enterprise.js";
import { answerCache } from "./kept-cache.js";
import { offerReferences } from "./paste.js";
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
  const signIn = createSignIn(context, () =>
    enterpriseOf(setting(apiUrlSetting), setting(enterpriseUriSetting)),
  );
  const statusBar = createStatusBar();
  await signIn.restore();

  const client = createClient({
    documentSelector,
    // A function: a restarted server gets what holds by then.
    initializationOptions: () =>
      initializationOptions(context, signIn.tokens()),
    markdown: { supportHtml: true, supportThemeIcons: true },
    middleware: renameMiddleware,
  });
  context.subscriptions.push(
    client,
    answerAskDestination(client),
    answerWorkspaceFiles(client),
    answerCache(client, context.globalStorageUri),
    statusBar,
    client.onNotification(accountChanged, (changed: AccountChangedParams) => {
      for (const { host, state } of changed.accounts)
        if (state === "unauthorized") signIn.refused(host);
      statusBar.show(changed);
    }),
    registerCommands(client, signIn, context.extension),
    signIn.onChange(async (tokens) => {
      if (client.needsStop())
        await client.sendNotification(tokenChanged, tokens);
    }),
    workspace.onDidGrantWorkspaceTrust(() =>
      client.sendNotification(trustChanged, { trusted: true }),
    ),
    workspace.onDidChangeConfiguration(async (change) => {
      if (change.affectsConfiguration(apiUrlSetting)) {
        await client.stop();
        await signIn.restore();
        await client.start();
      } else if (change.affectsConfiguration(enterpriseUriSetting))
        await signIn.restore();
    }),
  );
  await client.start();
  // Behind VS Code's own support for Markdown: of several ways to paste, the one that was registered last comes first.
  context.subscriptions.push(offerReferences(client));
}

const apiUrlSetting = "weeknotes.github.apiUrl";
const enterpriseUriSetting = "github-enterprise.uri";

function setting(name: string): string | undefined {
  return workspace.getConfiguration().get<string>(name) || undefined;
}

function initializationOptions(
  { globalStorageUri }: ExtensionContext,
  { token, publicToken }: TokenChangedParams,
): InitializationOptions {
  const apiUrl = setting(apiUrlSetting);
  return {
    ...(token && { token }),
    ...(publicToken && { publicToken }),
    ...(apiUrl && { apiUrl }),
    storageUri: globalStorageUri.toString(),
    trusted: workspace.isTrusted,
    canAskDestination: true,
    canShowExplanation: true,
    editorMarkdown:
      extensions.getExtension("vscode.markdown-language-features") !==
      undefined,
  };
}
