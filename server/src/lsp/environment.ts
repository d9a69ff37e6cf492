import type { Connection } from "vscode-languageserver";
import type { GitHubClient, GitHubOptions } from "../github/client.js";
import type { CacheFile } from "../github/keeper.js";
import type { WorkspaceFiles } from "./workspace-files.js";

/** What differs between the desktop and the browser, and what tests replace. */
export interface Environment {
  files(connection: Connection): WorkspaceFiles;
  github(options: GitHubOptions): GitHubClient;
  /** Milliseconds since the epoch. */
  now(): number;
  /** REST root of GitHub where the client gives none. */
  readonly apiUrl?: string | undefined;
  /** GitHub's tokens where the client gives none. */
  tokens?(apiUrl: string | undefined): Promise<Tokens>;
  /** Where to keep what GitHub said; `storageUri` is the folder that the client has for it. */
  cacheFile?(
    connection: Connection,
    storageUri: string | undefined,
  ): CacheFile | undefined;
  /** Where to keep what is known of the posts in a folder; `storageUri` as above. */
  indexFile?(
    storageUri: string | undefined,
    folder: string,
  ): CacheFile | undefined;
  /** Folder of the rules' pages, with a final slash. */
  readonly docsUrl?: string;
  /** Whether the server makes itself fast while nothing is asked of it: see `practise`. */
  readonly practises?: boolean;
}

export interface Tokens {
  /** For the host of the REST root. */
  readonly token?: string | undefined;
  /** For github.com, whatever the REST root is. */
  readonly publicToken?: string | undefined;
}
