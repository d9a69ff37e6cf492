import type {
  CodeAction,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageserver";
import type { Post } from "../workspace/post.js";
import type { Session } from "./session.js";

/**
 * Edits of a post as the client understands them: with the version they were made for if it can check that. Undefined
 * if the document has changed since.
 */
export function workspaceEdit(
  { client, documents }: Session,
  { uri, document }: Post,
  edits: readonly TextEdit[],
): WorkspaceEdit | undefined {
  const open = documents.get(uri);
  if (open?.document !== document) return undefined;
  return client.versionedEdits
    ? {
        documentChanges: [
          { textDocument: { uri, version: open.version }, edits: [...edits] },
        ],
      }
    : { changes: { [uri]: [...edits] } };
}

/** The same for an action that edits one post. */
export function versioned(
  session: Session,
  post: Post,
  action: CodeAction,
): CodeAction {
  const edits = action.edit?.changes?.[post.uri];
  const edit = edits && workspaceEdit(session, post, edits);
  return edit ? { ...action, edit } : action;
}
