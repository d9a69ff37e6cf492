import type { Span } from "../markdown/span.js";
import type {
  RepositoryContent,
  RepositoryName,
  Target,
  TargetKind,
} from "../targets/target.js";
import type { Passage } from "./passages.js";
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
}

/** A definition of another post. */
export interface ForeignDefinition extends KnownDefinition {
  /** Whether the other post is of the same author or tag; posts without either are all of one team. */
  readonly ofTeam: boolean;
}

/** A repository and how often the posts name it. */
export interface KnownRepository extends RepositoryName {
  readonly uses: number;
  /** From `weeknotes.repositories`, not from a post. */
  readonly configured: boolean;
  /** It has another name, and labels of posts call it so. */
  readonly byAlias?: boolean;
}

/** A repository whose pull requests and issues are called by their bare numbers. */
export interface BareRepository extends KnownRepository {
  /** In how many definitions of this post. */
  readonly here: number;
  /** How likely it is meant by the next bare number; those of all repositories add up to one. */
  readonly share: number;
  /** The lowest and highest number of it that posts name: a bare number far from these is rather another repository's. */
  readonly numbers: { readonly lowest: number; readonly highest: number };
}

/** How a label may name a target: `on#12` by the style `{repo}#{n}` and the alias `on`. */
export interface WayToName {
  readonly style: string;
  /** What to call the repository, if not by its name. */
  readonly alias: string | undefined;
}

/** A post that names a target. */
export interface Citation {
  readonly uri: string;
  /** The post's day, counted from the epoch. */
  readonly day: number | undefined;
}

/** Why a target is named as it is: what `waysToName` goes by. */
export interface NamingEvidence {
  /** The nearest posts first. */
  readonly scopes: readonly ScopeEvidence[];
  /** Posts that write so, the nearest first. */
  readonly examples: readonly NamingExample[];
}

/** How some posts name targets of a kind. */
export interface ScopeEvidence {
  /** `this post`, `author coot`, … */
  readonly posts: string;
  /** Most used first; with the alias in place of `{repo}`. */
  readonly styles: readonly {
    readonly style: string;
    readonly times: number;
    /** Of these the labels for the same repository. */
    readonly ofRepository: number;
  }[];
}

export interface NamingExample {
  readonly uri: string;
  readonly label: string;
  readonly span: Span;
  /** How many labels of the post are so. */
  readonly times: number;
}

/** Who names an item: how many other posts of this one's team, and how many others. */
export interface Mentions {
  readonly here: boolean;
  readonly team: number;
  readonly others: number;
}

/**
 * What the posts of a workspace, and its settings, say of labels and repositories. Seen from one post: what that post
 * says comes first everywhere. All this is learned of definitions and links.
 */
export interface Learned {
  /** Definitions of the other posts for a label key, most used target first. */
  definitionsOf(key: string): readonly ForeignDefinition[];
  /** Whether there are any. */
  isDefinedElsewhere(key: string): boolean;
  /** Their targets alone, each once: no post is looked into for them. */
  targetsElsewhere(key: string): readonly Target[];
  /**
   * All definitions of the other posts, one for each pair of label and target: those of the team's posts first, the nearest
   * in time before the others, then the most used.
   */
  definitions(): Iterable<
    Pick<KnownDefinition, "uri" | "key" | "label" | "destination" | "target">
  >;
  /**
   * The items, by `itemKey`, whose labels in other posts call that repository by a word; without a repository, those whose
   * labels call theirs by its very name. An item may come more than once: few are looked at where few are asked for.
   */
  itemsCalled(word: string, repository?: RepositoryName): Iterable<string>;
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
  /** How well a number is among those of a repository that posts name: near 0 if all are far from it, near 1 if all are close. */
  nearness(repository: RepositoryName, number: number): number;
  /**
   * How posts name such targets, likeliest first: as this post does, its team lately, its authors and tags, its folder, all.
   * Where what this post does shall not count: `others`, and it only where these say nothing.
   */
  waysToName(
    target: RepositoryContent,
    after?: "this-post" | "others",
  ): readonly WayToName[];
  /** What speaks for naming a target so: in the style of that label, or else of the likeliest. */
  evidenceFor(target: RepositoryContent, label?: string): NamingEvidence;
  /** The other posts that name a target, or the same under its other address: the latest first. */
  citationsOf(target: Target): readonly Citation[];
  /** How much posts name targets of a kind in that style; to be compared with the same of another kind. */
  weightOf(style: string, kind: TargetKind): number;
}

/** What is known as seen from one post: what is learned, and what its other words and references say. */
export interface Knowledge extends Learned {
  /** The same object as long as no definition, link or setting says something else: not another one for each reference. */
  readonly learned: Learned;
  /** Where the post is published; undefined for a Markdown file that is no post. */
  readonly site: Site | undefined;
  /** Who names an item, or the same under its other address. */
  mentionsOf(target: Target): Mentions;
  /** What this post and its team's others say around what they name, as far as their texts are at hand. */
  passages(): readonly Passage[];
  /**
   * Whether references show their label between two pairs of brackets, `[[x]]`, or one: as this post mostly does, or else its
   * team lately; undefined where neither shows any.
   */
  bracketsLabels(): boolean | undefined;
  /** The post's own day, counted from the epoch. */
  readonly day: number | undefined;
}
