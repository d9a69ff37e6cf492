import { type ClaimKind, type Settings, severitySettings } from "./settings.js";
import { claimKinds } from "./settings-table.js";

export interface ReadSettings {
  readonly settings: Settings;
  /** One plain line each; what they name is left at its former value. */
  readonly problems: readonly string[];
}

/**
 * Settings as a user wrote them, laid over `base`: the same for the editor's settings and for `weeknotes.json`.
 * Unknown names are reported, except `$schema` and those only an editor reads.
 */
export function readSettings(value: unknown, base: Settings): ReadSettings {
  if (!isRecord(value)) {
    return { settings: base, problems: ["The settings are no JSON object."] };
  }
  const problems: string[] = [];
  const known = new Set(["$schema", "trace", ...Object.keys(base)]);
  for (const name of Object.keys(value)) {
    if (!known.has(name)) problems.push(unknown(name, base));
  }
  const github = value.github;
  if (isRecord(github)) {
    const known = new Set(["apiUrl", ...Object.keys(base.github)]);
    for (const name of Object.keys(github)) {
      if (!known.has(name))
        problems.push(`There is no setting "github.${name}".`);
    }
  } else if (github !== undefined) {
    problems.push(`"github" must be an object.`);
  }
  const { enabled, hosts } = isRecord(github) ? github : {};
  return {
    settings: {
      repositories: strings(
        "repositories",
        value.repositories,
        base.repositories,
      ),
      posts: strings("posts", value.posts, base.posts),
      labelStyles: strings("labelStyles", value.labelStyles, base.labelStyles),
      rules: choices("rules", value.rules, severitySettings, base.rules),
      audience: choice("audience", value.audience, audiences, base.audience),
      claims: choices("claims", value.claims, claims, base.claims),
      inlayHints: boolean("inlayHints", value.inlayHints, base.inlayHints),
      github: {
        enabled: boolean("github.enabled", enabled, base.github.enabled),
        hosts: strings("github.hosts", hosts, base.github.hosts),
      },
    },
    problems,
  };

  function strings(
    name: string,
    given: unknown,
    fallback: readonly string[],
  ): readonly string[] {
    if (given === undefined || given === null) return fallback;
    if (Array.isArray(given) && given.every((item) => typeof item === "string"))
      return given;
    problems.push(`"${name}" must be a list of strings.`);
    return fallback;
  }

  function boolean(name: string, given: unknown, fallback: boolean): boolean {
    if (given === undefined || given === null) return fallback;
    if (typeof given === "boolean") return given;
    problems.push(`"${name}" must be true or false.`);
    return fallback;
  }

  function choice<T extends string>(
    name: string,
    given: unknown,
    allowed: readonly T[],
    fallback: T,
  ): T {
    if (given === undefined || given === null) return fallback;
    const found = allowed.find((one) => one === given);
    if (found === undefined)
      problems.push(`"${name}" must be one of ${allowed.join(", ")}.`);
    return found ?? fallback;
  }

  /** Those that cannot be meant are left out, the others still count. */
  function choices<T extends string>(
    name: "rules" | "claims",
    given: unknown,
    allowed: readonly T[],
    fallback: Readonly<Record<string, T>>,
  ): Readonly<Record<string, T>> {
    if (given === undefined || given === null) return fallback;
    if (!isRecord(given)) {
      problems.push(`"${name}" must be an object of ${contents[name]}.`);
      return fallback;
    }
    const valid: [string, T][] = [];
    for (const [key, value] of Object.entries(given)) {
      const found = allowed.find((one) => one === value);
      if (found !== undefined) valid.push([key, found]);
      else
        problems.push(`"${name}.${key}" must be one of ${allowed.join(", ")}.`);
    }
    return { ...fallback, ...Object.fromEntries(valid) };
  }
}

/** The text of a `weeknotes.json`. */
export function readConfiguration(text: string, base: Settings): ReadSettings {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { settings: base, problems: [`It is no valid JSON: ${detail}`] };
  }
  const { settings, problems } = readSettings(value, base);
  return { settings, problems: [...problems, ...misplaced(value)] };
}

function unknown(name: string, base: Settings): string {
  const [group, member = ""] = name.split(".");
  return group === "github" && Object.hasOwn(base.github, member)
    ? `Write "github": { "${member}": … } instead of "${name}".`
    : `There is no setting "${name}".`;
}

/** Whoever writes the posts must not choose where the reader's token goes. */
function misplaced(value: unknown): string[] {
  const github = isRecord(value) ? value.github : undefined;
  return isRecord(github) && Object.hasOwn(github, "apiUrl")
    ? [`"github.apiUrl" counts in the editor's own settings only.`]
    : [];
}

const contents = {
  rules: "rules and severities",
  claims: "words and what they say",
} as const;
const audiences: readonly Settings["audience"][] = ["team", "public"];
const claims: readonly (ClaimKind | "off")[] = [...claimKinds, "off"];

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
