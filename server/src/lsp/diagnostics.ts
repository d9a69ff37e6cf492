import type {
  DocumentDiagnosticParams,
  DocumentDiagnosticReport,
  PreviousResultId,
  WorkspaceDiagnosticParams,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import { createRefresh } from "./refresh.js";
import type { Reporter } from "./reporter.js";
import type { Report } from "./reports.js";
import type { Session } from "./session.js";
import { createSlices } from "./slices.js";
import { normalizeUri } from "./uris.js";

/**
 * Diagnostics are pulled: no answer can arrive for a text that is gone. Clients that cannot pull have them published,
 * with the version they are for.
 */
export function diagnosticsFeature(session: Session): void {
  if (session.client.pullDiagnostics) pullDiagnostics(session);
  else publishDiagnostics(session);
}

function pullDiagnostics(session: Session): void {
  const { connection, client, handlers, events, posts } = session;
  const { documents, github, contextOf, reporter } = session;

  connection.languages.diagnostics.on(
    handlers.forWorkspace<DocumentDiagnosticParams, DocumentDiagnosticReport>(
      { kind: "full", items: [] },
      async ({ textDocument: { uri }, previousResultId }, signal) => {
        // Read while the settings are still asked for.
        void documents.get(uri)?.document;
        await posts.ready;
        const post = contextOf(uri)?.post;
        const report = post && (await reporter.reportInSlices(post, signal));
        return report
          ? answer(report, previousResultId)
          : { kind: "full", items: [] };
      },
    ),
  );
  connection.languages.diagnostics.onWorkspace(
    handlers.forWorkspace<WorkspaceDiagnosticParams, WorkspaceDiagnosticReport>(
      { items: [] },
      ({ previousResultIds }, signal) =>
        workspaceReport(session, reporter, previousResultIds, signal),
    ),
  );
  if (client.refreshDiagnostics) {
    const refresh = createRefresh(session, () =>
      connection.languages.diagnostics.refresh(),
    );
    events.postsChanged.add(refresh);
    github.onChange(() => {
      if (documents.all().some(({ uri }) => reporter.isOutdated(uri)))
        refresh();
    });
  }
}

async function workspaceReport(
  { documents, posts, environment }: Session,
  reporter: Reporter,
  previousResultIds: readonly PreviousResultId[],
  signal: AbortSignal,
): Promise<WorkspaceDiagnosticReport> {
  const previous = new Map(
    previousResultIds.map(({ uri, value }) => [normalizeUri(uri), value]),
  );
  const slice = createSlices(environment.now);
  const items: WorkspaceDocumentDiagnosticReport[] = [];
  for (const { uri } of [...posts.facts()]) {
    if (signal.aborted) break;
    const open = documents.get(uri);
    const report = await reporter.reportOn(uri);
    if (!report) continue;
    items.push({
      ...answer(report, previous.get(uri)),
      uri: open?.uri ?? uri,
      version: open?.version ?? null,
    });
    previous.delete(uri);
    await slice();
  }
  return { items: [...items, ...gone(previous.keys())] };
}

function publishDiagnostics(session: Session): void {
  const { connection, documents, posts, events, github, contextOf } = session;
  const { report, isOutdated } = session.reporter;
  const due = new Set<string>();
  const published = new Map<string, string>();

  function publishSoon(uris: Iterable<string>): void {
    if (due.size === 0)
      setTimeout(() => posts.ready.then(publishDue, session.logError), 0);
    for (const uri of uris) due.add(uri);
  }

  function publishDue(): void {
    const uris = [...due];
    due.clear();
    for (const uri of uris) {
      const open = documents.get(uri);
      const post = contextOf(uri)?.post;
      if (!open || !post) continue;
      try {
        publish(open.uri, open.version, report(post));
      } catch (error) {
        session.logError(error);
      }
    }
  }

  function publish(uri: string, version: number, { id, items }: Report): void {
    const state = `${version} ${id}`;
    if (published.get(uri) === state) return;
    published.set(uri, state);
    void connection.sendDiagnostics({ uri, version, diagnostics: items });
  }

  events.documentChanged.add((uri) => publishSoon([uri]));
  events.documentClosed.add((uri) => {
    published.delete(uri);
    void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  events.postsChanged.add(() =>
    publishSoon(documents.all().map(({ uri }) => uri)),
  );
  github.onChange(() =>
    publishSoon(
      documents
        .all()
        .map(({ uri }) => uri)
        .filter(isOutdated),
    ),
  );
}

function answer(
  { id, items }: Report,
  previous: string | undefined,
): DocumentDiagnosticReport {
  return id === previous
    ? { kind: "unchanged", resultId: id }
    : { kind: "full", resultId: id, items };
}

/** Posts that were reported on and are no more. */
function gone(uris: Iterable<string>): WorkspaceDocumentDiagnosticReport[] {
  return [...uris].map((uri) => ({
    uri,
    version: null,
    kind: "full",
    items: [],
  }));
}
