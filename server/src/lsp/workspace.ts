import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type Disposable,
} from "vscode-languageserver";
import type { Feature } from "./feature.js";
import type { Progress } from "./posts.js";
import type { Session } from "./session.js";
import { normalizeUri } from "./uris.js";

const section = "weeknotes";
const watched = ["**/*.{md,mdx,markdown}", "**/weeknotes.json"];

/** Keeps the posts and their settings as the client's: folders, files on disk, configuration. */
export const workspaceFeature: Feature = (session) => {
  const { connection, client, posts, events, logError } = session;
  let folders = client.folders.map(folderUri);
  /** For clients that send their settings and are not asked for them. */
  let pushed: unknown;

  async function load(): Promise<void> {
    try {
      const settings = await editorSettings(session, folders, pushed);
      const progress = showProgress(session);
      await posts.load(
        { folders, editorSettings: (folder) => settings.get(folder) },
        progress,
      );
      progress.done();
    } catch (error) {
      logError(error);
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
  return client.workspaceFolders
    ? {
        workspace: {
          workspaceFolders: { supported: true, changeNotifications: true },
        },
      }
    : {};
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
        watchers: watched.map((globPattern) => ({ globPattern })),
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

/** Fewer posts than this are read before a message about it can be. */
const worthTelling = 200;

function showProgress({
  connection,
  client,
  logError,
}: Session): Progress & { done(): void } {
  let reporter: ReturnType<
    typeof connection.window.createWorkDoneProgress
  > | null = null;
  return {
    report(done, total) {
      if (!client.progress || total < worthTelling) return;
      if (!reporter) {
        reporter = connection.window.createWorkDoneProgress();
        reporter
          .then((shown) => shown.begin("Reading posts", 0))
          .catch(logError);
      }
      void reporter.then((shown) =>
        shown.report(Math.round((100 * done) / total)),
      );
    },
    done() {
      void reporter?.then((shown) => shown.done());
    },
  };
}
