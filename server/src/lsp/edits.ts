import type {
  CodeAction,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageserver";
import type { Post } from "../workspace/post.js";
import type { Client } from "./client.js";
import type { OpenDocuments } from "./documents.js";

interface Around {
  readonly client: Pick<Client, "versionedEdits">;
  readonly documents: Pick<OpenDocuments, "get">;
}

/**
 * Edits of a post as the client understands them: with the version they were made for if it can check that. Undefined
 * if the document has changed since.
 */
export function workspaceEdit(
  { client, documents }: Around,
  { uri, document }: Pick<Post, "uri" | "document">,
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
  around: Around,
  post: Post,
  action: CodeAction,
): CodeAction {
  const edits = action.edit?.changes?.[post.uri];
  const edit = edits && workspaceEdit(around, post, edits);
  return edit ? { ...action, edit } : action;
}
