/** What a sign-in lets Weeknotes see. */
export type Access = "public" | "private";

/**
 * The least that GitHub's OAuth offers. A token without any scope reads public data with an account's limits (and
 * GraphQL, which GitHub refuses to strangers). There is no scope to only read private repositories: `repo` is the one.
 */
export const scopesOf = (access: Access): readonly string[] =>
  access === "private" ? ["repo"] : [];

export const isAccess = (value: unknown): value is Access =>
  value === "public" || value === "private";
