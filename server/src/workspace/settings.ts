/** How loudly a rule speaks. `default` leaves it to the rule, which may choose by its confidence. */
export const severitySettings = [
  "default",
  "off",
  "hint",
  "information",
  "warning",
  "error",
] as const;
export type SeveritySetting = (typeof severitySettings)[number];

/** What a sentence may say of a pull request, issue or release. */
export type ClaimKind =
  | "merged"
  | "opened"
  | "closed"
  | "reviewed"
  | "released"
  | "open"
  | "in-review"
  | "in-progress";

/** The settings that change what Weeknotes says of a post: the same in the editor and in `weeknotes.json`. */
export interface Settings {
  /** `owner/name` or `owner/*`: whom a repository name belongs to where no post says so. */
  readonly repositories: readonly string[];
  /** Which files are posts, in the notation of `.gitignore`; found out where it is empty. */
  readonly posts: readonly string[];
  /** Label styles of the team, in the notation of `targets/label-styles.ts`, before the built-in ones. */
  readonly labelStyles: readonly string[];
  readonly rules: Readonly<Record<string, SeveritySetting>>;
  /** Who reads the posts: what is private on GitHub has no place in public ones. */
  readonly audience: "team" | "public";
  /** Words of the team beside the built-in ones, or `off` for one of those. */
  readonly claims: Readonly<Record<string, ClaimKind | "off">>;
  /** Whether the state of each target stands beside its references. */
  readonly inlayHints: boolean;
  readonly github: {
    /** Whether statuses are looked up at all. */
    readonly enabled: boolean;
    /** Hosts whose URLs are read as GitHub's; the first is where bare names belong. */
    readonly hosts: readonly string[];
  };
}

export const defaultSettings: Settings = {
  repositories: [],
  posts: [],
  labelStyles: [],
  rules: {},
  audience: "team",
  claims: {},
  inlayHints: true,
  github: { enabled: true, hosts: ["github.com"] },
};
