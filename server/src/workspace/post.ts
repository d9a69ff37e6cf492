import type { Document } from "../markdown/document.js";
import type { Knowledge } from "./knowledge.js";
import type { Settings } from "./settings.js";

/** One open or checked file, and all that a rule or feature may know besides its text. Immutable. */
export interface Post {
  readonly uri: string;
  readonly document: Document;
  /** What this post and the others of the workspace define. */
  readonly knowledge: Knowledge;
  readonly settings: Settings;
}
