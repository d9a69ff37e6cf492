/** A label style taken apart. What stands between its fields is compared without regard to case. */
export interface Template {
  readonly parts: readonly Part[];
  /** Matches every label that can be read by it, and few others: most labels are in few styles. */
  readonly outline: RegExp;
  readonly kind: ReadingKind;
  /** How much a label must say to be read by it: the higher, the less likely by chance. */
  readonly specificity: number;
}

export type ReadingKind =
  | "repository"
  | "pull"
  | "issue"
  /** A number that may be either. */
  | "issue-or-pull"
  | "discussion"
  | "commit"
  | "branch"
  | "release";

export type Field = "owner" | "repo" | "n" | "sha" | "branch" | "tag";
export type Part =
  | { readonly field: Field }
  | { readonly field: undefined; readonly literal: string };

/** What a field may hold, as far as a label is read by it. */
export const fieldPatterns: Readonly<Record<Field, RegExp>> = {
  owner: /^[a-z\d][\w-]*$/i,
  repo: /^(?!\.{1,2}$)[\w.-]+$/,
  n: /^[1-9]\d{0,9}$/,
  sha: /^(?:[\da-f]{4,40}|[\da-f]{64})$/i,
  // git-check-ref-format, less what cannot stand in a label or would read as another field's separator.
  branch:
    /^(?![-/.])(?!.*(?:\.\.|\/\/|@\{|\/\.))[^\s\\~^:?*[\]#]*[^\s\\~^:?*[\]#/.]$/,
  tag: /^v?\d+(?:\.\d+)+(?:[-+.][\w.+-]*)?$/i,
};

/** The style's parts, or what is wrong with it in one plain sentence. */
export function parseTemplate(template: string): Template | string {
  if (/[[\]\n\r]/.test(template)) {
    return `The label style "${template}" has a bracket or line break, which a label cannot have.`;
  }
  const parts: Part[] = [];
  const seen = new Set<Field>();
  for (const [piece] of template.matchAll(/\{[^{}]*\}|[^{}]+|[{}]/g)) {
    if (piece === "{" || piece === "}") {
      return `The label style "${template}" has a brace without its partner.`;
    }
    if (!piece.startsWith("{")) {
      parts.push({ field: undefined, literal: piece });
      continue;
    }
    const field = fieldNames.get(piece.slice(1, -1));
    if (field === undefined) {
      return `The label style "${template}" has ${piece}; it can have {owner}, {repo}, {n}, {sha}, {branch} and {tag}.`;
    }
    if (seen.has(field)) {
      return `The label style "${template}" has ${piece} twice.`;
    }
    if (parts.at(-1)?.field !== undefined) {
      return `The label style "${template}" needs something between its fields.`;
    }
    seen.add(field);
    parts.push({ field });
  }
  return problemWith(template, seen) ?? assemble(parts, seen);
}

const fieldNames: ReadonlyMap<string, Field> = new Map([
  ["owner", "owner"],
  ["repo", "repo"],
  ["n", "n"],
  ["number", "n"],
  ["sha", "sha"],
  ["branch", "branch"],
  ["tag", "tag"],
]);

function problemWith(
  template: string,
  seen: ReadonlySet<Field>,
): string | undefined {
  const items = (["n", "sha", "branch", "tag"] as const).filter((field) =>
    seen.has(field),
  );
  if (items.length > 1) {
    return `The label style "${template}" names two things: {${items[0]}} and {${items[1]}}.`;
  }
  if (items.length === 0 && !seen.has("repo")) {
    return `The label style "${template}" says nothing: it needs one of {repo}, {n}, {sha}, {branch} and {tag}.`;
  }
  if (seen.has("owner") && !seen.has("repo")) {
    return `The label style "${template}" has {owner} without {repo}.`;
  }
  return undefined;
}

function assemble(parts: readonly Part[], seen: ReadonlySet<Field>): Template {
  const literals = parts.flatMap((part) =>
    part.field === undefined ? [part.literal] : [],
  );
  const text = literals.join(" ");
  const kind = kindOf(seen, text);
  const signs = /[a-z]/i.test(text) ? 2 : /[#@]/.test(text) ? 1 : 0;
  const specificity =
    signs * 4 +
    (seen.has("owner") ? 3 : 0) +
    // A branch or repository may be called anything, a number, digest or version only itself.
    (kind === "branch" ? -2 : kind === "repository" ? 0 : 1);
  return { parts, outline: outlineOf(parts), kind, specificity };
}

function outlineOf(parts: readonly Part[]): RegExp {
  const sources = parts.map((part) =>
    part.field === undefined
      ? part.literal.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")
      : fieldOutlines[part.field],
  );
  return new RegExp(`^${sources.join("")}$`, "i");
}

const fieldOutlines: Readonly<Record<Field, string>> = {
  owner: "[\\w-]+",
  repo: "[\\w.-]+",
  n: "\\d+",
  sha: "[\\da-f]+",
  branch: "\\S+",
  tag: "v?\\d\\S+",
};

function kindOf(seen: ReadonlySet<Field>, literals: string): ReadingKind {
  if (seen.has("sha")) return "commit";
  if (seen.has("tag")) return "release";
  if (seen.has("branch")) return "branch";
  if (!seen.has("n")) return "repository";
  if (/\b(?:pull|pr|merge)/i.test(literals)) return "pull";
  if (/\b(?:issue|bug)/i.test(literals)) return "issue";
  if (/\bdiscussion/i.test(literals)) return "discussion";
  return "issue-or-pull";
}
