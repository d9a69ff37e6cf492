import type { Span } from "../markdown/span.js";

/** What an author wrote as a definition and Markdown reads as something else. */
export interface DefinitionAttempt {
  readonly kind: AttemptKind;
  readonly label: string;
  readonly key: string;
  /** From `[` to the end of its line. */
  readonly span: Span;
  /** From `[` to `]`. */
  readonly bracketSpan: Span;
  /** Just after the colon, or where it should be. */
  readonly afterColon: number;
  /** What follows the colon, trimmed. */
  readonly rest: string;
  /** Whether the line above is an attempt, too: mending that one may mend this one. */
  readonly followsAttempt: boolean;
  /** Whether anything else in the post uses the label. */
  readonly used: boolean;
  /** The lines under it that would be definitions, were it not for this one. */
  readonly victims: readonly Victim[];
}

export type AttemptKind =
  /** `[x]:`, which is text. */
  | "empty"
  /** `[x]:`, which takes the line below as its URL (CommonMark §4.7 allows one line ending there). */
  | "takes-next-line"
  /** `[x] : url` */
  | "space-before-colon"
  /** A definition cannot interrupt a paragraph. */
  | "in-paragraph"
  /** `[x]: url and more` */
  | "text-after-url"
  /** `[Alice]: done` is a definition, and so does not show. */
  | "vanished"
  /** `[[x]]: url` */
  | "double-brackets"
  /** `[x] url`, `[x]; url` */
  | "colon"
  /** `[x: url`, `x]: url` */
  | "bracket-missing";

export interface Victim {
  readonly label: string;
  readonly key: string;
  readonly span: Span;
}

/** Where the label of an attempt is read as a reference. */
export function labelStart({
  kind,
  span,
}: Pick<DefinitionAttempt, "kind" | "span">): number {
  return kind === "double-brackets" ? span.start + 1 : span.start;
}
