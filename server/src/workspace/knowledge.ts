import type { Span } from "../markdown/span.js";
import type { RepositoryName, Target, TargetKind } from "../targets/target.js";
import type { Site } from "./site.js";

/** A definition of some post, as the others may use it. */
export interface KnownDefinition {
  readonly uri: string;
  readonly label: string;
  /** `labelKey(label)` */
  readonly key: string;
  readonly destination: string;
  readonly target: Target;
  readonly span: Span;
  /** Whether the post uses its own definition. */
  readonly used: boolean;
}

/** A repository and how often the posts name it. */
export interface KnownRepository extends RepositoryName {
  readonly uses: number;
  /** From `weeknotes.repositories`, not from a post. */
  readonly configured: boolean;
}

/** A repository whose pull requests and issues are called by their bare numbers. */
export interface BareRepository extends KnownRepository {
  /** In how many definitions of this post. */
  readonly here: number;
  /** The lowest and highest number of it that posts name: a bare number far from these is rather another repository's. */
  readonly numbers: { readonly lowest: number; readonly highest: number };
}

/** A label style and how often posts use it. */
export interface StyleUse {
  readonly style: string;
  readonly here: number;
  readonly elsewhere: number;
}

/**
 * What the posts of a workspace, and its settings, say of labels and repositories. Seen from one post: what that post
 * says comes first everywhere.
 */
export interface Knowledge {
  /** Where the post is published; undefined for a Markdown file that is no post. */
  readonly site: Site | undefined;
  /** Definitions of the other posts for a label key, most used target first. */
  definitionsOf(key: string): readonly KnownDefinition[];
  /** All definitions of the other posts, one for each pair of label and target, most used first. */
  definitions(): Iterable<KnownDefinition>;
  /** All repositories, this post's first, then by use. */
  repositories(): readonly KnownRepository[];
  /**
   * Those of that name (without regard to case), likeliest first; `owner/*` settings take part with the name asked for.
   * Where there is none, those that labels call so: `on` if posts define `on#12` as a pull request of ouroboros-network.
   */
  repositoriesNamed(repo: string): readonly KnownRepository[];
  /** Whether a post names a repository so, or a setting by its full name. Neither `owner/*` nor an alias counts. */
  knowsRepository(repo: string): boolean;
  /** Which repositories a bare `pull-{n}` may mean here, likeliest first: learned from this post's, then the others'. */
  repositoriesForBareNumber(): readonly BareRepository[];
  /** Whether posts link a number as a pull request or as an issue; undefined where none does. */
  kindOfNumber(
    repository: RepositoryName,
    number: number,
  ): "pull" | "issue" | undefined;
  /** The styles of the labels that posts give targets of a kind, this post's first, then by use. */
  stylesFor(kind: TargetKind): readonly StyleUse[];
}
