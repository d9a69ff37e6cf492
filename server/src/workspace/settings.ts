/** How loudly a rule speaks. `default` leaves it to the rule, which may choose by its confidence. */
export type SeveritySetting =
  | "default"
  | "off"
  | "hint"
  | "information"
  | "warning"
  | "error";

/** The settings that change what Weeknotes says of a post: the same in the editor and in `weeknotes.json`. */
export interface Settings {
  /** `owner/name` or `owner/*`: whom a repository name belongs to where no post says so. */
  readonly repositories: readonly string[];
  /** Label styles of the team, in the notation of `targets/label-styles.ts`, before the built-in ones. */
  readonly labelStyles: readonly string[];
  readonly rules: Readonly<Record<string, SeveritySetting>>;
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
  labelStyles: [],
  rules: {},
  inlayHints: true,
  github: { enabled: true, hosts: ["github.com"] },
};
