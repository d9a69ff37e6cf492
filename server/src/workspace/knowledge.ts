import type { Span } from "../markdown/span.js";
import type { RepositoryName, Target } from "../targets/target.js";

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

/**
 * What the posts of a workspace, and its settings, say of labels and repositories. Seen from one post: what that post
 * says comes first everywhere.
 */
export interface Knowledge {
  /** Definitions of the other posts for a label key, most used target first. */
  definitionsOf(key: string): readonly KnownDefinition[];
  /** All definitions of the other posts, one for each pair of label and target, most used first. */
  definitions(): Iterable<KnownDefinition>;
  /** All repositories, this post's first, then by use. */
  repositories(): readonly KnownRepository[];
  /** Those of that name (without regard to case), likeliest first; `owner/*` settings take part with the name asked for. */
  repositoriesNamed(repo: string): readonly KnownRepository[];
  /** Which repositories a bare `pull-{n}` may mean here, likeliest first: learned from this post's, then the others'. */
  repositoriesForBareNumber(): readonly KnownRepository[];
}
