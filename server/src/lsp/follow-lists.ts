import {
  BulkRegistration,
  type BulkUnregistration,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { isSiteFileUri } from "../workspace/site-files.js";
import type { Session } from "./session.js";

/** Which files are lists of authors or tags by their names. */
export const lists = "**/{authors,tags}.{yml,yaml,json}";

/**
 * Has the client tell of the texts of lists of authors and tags that are open, and of the files of those that only a
 * site's configuration names.
 */
export function followLists(session: Session): void {
  const { client, posts, events, logError } = session;
  let followed: readonly string[] = [];
  let registration: Promise<BulkUnregistration> | undefined;

  async function follow(named: readonly string[]): Promise<void> {
    followed = named;
    const before = registration;
    registration = register(session, named);
    await registration;
    (await before)?.dispose();
  }

  function followNamed(): void {
    const named = posts
      .namedLists()
      .filter((uri) => !isSiteFileUri(uri))
      .map(patternOf);
    if (registration && named.join() === followed.join()) return;
    follow(named).catch(logError);
  }

  if (!client.registerTexts && !client.registerFileWatchers) return;
  followNamed();
  events.postsChanged.add(followNamed);
}

/** Which of several files of the name is meant does not matter here. */
function patternOf(uri: string): string {
  const name = decodeURIComponent(uri.slice(uri.lastIndexOf("/") + 1));
  return `**/${name.replace(/[[\]{}*?]/g, "?")}`;
}

function register(
  { connection, client }: Session,
  named: readonly string[],
): Promise<BulkUnregistration> {
  const wanted = BulkRegistration.create();
  if (client.registerFileWatchers && named.length > 0) {
    wanted.add(DidChangeWatchedFilesNotification.type, {
      watchers: named.map((globPattern) => ({ globPattern })),
    });
  }
  if (client.registerTexts) {
    const documentSelector = [lists, ...named].map((pattern) => ({ pattern }));
    wanted.add(DidOpenTextDocumentNotification.type, { documentSelector });
    wanted.add(DidCloseTextDocumentNotification.type, { documentSelector });
    wanted.add(DidChangeTextDocumentNotification.type, {
      documentSelector,
      syncKind: TextDocumentSyncKind.Incremental,
    });
  }
  return connection.client.register(wanted);
}
