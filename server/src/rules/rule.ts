import type { TextEdit } from "vscode-languageserver-types";
import type { Span } from "../markdown/span.js";
import type { AccountState, Failure } from "../targets/github-port.js";
import type { Status } from "../targets/status.js";
import type { Target } from "../targets/target.js";
import type { PostFacts } from "../workspace/facts.js";
import type { Post } from "../workspace/post.js";
import type { Settings } from "../workspace/settings.js";
import type { Home } from "../workspace/site.js";

export type Severity = "error" | "warning" | "information" | "hint";

/** One kind of mistake. A rule is a file; its examples are its tests and part of its documentation page. */
export interface Rule {
  /** kebab-case; what settings, comments and `--rule` call it. */
  readonly id: string;
  /** One sentence without a full stop, for tables and SARIF. */
  readonly summary: string;
  /** The severity it speaks with unless a finding says otherwise. */
  readonly severity: Severity;
  /** Markdown: why it matters, what is reported, what is left alone and why. No headings. */
  readonly documentation: string;
  readonly examples: readonly Example[];
  /** Speaks of what GitHub says, and only where that is known: see `Post.online`. */
  readonly online?: true;
  /** Of an online rule: what else must be asked, once the targets that the post names have their answers. */
  furtherTargets?(post: Post): Iterable<Target>;
  check(post: Post): Iterable<Finding>;
  /**
   * Of a convention: whether a post that lies there breaks it. Where most posts of a site do, it is none of theirs, and the
   * rule is off for the site.
   */
  convention?(post: PostFacts, home: Home): boolean;
  /**
   * The certain fixes of several findings as one change, for a rule whose fixes meet in one place (new definitions all go
   * to the same line). Without it each finding's own certain fix is taken.
   */
  fixTogether?(post: Post, findings: readonly Finding[]): readonly TextEdit[];
}

export interface Finding {
  readonly span: Span;
  /** One plain sentence that says what is wrong with the words the author used. */
  readonly message: string;
  /** Where it is not the rule's own: by confidence. */
  readonly severity?: Severity;
  /** Shown greyed out: the text has no effect. */
  readonly unnecessary?: boolean;
  readonly related?: readonly {
    readonly span: Span;
    readonly message: string;
  }[];
  /** Likeliest first; computed when asked for. */
  readonly fixes: () => readonly Fix[];
}

export type Fix = EditFix | AskDestinationFix;

export interface EditFix {
  readonly kind: "edit";
  /** Imperative, as it stands in the light bulb's menu. */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** What an author who presses the quick-fix key without looking should get. At most one per finding. */
  readonly preferred?: boolean;
  /** Whether `--fix` and fix-all may take it unseen: there is one right answer, and this is it. */
  readonly certain: boolean;
}

/** Nothing is known of the label: the editor asks for its URL and then adds the definition. */
export interface AskDestinationFix {
  readonly kind: "ask-destination";
  readonly title: string;
  readonly label: string;
}

/**
 * A text and what the rule says of it. In `markdown`, `⟦…⟧` marks each finding's span (the marks are taken out before
 * the check). With `fixed`, applying the first fix of each finding in turn gives that text.
 */
export interface Example {
  /** What it shows, in a few words: a list item in the documentation. */
  readonly title: string;
  readonly markdown: string;
  /** Messages in order of the marks; none for a text that is right. */
  readonly messages?: readonly string[];
  readonly fixed?: string;
  /** Files that tell of the site, by name: `authors.yml`, `tags.yml`, `../docusaurus.config.js`. */
  readonly siteFiles?: Readonly<Record<string, string>>;
  /** Other posts of the workspace, by file name. */
  readonly others?: Readonly<Record<string, string>>;
  readonly repositories?: readonly string[];
  readonly settings?: Partial<Pick<Settings, "audience" | "claims">>;
  /** `2022-10-19-node.md`: a post's name may tell its date. */
  readonly fileName?: string;
  /** What GitHub says, by URL. An online rule runs only with it. */
  readonly statuses?: Readonly<Record<string, Status | Failure>>;
  /** `signed-in` if not given. */
  readonly account?: AccountState["state"];
}
