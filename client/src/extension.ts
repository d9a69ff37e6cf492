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
import { createSignIn, type SignIn } from "./sign-in.js";
import { createStatusBar } from "./status-bar.js";
import { answerWorkspaceFiles } from "./workspace-files.js";

/** Loads the library for it first: VS Code need not wait for that. */
export type CreateClient = (
  options: LanguageClientOptions,
) => Promise<BaseLanguageClient>;

/** Registers the commands, and starts the server and everything around it; all of it ends with `context`. */
export function start(
  context: ExtensionContext,
  createClient: CreateClient,
): void {
  const signIn = createSignIn(context, () =>
    enterpriseOf(setting(apiUrlSetting), setting(enterpriseUriSetting)),
  );
  const connected = connect(context, signIn, createClient);
  // What fails there, the library has told the user.
  connected.catch(console.error);
  context.subscriptions.push(
    registerCommands(connected, signIn, context.extension),
  );
}

async function connect(
  context: ExtensionContext,
  signIn: SignIn,
  createClient: CreateClient,
): Promise<BaseLanguageClient> {
  const restored = signIn.restore();
  const statusBar = createStatusBar();
  context.subscriptions.push(statusBar);
  const client = await createClient({
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
    client.onNotification(accountChanged, (changed: AccountChangedParams) => {
      for (const { host, state } of changed.accounts)
        if (state === "unauthorized") signIn.refused(host);
      statusBar.show(changed);
    }),
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
  await restored;
  await client.start();
  // Behind VS Code's own support for Markdown: of several ways to paste, the one that was registered last comes first.
  context.subscriptions.push(offerReferences(client));
  return client;
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
