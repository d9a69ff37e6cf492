/**
 * What Weeknotes' own client and server say to each other beyond the Language Server Protocol. A client that knows none
 * of it (Neovim, Emacs) loses the status bar and the sign-in, nothing else.
 */

/** Passed as `initializationOptions`; all of it optional. */
export interface InitializationOptions {
  /** Token for the host of `apiUrl`, from the editor's sign-in. Other clients: `GITHUB_TOKEN`, `GH_TOKEN` or `gh`. */
  readonly token?: string;
  /** Token for github.com, whatever `apiUrl` is; not sent to an enterprise's host. */
  readonly publicToken?: string;
  /** Whether the workspace is trusted; no request is made for one that is not. Defaults to true. */
  readonly trusted?: boolean;
  /** REST root of GitHub, such as `https://api.github.com`. A machine's setting, never a workspace's. */
  readonly apiUrl?: string;
  /**
   * Folder for what GitHub said, so that a restart does not ask again. A server without a file system of its own asks the
   * client to keep that: see `readCache`. Without it the desktop's server takes the platform's folder for caches.
   */
  readonly storageUri?: string;
  /** The client can ask for text: see `askDestination`. */
  readonly canAskDestination?: boolean;
  /** The client shows what `explainLabel` answers. */
  readonly canShowExplanation?: boolean;
  /**
   * The editor answers for Markdown itself, beside the server (VS Code's built-in extension; documents of the language
   * `markdown`, not `mdx`). So that the user sees one result and not two, the server then
   * - gives no document symbols and no headings among the workspace symbols;
   * - leaves out of a completion after a single `[` or after `][` the labels this post defines;
   * - locates what the editor locates too by the editor's own ranges, because VS Code shows equal ones once: "go to
   *   definition" answers a `Location` (no `LocationLink`) of the definition's whole line; among references a use is
   *   the range of its label, a definition that of its destination without the `#fragment`.
   */
  readonly editorMarkdown?: boolean;
}

/** Notification, client to server: the sign-in changed. */
export const tokenChanged = "weeknotes/tokenChanged";
export interface TokenChangedParams {
  readonly token?: string | undefined;
  /** See `InitializationOptions`. */
  readonly publicToken?: string | undefined;
}

/** Notification, client to server. */
export const trustChanged = "weeknotes/trustChanged";
export interface TrustChangedParams {
  readonly trusted: boolean;
}

/** Notification, server to client: what the status bar shows. */
export const accountChanged = "weeknotes/accountChanged";
export interface AccountChangedParams {
  /** The host of `apiUrl` first, and github.com beside it. */
  readonly accounts: readonly HostAccount[];
}

export interface HostAccount {
  readonly host: string;
  readonly state:
    | "anonymous"
    | "signed-in"
    | "unauthorized"
    | "rate-limited"
    | "offline"
    | "disabled";
  readonly login?: string;
  /** Milliseconds since the epoch, with `rate-limited`. */
  readonly until?: number;
  /** Whether it is an account's limit, with `rate-limited`. */
  readonly signedIn?: boolean;
  /** One plain line, with `offline`. */
  readonly detail?: string;
  /** What GitHub still answers in this hour; missing until GitHub has said so. */
  readonly requestsLeft?: RequestsLeft;
}

export interface RequestsLeft {
  readonly remaining: number;
  readonly limit: number;
  /** When all of them are back, milliseconds since the epoch. */
  readonly resetAt: number;
}

/** Request, server to client: asks the user for the URL of a label. Answers null if they give none. */
export const askDestination = "weeknotes/askDestination";
export interface AskDestinationParams {
  readonly label: string;
}

/** Request, client to server: the URL of what stands under the cursor, or null. */
export const destinationAt = "weeknotes/destinationAt";
export interface DestinationAtParams {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
}

/** Request, client to server: what stands under the cursor as Markdown for another place, or null. */
export const referenceAt = "weeknotes/referenceAt";
export type ReferenceAtParams = DestinationAtParams;
export interface ReferenceAtResult {
  /** `[title](destination)` */
  readonly link: string;
  /** The reference, and its definition below. */
  readonly withDefinition?: string;
}

/**
 * Request, client to server: what to insert where a text is pasted or dropped, if it is made of URLs of GitHub's and a
 * reference can stand there; otherwise null.
 */
export const pasteUrls = "weeknotes/pasteUrls";
export interface PasteUrlsParams {
  readonly textDocument: { readonly uri: string };
  /** What is replaced. */
  readonly range: ProtocolRange;
  readonly text: string;
}
export interface PasteUrlsResult {
  /** For a menu of ways to paste. */
  readonly title: string;
  /** Replaces the range; the cursor comes to stand behind it. */
  readonly newText: string;
  /** Replaces the range together with `newText`, behind the cursor. */
  readonly below: string;
  /** Edits elsewhere in the document. */
  readonly edits: readonly {
    readonly range: ProtocolRange;
    readonly newText: string;
  }[];
}
interface ProtocolRange {
  readonly start: DestinationAtParams["position"];
  readonly end: DestinationAtParams["position"];
}

/**
 * Request, server to client: the URIs of all posts and `weeknotes.json` files in a folder and below, without those in
 * `node_modules` and what the editor's settings exclude. Only a server without a file system of its own (in a browser)
 * asks.
 */
export const findFiles = "weeknotes/findFiles";
export interface FindFilesParams {
  readonly folder: string;
}

/** Request, server to client: the text of a file, or null if it cannot be read. Asked as `findFiles` is. */
export const readFile = "weeknotes/readFile";
export interface ReadFileParams {
  readonly uri: string;
}

/** Request, server to client: what was kept by `writeCache`, or null. */
export const readCache = "weeknotes/readCache";

/** Request, server to client: keeps a text for the server's next life. An error says that it could not be kept. */
export const writeCache = "weeknotes/writeCache";
export interface WriteCacheParams {
  readonly text: string;
}

/** All texts are plain, each of one line. */
export interface ExplainLabelResult {
  readonly title: string;
  readonly sections: readonly {
    readonly heading: string;
    readonly rows: readonly ExplanationRow[];
  }[];
}
export interface ExplanationRow {
  readonly text: string;
  readonly detail?: string;
  /** A label in some post. */
  readonly location?: {
    readonly uri: string;
    readonly range: { readonly start: Position; readonly end: Position };
  };
  /** A page on the web. */
  readonly url?: string;
}
interface Position {
  readonly line: number;
  readonly character: number;
}

/** Commands of the server, by `workspace/executeCommand`; each takes a document's URI, if nothing else is said. */
export const serverCommands = {
  addMissingDefinitions: "weeknotes.server.addMissingDefinitions",
  sortDefinitions: "weeknotes.server.sortDefinitions",
  removeUnusedDefinitions: "weeknotes.server.removeUnusedDefinitions",
  refreshStatuses: "weeknotes.server.refreshStatuses",
  /** No arguments. Of all open posts; what others refer to is asked anew when it is shown. */
  refreshAllStatuses: "weeknotes.server.refreshAllStatuses",
  /** No arguments. */
  clearCache: "weeknotes.server.clearCache",
  /** Arguments: URI, label. Asks for the URL (see `askDestination`) and adds the definition. */
  defineLabel: "weeknotes.server.defineLabel",
  /**
   * Arguments: URI, position. Why the label there is written so, or what it may mean: answers an `ExplainLabelResult`, or
   * null where there is none. To a client that cannot show that, the server shows it as a message, too.
   */
  explainLabel: "weeknotes.server.explainLabel",
} as const;
