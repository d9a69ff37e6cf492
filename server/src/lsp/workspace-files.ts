/** The files of the workspace, posts and configuration: the server's only way to them. */
export interface WorkspaceFiles {
  /** The URIs of all posts and `weeknotes.json` files in a folder and below. Never rejects. */
  list(folderUri: string): Promise<readonly string[]>;
  /** Whether `list` would name a file, if it is a post. Never rejects. */
  isListed(folderUri: string, uri: string): Promise<boolean>;
  /** Differs when the file has changed, as far as one can tell without reading it; undefined if one cannot. Never rejects. */
  identityOf(uri: string): Promise<string | undefined>;
  /** Undefined for what is not there or cannot be read. Never rejects. */
  read(uri: string): Promise<string | undefined>;
}
