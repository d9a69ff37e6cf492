import type { MessagePort } from "node:worker_threads";
import { messageOf } from "../lsp/text-file.js";
import { allRules } from "../rules/all-rules.js";
import { rulePage } from "../rules/rule-page.js";
import { type CheckOptions, readArguments, UsageError } from "./arguments.js";
import { type CheckTools, check } from "./check.js";
import { type CheckerOptions, createChecker } from "./checker.js";
import type { Threads } from "./crew.js";
import { FileError } from "./files.js";
import { formats } from "./formats/formats.js";
import { help } from "./help.js";
import { createProgress } from "./progress.js";
import { countBySeverity, type FileReport } from "./report.js";
import { version } from "./version.js";
import { answerCalls } from "./worker.js";

/** All of the process that the command line touches. */
export interface Environment {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isTerminal: boolean;
  /** Whether what `writeError` writes is seen at a terminal. */
  readonly isErrorTerminal: boolean;
  /** To check on; without them all is done on this one. */
  readonly threads?: Threads;
  /** Milliseconds since the epoch. */
  now(): number;
  write(text: string): void;
  writeError(text: string): void;
  /** From now on the signal says when the program should end, which it does by itself. */
  interruption(): AbortSignal;
}

const exit = { clean: 0, findings: 1, trouble: 2 };

/** Runs one command and gives the exit status, see `help`; none where it was interrupted. Nothing is half done then. */
export async function runCommandLine(
  argv: readonly string[],
  environment: Environment,
): Promise<number | undefined> {
  try {
    return await run(argv, environment);
  } catch (error) {
    if (error instanceof Interrupted) return undefined;
    const expected = error instanceof UsageError || error instanceof FileError;
    const detail =
      !expected && error instanceof Error ? error.stack : messageOf(error);
    environment.writeError(`weeknotes: ${detail}\n`);
    return exit.trouble;
  }
}

/** Runs in the threads that a check starts. */
export function runThread(port: MessagePort, options: CheckerOptions): void {
  answerCalls(port, createChecker(options));
}

class Interrupted extends Error {}

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
  // Loaded on demand: most checks need nothing of it.
  const github = options.online
    ? await (await import("./online.js")).createOnline(env, environment.now)
    : undefined;
  const reports = await checkInSight(options, github, environment);
  await github?.flush();
  const problems = reports.flatMap((report) => report.problems);
  for (const problem of problems)
    environment.writeError(`weeknotes: ${problem}\n`);
  const output = formats[options.format](reports, {
    cwd,
    color: options.color ?? (environment.isTerminal && !env.NO_COLOR),
    version,
    now: environment.now(),
  });
  if (output !== "") environment.write(`${output}\n`);
  if (problems.length > 0) return exit.trouble;
  const { error, warning } = countBySeverity(reports);
  return error > 0 || warning > options.maxWarnings
    ? exit.findings
    : exit.clean;
}

/** Tells how far it is, and ends when it is interrupted. */
async function checkInSight(
  options: CheckOptions,
  github: CheckTools["github"],
  environment: Environment,
): Promise<readonly FileReport[]> {
  const { cwd, env, threads, isErrorTerminal, now, writeError } = environment;
  const isWatched = isErrorTerminal && !env.CI && env.TERM !== "dumb";
  const progress = createProgress(
    isWatched ? { now, write: writeError } : undefined,
  );
  const signal = environment.interruption();
  const checking = check(options, { cwd, github, threads, progress, signal });
  try {
    // Files that are being written are finished first.
    return await (options.fix
      ? checking
      : Promise.race([checking, abortionOf(signal)]));
  } catch (error) {
    throw signal.aborted ? new Interrupted() : error;
  } finally {
    progress.clear();
  }
}

function abortionOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason));
  });
}
