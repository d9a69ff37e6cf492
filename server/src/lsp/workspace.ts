import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type Disposable,
  WatchKind,
} from "vscode-languageserver";
import type { Feature } from "./feature.js";
import { followLists, lists } from "./follow-lists.js";
import { createProgress } from "./progress.js";
import type { Session } from "./session.js";
import { normalizeUri } from "./uris.js";

const section = "weeknotes";
const watched = [
  "**/*.{md,mdx,markdown}",
  "**/weeknotes.json",
  "**/.gitignore",
  lists,
  "**/docusaurus.config.*",
];

/** Keeps the posts and their settings as the client's: folders, files on disk, configuration. */
export const workspaceFeature: Feature = (session) => {
  const { connection, client, posts, events, logError } = session;
  let folders = client.folders.map(folderUri);
  /** For clients that send their settings and are not asked for them. */
  let pushed: unknown;
  let loads = 0;

  async function load(): Promise<void> {
    const turn = ++loads;
    const progress = createProgress(session);
    try {
      const settings = await editorSettings(session, folders, pushed);
      // Many clients tell of their settings right after they are initialized: all posts need not be looked at twice.
      if (turn !== loads) return;
      await posts.load(
        { folders, editorSettings: (folder) => settings.get(folder) },
        progress.report,
      );
    } catch (error) {
      logError(error);
    } finally {
      progress.done();
    }
  }

  connection.onDidChangeConfiguration(({ settings }) => {
    pushed = settingsOf(settings) ?? pushed;
    void load();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    posts.filesChanged(changes.map(({ uri }) => uri)).catch(logError);
  });
  events.initialized.add(() => {
    void load();
    void register(session).catch(logError);
    followLists(session);
    if (!client.workspaceFolders) return;
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const gone = new Set(removed.map(({ uri }) => folderUri(uri)));
      folders = [
        ...folders.filter((folder) => !gone.has(folder)),
        ...added.map(({ uri }) => folderUri(uri)),
      ];
      void load();
    });
  });
};

function folderUri(uri: string): string {
  return normalizeUri(uri).replace(/\/$/, "");
}

async function register({ connection, client }: Session): Promise<void> {
  const registered: Promise<Disposable>[] = [];
  if (client.registerConfiguration) {
    registered.push(
      connection.client.register(DidChangeConfigurationNotification.type, {
        section,
      }),
    );
  }
  if (client.registerFileWatchers) {
    registered.push(
      connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [
          ...watched.map((globPattern) => ({ globPattern })),
          // Of a folder that goes, its files are not named.
          { globPattern: "**/*", kind: WatchKind.Delete },
        ],
      }),
    );
  }
  await Promise.all(registered);
}

async function editorSettings(
  { connection, client, logError }: Session,
  folders: readonly string[],
  pushed: unknown,
): Promise<ReadonlyMap<string | undefined, unknown>> {
  const scopes = [undefined, ...folders];
  if (!client.configuration)
    return new Map(scopes.map((folder) => [folder, pushed]));
  const values: unknown[] = await connection.workspace
    .getConfiguration(
      scopes.map((scopeUri) =>
        scopeUri === undefined ? { section } : { scopeUri, section },
      ),
    )
    .catch((error: unknown) => {
      logError(error);
      return [];
    });
  return new Map(
    scopes.map((folder, position) => [folder, values[position] ?? pushed]),
  );
}

function settingsOf(settings: unknown): unknown {
  return typeof settings === "object" && settings !== null
    ? new Map<string, unknown>(Object.entries(settings)).get(section)
    : undefined;
}
