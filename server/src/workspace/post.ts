import type { Document } from "../markdown/document.js";
import type { AccountState, Answer } from "../targets/github-port.js";
import type { Target } from "../targets/target.js";
import type { Knowledge } from "./knowledge.js";
import type { Settings } from "./settings.js";

/** One open or checked file, and all that a rule or feature may know besides its text. Immutable. */
export interface Post {
  readonly uri: string;
  readonly document: Document;
  /** What this post and the others of the workspace define. */
  readonly knowledge: Knowledge;
  readonly settings: Settings;
  /** Absent where GitHub is not asked. */
  readonly online?: Online;
}

/** What is known from GitHub, without a request. */
export interface Online {
  answer(target: Target): Answer | undefined;
  /** Of the target's host. */
  account(target: Target): AccountState["state"];
}
