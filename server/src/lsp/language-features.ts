import {
  type CodeActionContext,
  CodeActionKind,
  CodeActionTriggerKind,
} from "vscode-languageserver";
import { cardData } from "../features/card-data.js";
import { codeActions } from "../features/code-actions.js";
import { completion, resolveCompletion } from "../features/completion.js";
import { definition } from "../features/definition.js";
import { documentHighlights } from "../features/document-highlight.js";
import { documentLinks } from "../features/document-links.js";
import { foldingRanges } from "../features/folding.js";
import {
  frontMatterCompletion,
  frontMatterTrigger,
} from "../features/front-matter-completion.js";
import { hover } from "../features/hover.js";
import {
  resolveRefactoring,
  uriOfAction,
} from "../features/refactorings/actions.js";
import { references } from "../features/references.js";
import { prepareRename, rename } from "../features/rename.js";
import { versioned, workspaceEdit } from "./edits.js";
import type { Feature } from "./feature.js";
import { refusal } from "./handlers.js";
import { locate } from "./locations.js";
import { showInformation } from "./messages.js";
import { postsLearned } from "./posts-learned.js";
import { readTeamFor } from "./team-texts.js";
import { normalizeUri } from "./uris.js";

export const hoverFeature: Feature = (session) => {
  const { connection, handlers } = session;
  connection.onHover(
    handlers.forDocument(undefined, async (context, { position }, signal) => {
      const range = { start: position, end: position };
      await readTeamFor(session, context.post, range, signal);
      return hover(context, position, signal);
    }),
  );
};

export const completionFeature: Feature = (session) => {
  const { connection, handlers, contextOf } = session;
  connection.onCompletion(
    handlers.forDocument(
      undefined,
      (context, { position, context: asked }, signal) => {
        const found = frontMatterCompletion(context.post, position);
        // In prose nobody wants a list of labels behind each word.
        return found || asked?.triggerCharacter === frontMatterTrigger
          ? found
          : completion(context, position, signal);
      },
    ),
  );
  connection.onCompletionResolve((item, token) =>
    handlers.forWorkspace(item, (_, signal) => {
      const context = contextOf(cardData(item)?.uri ?? "");
      return context ? resolveCompletion(context, item, signal) : item;
    })(item, token),
  );
};

export const codeActionFeature: Feature = (session) => {
  const { connection, handlers, client, environment, contextOf } = session;
  const { posts, reporter } = session;
  connection.onCodeAction(
    handlers.forWorkspace(
      undefined,
      async ({ textDocument, range, context: asked }, signal) => {
        if (asked.only?.some(isSourceAction)) await postsLearned(posts, signal);
        const context = contextOf(textDocument.uri);
        if (!context || signal.aborted) return undefined;
        const kinds = kindsAsked(asked);
        if (kinds?.includes(CodeActionKind.QuickFix) ?? true)
          await readTeamFor(session, context.post, range, signal);
        const actions = codeActions(
          context,
          range,
          kinds,
          environment.docsUrl,
          () => reporter.report(context.post).diagnosed,
        );
        return client.codeActionLiterals
          ? actions.map((action) => versioned(session, context.post, action))
          : actions.flatMap(({ command }) => command ?? []);
      },
    ),
  );
  if (!client.lazyActions) return;
  connection.onCodeActionResolve((action, token) =>
    handlers.forWorkspace(action, async (_, signal) => {
      const context = contextOf(uriOfAction(action) ?? "");
      if (!context) return action;
      const made = await resolveRefactoring(context, action, signal);
      if ("problem" in made) {
        showInformation(connection, made.problem);
        return action;
      }
      const edit = workspaceEdit(session, context.post, made);
      return edit ? { ...action, edit } : action;
    })(action, token),
  );
};

/** Such as fix-all: it mends a whole post, mostly when it is saved. */
function isSourceAction(kind: CodeActionKind): boolean {
  return kind.split(".")[0] === CodeActionKind.Source;
}

/** A cursor that moves asks for what its light bulb may hold; fix-all and its kind wait until the user asks. */
function kindsAsked({
  only,
  triggerKind,
}: CodeActionContext): CodeActionKind[] | undefined {
  return !only && triggerKind === CodeActionTriggerKind.Automatic
    ? [CodeActionKind.QuickFix]
    : only;
}

export const definitionFeature: Feature = ({ connection, handlers }) => {
  connection.onDefinition(
    handlers.forDocument(undefined, ({ post }, { position }) =>
      definition(post, position),
    ),
  );
};

export const referencesFeature: Feature = (session) => {
  const { connection, handlers, posts } = session;
  connection.onReferences(
    handlers.forDocument(
      undefined,
      async (
        { post },
        { position, context: { includeDeclaration } },
        signal,
      ) => {
        await posts.whenLearned.passed(signal);
        const known = { ...post, uri: normalizeUri(post.uri) };
        const ask = () =>
          references(known, position, includeDeclaration, posts);
        let places = ask();
        const uris = places.map(({ uri }) => uri);
        if (await posts.confirm(uris, signal)) places = ask();
        return (await locate(session, places)).map(({ uri, range }) => ({
          uri,
          range,
        }));
      },
    ),
  );
};

export const highlightFeature: Feature = ({ connection, handlers }) => {
  connection.onDocumentHighlight(
    handlers.forDocument(undefined, ({ post }, { position }) =>
      documentHighlights(post.document, position),
    ),
  );
};

export const renameFeature: Feature = (session) => {
  const { connection, handlers, client } = session;
  connection.onRenameRequest(
    handlers.forDocument(undefined, ({ post }, { position, newName }) => {
      const renamed = rename(post.document, position, newName);
      if ("problem" in renamed) throw refusal(renamed.problem);
      return workspaceEdit(session, post, renamed.edits);
    }),
  );
  if (!client.prepareRename) return;
  connection.onPrepareRename(
    handlers.forDocument(undefined, ({ post }, { position }) =>
      prepareRename(post.document, position),
    ),
  );
};

export const documentLinkFeature: Feature = ({ connection, handlers }) => {
  connection.onDocumentLinks(
    handlers.forDocument(undefined, ({ post }) => documentLinks(post.document)),
  );
};

export const foldingFeature: Feature = ({ connection, handlers }) => {
  connection.onFoldingRanges(
    handlers.forDocument(undefined, ({ post }) => foldingRanges(post.document)),
  );
};
