import type { Connection } from "vscode-languageserver";
import type { GitHubClient, GitHubOptions } from "../github/client.js";
import type { WorkspaceFiles } from "./workspace-files.js";

/** What differs between the desktop and the browser, and what tests replace. */
export interface Environment {
  files(connection: Connection): WorkspaceFiles;
  github(options: GitHubOptions): GitHubClient;
  /** Milliseconds since the epoch. */
  now(): number;
  /** GitHub's token and REST root where the client gives none. */
  readonly token?: string | undefined;
  readonly apiUrl?: string | undefined;
  /** Folder of the rules' pages, with a final slash. */
  readonly docsUrl?: string;
}
