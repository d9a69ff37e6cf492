import { createGitHub, type GitHubClient } from "../github/client.js";
import { cacheOfUser } from "../lsp/node-cache.js";
import { tokensOfUser } from "../lsp/node-tokens.js";
import { messageOf } from "../lsp/text-file.js";
import { allRules } from "../rules/all-rules.js";
import { rulePage } from "../rules/rule-page.js";
import { type CheckOptions, readArguments, UsageError } from "./arguments.js";
import { check } from "./check.js";
import { FileError } from "./files.js";
import { formats } from "./formats/formats.js";
import { help } from "./help.js";
import { countBySeverity } from "./report.js";
import { version } from "./version.js";

/** All of the process that the command line touches. */
export interface Environment {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isTerminal: boolean;
  /** Milliseconds since the epoch. */
  now(): number;
  write(text: string): void;
  writeError(text: string): void;
}

const exit = { clean: 0, findings: 1, trouble: 2 };

/** Runs one command and gives the exit status; see `help`. */
export async function runCommandLine(
  argv: readonly string[],
  environment: Environment,
): Promise<number> {
  try {
    return await run(argv, environment);
  } catch (error) {
    const expected = error instanceof UsageError || error instanceof FileError;
    const detail =
      !expected && error instanceof Error ? error.stack : messageOf(error);
    environment.writeError(`weeknotes: ${detail}\n`);
    return exit.trouble;
  }
}

async function run(
  argv: readonly string[],
  environment: Environment,
): Promise<number> {
  const command = readArguments(argv, (id) =>
    allRules.some((rule) => rule.id === id),
  );
  switch (command.command) {
    case "help":
      environment.write(help(allRules));
      return exit.clean;
    case "version":
      environment.write(`${version}\n`);
      return exit.clean;
    case "explain": {
      const rule = allRules.find(({ id }) => id === command.ruleId);
      environment.write(rule ? rulePage(rule) : "");
      return exit.clean;
    }
    case "server":
      // Loaded on demand: a check needs nothing of it.
      (await import("./serve.js")).serveEditor(environment.env);
      return exit.clean;
    case "check":
      return runCheck(command, environment);
  }
}

async function runCheck(
  options: CheckOptions,
  environment: Environment,
): Promise<number> {
  const { cwd, env } = environment;
  const github = options.online ? await createOnline(environment) : undefined;
  let crashed = false;
  const reports = await check(options, cwd, github, (problem) => {
    crashed = true;
    environment.writeError(`weeknotes: ${problem}\n`);
  });
  await github?.flush();
  const output = formats[options.format](reports, {
    cwd,
    color: options.color ?? (environment.isTerminal && !env.NO_COLOR),
    version,
    now: environment.now(),
  });
  if (output !== "") environment.write(`${output}\n`);
  if (crashed) return exit.trouble;
  const { error, warning } = countBySeverity(reports);
  return error > 0 || warning > options.maxWarnings
    ? exit.findings
    : exit.clean;
}

async function createOnline({ env, now }: Environment): Promise<GitHubClient> {
  // GitHub Actions sets it, to the API of its own host.
  const apiUrl = env.GITHUB_API_URL || undefined;
  const { token, publicToken } = await tokensOfUser(env, apiUrl);
  return createGitHub({
    now,
    file: cacheOfUser(env, process.platform),
    ...(token && { token }),
    ...(publicToken && { publicToken }),
    ...(apiUrl && { apiUrl }),
  });
}
