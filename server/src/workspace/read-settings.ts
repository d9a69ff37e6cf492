import type { Settings, SeveritySetting } from "./settings.js";

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
    if (!known.has(name)) problems.push(`There is no setting "${name}".`);
  }
  const github = value.github;
  if (github !== undefined && !isRecord(github)) {
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
      labelStyles: strings("labelStyles", value.labelStyles, base.labelStyles),
      rules: severities(value.rules, base.rules),
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

  function severities(
    given: unknown,
    fallback: Settings["rules"],
  ): Settings["rules"] {
    if (given === undefined || given === null) return fallback;
    if (!isRecord(given)) {
      problems.push(`"rules" must be an object of rules and severities.`);
      return fallback;
    }
    const valid: [string, SeveritySetting][] = [];
    for (const [rule, severity] of Object.entries(given)) {
      if (isSeverity(severity)) valid.push([rule, severity]);
      else
        problems.push(
          `"rules.${rule}" must be one of ${[...severityNames].join(", ")}.`,
        );
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
  return readSettings(value, base);
}

const severityNames: ReadonlySet<unknown> = new Set<SeveritySetting>([
  "default",
  "off",
  "hint",
  "information",
  "warning",
  "error",
]);

function isSeverity(value: unknown): value is SeveritySetting {
  return severityNames.has(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
