import type { GitHub } from "../targets/github-port.js";
import type { Post } from "../workspace/post.js";

/** What a feature answers from: one snapshot, taken when the request arrived. */
export interface FeatureContext {
  readonly post: Post;
  readonly github: GitHub;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** What the client can show, from its capabilities. */
  readonly client: ClientSupport;
}

export interface ClientSupport {
  /** The client renders `$(icon)` theme icons and inline colour in Markdown (VS Code with `supportHtml` and `supportThemeIcons`). */
  readonly richMarkdown: boolean;
  readonly snippets: boolean;
}
