import type { Document } from "../markdown/document.js";
import type { Cancellation, GitHub } from "../targets/github-port.js";
import type { Post } from "../workspace/post.js";

/** What a feature answers from: one snapshot, taken when the request arrived. */
export interface FeatureContext {
  readonly post: Post;
  readonly github: GitHub;
  /** Another object when GitHub has told something since: what `peek` says of all labels of a post is looked up once for each. */
  readonly news?: object;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** What the client can show, from its capabilities. */
  readonly client: ClientSupport;
  /** Any post of the workspace, as it is open or on disk; undefined where it cannot be read. */
  readonly documentOf: (uri: string) => Promise<Document | undefined>;
  /** Resolves after so many milliseconds, or as soon as it is cancelled; never rejects, keeps no process alive. */
  readonly delay: (ms: number, signal?: Cancellation) => Promise<void>;
  /** Awaited between the steps of long work: lets other messages in where it has gone on for some milliseconds. */
  readonly giveWay?: () => Promise<void> | undefined;
}

export interface ClientSupport {
  /** The client renders `$(icon)` theme icons and inline colour in Markdown (VS Code with `supportHtml` and `supportThemeIcons`). */
  readonly richMarkdown: boolean;
  readonly snippets: boolean;
  /** Completion items may say what is replaced and what is kept behind the cursor (`insertReplaceSupport`). */
  readonly insertReplace: boolean;
  /** A list of completions may say once for all items what they replace (`itemDefaults`). */
  readonly itemDefaults?: boolean;
  /** What is said of a completion besides its label may be asked for when the user looks at it. */
  readonly lazyDetails?: boolean;
  /** Code actions may come without their edits, which are asked for when the user has chosen one. */
  readonly lazyActions?: boolean;
  /** The editor answers for Markdown itself: see `InitializationOptions.editorMarkdown`. */
  readonly editorMarkdown?: boolean;
}
