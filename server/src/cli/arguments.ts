import { parseArgs } from "node:util";
import {
  type SeveritySetting,
  severitySettings,
} from "../workspace/settings.js";

export type Command =
  | { readonly command: "help" }
  | { readonly command: "version" }
  | { readonly command: "server" }
  | { readonly command: "explain"; readonly ruleId: string }
  | ({ readonly command: "check" } & CheckOptions);

export interface CheckOptions {
  /** Files, folders or globs; the current folder if none are given. */
  readonly paths: readonly string[];
  readonly fix: boolean;
  readonly format: FormatName;
  readonly rules: Readonly<Record<string, SeveritySetting>>;
  readonly maxWarnings: number;
  readonly online: boolean;
  readonly color: boolean | undefined;
}

export const formatNames = ["pretty", "json", "sarif", "github"] as const;
export type FormatName = (typeof formatNames)[number];

/** What was wrong with how the command was called; its message is one line that says what to do. */
export class UsageError extends Error {}

/** @throws UsageError */
export function readArguments(
  argv: readonly string[],
  isRule: (id: string) => boolean,
): Command {
  const [command, ...rest] = argv;
  if (command === undefined || command === "help") return { command: "help" };
  if (argv.includes("--help") || argv.includes("-h"))
    return { command: "help" };
  if (argv.includes("--version") || argv.includes("-v"))
    return { command: "version" };
  switch (command) {
    case "check":
      return { command, ...readCheckOptions(rest, isRule) };
    case "server":
      if (rest.length === 1 && rest[0] === "--stdio") return { command };
      throw new UsageError(
        "The server speaks over standard input and output: weeknotes server --stdio",
      );
    case "explain": {
      const [ruleId, ...more] = rest;
      if (ruleId !== undefined && more.length === 0 && isRule(ruleId))
        return { command, ruleId };
      throw new UsageError(
        ruleId === undefined
          ? "Name one rule: weeknotes explain undefined-reference"
          : `There is no rule "${ruleId}". "weeknotes --help" lists them.`,
      );
    }
    default:
      throw new UsageError(
        `There is no command "${command}". "weeknotes --help" lists them.`,
      );
  }
}

function readCheckOptions(
  argv: readonly string[],
  isRule: (id: string) => boolean,
): CheckOptions {
  const { values, positionals } = parse(argv);
  return {
    paths: positionals.length === 0 ? ["."] : positionals,
    fix: values.fix,
    format: readFormat(values.format),
    rules: Object.fromEntries(
      values.rule.map((setting) => readRule(setting, isRule)),
    ),
    maxWarnings: readCount(values["max-warnings"]),
    online: values.online,
    color: values.color,
  };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      allowNegative: true,
      options: {
        fix: { type: "boolean", default: false },
        format: { type: "string", default: "pretty" },
        rule: { type: "string", multiple: true, default: [] },
        "max-warnings": { type: "string", default: "0" },
        online: { type: "boolean", default: false },
        color: { type: "boolean" },
      },
    });
  } catch (error) {
    // Node goes on with advice about positional arguments that does not apply here.
    const message = error instanceof Error ? error.message : String(error);
    const [sentence = message] = message.split(/\n|\. /, 1);
    throw new UsageError(sentence);
  }
}

function readFormat(name: string): FormatName {
  const format = formatNames.find((known) => known === name);
  if (format) return format;
  throw new UsageError(
    `There is no format "${name}". Use one of: ${formatNames.join(", ")}`,
  );
}

function readRule(
  setting: string,
  isRule: (id: string) => boolean,
): [string, SeveritySetting] {
  const [id = "", value = ""] = setting.split("=", 2);
  const severity = severitySettings.find((known) => known === value);
  if (!isRule(id))
    throw new UsageError(
      `There is no rule "${id}" (in --rule ${setting}). "weeknotes --help" lists them.`,
    );
  if (!severity)
    throw new UsageError(
      `"${value}" is no severity (in --rule ${setting}). Use one of: ${severitySettings.join(", ")}`,
    );
  return [id, severity];
}

function readCount(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new UsageError(
    `--max-warnings takes a whole number, and "${text}" is none`,
  );
}
