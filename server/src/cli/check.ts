import type { GitHub } from "../targets/github-port.js";
import type { CheckOptions } from "./arguments.js";
import { createChecker } from "./checker.js";
import { type Crew, createCrew, type Member, type Threads } from "./crew.js";
import { findFiles } from "./files.js";
import { type FoundProject, findProjects } from "./find-projects.js";
import type { Progress } from "./progress.js";
import type { FileReport } from "./report.js";
import { share } from "./share.js";

/** What a check may use besides the files. */
export interface CheckTools {
  readonly cwd: string;
  /** Only one thread asks GitHub: with it there are no others. */
  readonly github: GitHub | undefined;
  readonly threads: Threads | undefined;
  readonly progress: Progress;
  /** Ends the check between two files; nothing is half written then. */
  readonly signal: AbortSignal;
}

/** Files that a thread is given at once: a few hundredths of a second's work. */
const batches = { read: 32, check: 16 };

/**
 * Checks the files that `options.paths` name, and with `fix` writes what has one right answer. Reports are in order of
 * path, and the same however many threads there are.
 * @throws UsageError, FileError
 */
export async function check(
  options: CheckOptions,
  { cwd, github, threads, progress, signal }: CheckTools,
): Promise<FileReport[]> {
  const files = await findFiles(options.paths, cwd);
  const checkerOptions = { fix: options.fix, cwd };
  const crew = createCrew(
    createChecker(checkerOptions, github),
    github ? undefined : threads,
    checkerOptions,
  );
  const batch = github ? 1 : batches.check;
  try {
    const reports = new Map<string, FileReport>();
    for (const project of await findProjects(files, options.rules)) {
      const hands = await open(project, crew, { progress, signal });
      const checked = await share(project.files, {
        batch,
        hands,
        signal,
        perform: (hand, paths) => hand.check(paths),
        report: (done) =>
          progress.report("Checking", reports.size + done, files.length),
      });
      for (const report of checked) reports.set(report.path, report);
    }
    return files.flatMap((path) => reports.get(path) ?? []);
  } finally {
    await crew.stop();
  }
}

/** Reads all posts of a project, and tells those who will check its files what they say. */
async function open(
  { posts, files, ...found }: FoundProject,
  crew: Crew,
  { progress, signal }: Pick<CheckTools, "progress" | "signal">,
): Promise<readonly Member[]> {
  const read = await share(posts, {
    batch: batches.read,
    hands: crew.handsFor(posts.length),
    signal,
    perform: (hand, paths) => hand.read(paths),
    report: (done) => progress.report("Reading", done, posts.length),
  });
  const excerpts = new Map<string, string>();
  for (const [index, path] of posts.entries()) {
    const excerpt = read[index];
    if (excerpt !== undefined) excerpts.set(path, excerpt);
  }
  const hands = crew.handsFor(files.length);
  await Promise.all(hands.map((hand) => hand.open({ ...found, excerpts })));
  return hands;
}
