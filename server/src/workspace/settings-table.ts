import type { ClaimKind } from "./settings.js";

/**
 * Every setting, once. package.json's `contributes.configuration`, the schema of `weeknotes.json` and the README's table
 * are generated from it (`scripts/generate.mjs`).
 */
export interface SettingRow {
  /** Below `weeknotes.` in the editor; in `weeknotes.json` each dot opens an object. */
  readonly name: string;
  /** Type, default and bounds, as JSON Schema says them. */
  readonly schema: SettingSchema;
  /** Markdown. */
  readonly description: string;
  /** `machine`: the user's alone, a workspace cannot set it. */
  readonly scope: "machine" | "resource" | "window";
  /** Has no meaning in `weeknotes.json`. */
  readonly editorOnly?: true;
}

export interface SettingSchema {
  readonly type: "array" | "boolean" | "object" | "string";
  readonly default: unknown;
  readonly items?: { readonly type: "string"; readonly pattern?: string };
  readonly uniqueItems?: boolean;
  /** Of an object: what each of its values may be. */
  readonly additionalProperties?: { readonly enum: readonly string[] };
  readonly enum?: readonly string[];
  readonly format?: "uri";
  readonly examples?: readonly unknown[];
}

export const claimKinds: readonly ClaimKind[] = [
  "merged",
  "opened",
  "closed",
  "reviewed",
  "released",
  "open",
  "in-review",
  "in-progress",
];

export const settingsTable: readonly SettingRow[] = [
  {
    name: "repositories",
    scope: "resource",
    schema: {
      type: "array",
      default: [],
      items: { type: "string", pattern: "^[^/\\s]+/[^/\\s]+$" },
      uniqueItems: true,
      examples: [["input-output-hk/cardano-node", "input-output-hk/*"]],
    },
    description:
      "Whom a repository belongs to where no post says so: `owner/name`, or `owner/*` for all others.",
  },
  {
    name: "posts",
    scope: "resource",
    schema: {
      type: "array",
      default: [],
      items: { type: "string" },
      uniqueItems: true,
      examples: [["blog/**/*.md", "!blog/drafts"]],
    },
    description:
      "Which files are posts, for the rules on post conventions: globs from the folder of `weeknotes.json` or of the workspace; `!` takes files out again. Without any, posts are found out by the blogs of `docusaurus.config.*`, an `authors.yml` and dates in file names.",
  },
  {
    name: "labelStyles",
    scope: "resource",
    schema: {
      type: "array",
      default: [],
      items: { type: "string" },
      uniqueItems: true,
      examples: [["{repo}-mr-{n}", "{repo}: {n}"]],
    },
    description:
      "Your team's own ways to write a label, before the built-in ones: text with `{owner}`, `{repo}`, `{n}`, `{sha}`, `{branch}` or `{tag}` in it, such as `{repo}-mr-{n}`.",
  },
  {
    name: "rules",
    scope: "resource",
    schema: {
      type: "object",
      default: {},
      examples: [{ "unused-definition": "off" }],
    },
    description:
      "The severity of each rule: `off`, `hint`, `information`, `warning`, `error`, or `default` to leave it to the rule.",
  },
  {
    name: "audience",
    scope: "resource",
    schema: { type: "string", enum: ["team", "public"], default: "team" },
    description:
      "Who reads the posts. With `public`, links to private repositories are reported.",
  },
  {
    name: "claims",
    scope: "resource",
    schema: {
      type: "object",
      default: {},
      additionalProperties: { enum: [...claimKinds, "off"] },
      examples: [{ shipped: "released", landed: "off" }],
    },
    description:
      "Words that say how it stands with a pull request, issue or release, beside *merged*, *opened*, *in review* and the other built-in ones: what each says, or `off`. See the rule `stale-claim`.",
  },
  {
    name: "inlayHints",
    scope: "resource",
    schema: { type: "boolean", default: true },
    description:
      "Whether the state of a pull request, issue or other target stands beside each reference to it: `✓ merged`.",
  },
  {
    name: "github.enabled",
    scope: "resource",
    schema: { type: "boolean", default: true },
    description:
      "Whether Weeknotes asks GitHub for titles and states at all. Without it everything else goes on working.",
  },
  {
    name: "github.hosts",
    scope: "machine",
    schema: {
      type: "array",
      default: ["github.com"],
      items: { type: "string" },
      uniqueItems: true,
      examples: [["github.example.com", "github.com"]],
    },
    description:
      "Hosts whose URLs are read as GitHub's. The first is where new definitions lead.",
  },
  {
    name: "github.apiUrl",
    scope: "machine",
    editorOnly: true,
    schema: {
      type: "string",
      format: "uri",
      default: "https://api.github.com",
      examples: ["https://github.example.com/api/v3"],
    },
    description:
      "Where GitHub's REST API is. Your token goes there and nowhere else, so only your own settings count, never a workspace's.",
  },
  {
    name: "trace.server",
    scope: "window",
    editorOnly: true,
    schema: {
      type: "string",
      enum: ["off", "messages", "verbose"],
      default: "off",
    },
    description:
      "Writes what the editor and the language server say to each other to the output channel *Weeknotes*.",
  },
];
