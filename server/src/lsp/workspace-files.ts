/** The files of the workspace, posts and configuration: the server's only way to them. */
export interface WorkspaceFiles {
  /** The URIs of all posts and `weeknotes.json` files in a folder and below. Never rejects. */
  list(folderUri: string): Promise<readonly string[]>;
  /** Undefined for what is not there or cannot be read. Never rejects. */
  read(uri: string): Promise<string | undefined>;
}
