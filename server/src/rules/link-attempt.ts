import type { Span } from "../markdown/span.js";

/** What an author wrote as an inline link and Markdown shows otherwise. */
export interface LinkAttempt {
  readonly kind: LinkAttemptKind;
  readonly span: Span;
  readonly textSpan: Span;
  /** Likeliest first. Only what is wrong is touched, so that a cursor in the text stays where it is. */
  readonly repairs: readonly LinkRepair[];
}

export type LinkAttemptKind =
  /** `[text] (url)` */
  | "space-between"
  /** `(text)[url]` */
  | "brackets-swapped"
  /** `[text][url]` */
  | "brackets-for-parentheses"
  /** `[[url][text]]`, as in Org mode */
  | "url-first"
  /** `[text]url`, `[text]<url>` */
  | "no-parentheses"
  /** `[text]{url}`, `[text]（url）` */
  | "other-parentheses"
  /** `[text](url` */
  | "unclosed"
  /** `[text](url]` */
  | "wrong-end"
  /** `[text](url and more)` */
  | "text-after-url"
  /** `text](url)` */
  | "no-opening-bracket"
  /** `[text(url)` */
  | "no-closing-bracket"
  /** `[one [two](url)](url)` */
  | "link-inside"
  /** `[text]()` */
  | "no-url"
  /** `[](url)` */
  | "no-text";

export interface LinkRepair {
  readonly title: string;
  readonly edits: readonly Replacement[];
  readonly certain: boolean;
}

interface Replacement {
  readonly span: Span;
  readonly newText: string;
}

export const makeLink = "Make it a link";

export function replace(
  start: number,
  end: number,
  newText: string,
): Replacement {
  return { span: { start, end }, newText };
}
