import { relative } from "node:path";
import { replaceFile } from "../lsp/replace-file.js";
import { messageOf } from "../lsp/text-file.js";
import { applyEdits } from "../markdown/edits/apply.js";
import { checkPost, type CheckOptions as RuleOptions } from "../rules/check.js";
import { fixAll } from "../rules/fix-all.js";
import { lookUp, onlineOf } from "../rules/online.js";
import type { GitHub } from "../targets/github-port.js";
import type { Post } from "../workspace/post.js";
import { FileError, readText } from "./files.js";
import { messageFor } from "./message-for.js";
import {
  type OpenProject,
  openProject,
  type Project,
  readExcerpt,
} from "./project.js";
import type { FileReport, TargetStatus } from "./report.js";
import { targetsOf } from "./targets-of.js";

/** Does the work of a check, in this thread or in another one. Whatever goes in and comes out may be sent to a thread. */
export interface Checker {
  /** What each post says, as `readExcerpt` gives it; undefined for a file that cannot be read. */
  read(paths: readonly string[]): Promise<(string | undefined)[]>;
  /** What is checked next is of this project. */
  open(project: Project): Promise<void>;
  /**
   * Checks files of the open project, and with `fix` writes what has one right answer.
   * @throws FileError: one of them cannot be read or written.
   */
  check(paths: readonly string[]): Promise<FileReport[]>;
}

export interface CheckerOptions {
  readonly fix: boolean;
  /** Messages speak of files as seen from here. */
  readonly cwd: string;
}

/** A checker in this thread. */
export function createChecker(
  { fix, cwd }: CheckerOptions,
  github?: GitHub,
): Checker {
  let project: OpenProject | undefined;

  async function checkFile(
    path: string,
    { post: postOf }: OpenProject,
  ): Promise<FileReport> {
    const text = readText(path);
    const problems: string[] = [];
    const crashes: RuleOptions = {
      onCrash: ({ id }, error) =>
        problems.push(`The rule ${id} failed on ${path}: ${messageOf(error)}`),
    };
    let post = await withStatuses(postOf(path, text), github);
    let diagnosed = checkPost(post, crashes);
    const found = diagnosed.length;
    if (fix) {
      const fixed = applyEdits(post.document, fixAll(post, crashes));
      if (fixed !== text) {
        await write(path, fixed, cwd);
        post = await withStatuses(postOf(path, fixed), github);
        diagnosed = checkPost(post, crashes);
      }
    }
    return {
      path,
      messages: diagnosed.map((one) => messageFor(post, one)),
      fixed: Math.max(0, found - diagnosed.length),
      problems,
      ...(github && { statuses: await statuses(post, github) }),
    };
  }

  return {
    async read(paths) {
      return paths.map((path) => {
        try {
          return readExcerpt(path, readText(path));
        } catch {
          // A neighbour that cannot be read teaches nothing; as a file to check it is an error.
          return undefined;
        }
      });
    },
    async open(next) {
      project = openProject(next);
    },
    async check(paths) {
      if (!project) throw new Error("No project is open");
      const reports: FileReport[] = [];
      for (const path of paths) reports.push(await checkFile(path, project));
      return reports;
    },
  };
}

/** Asks GitHub for all that a post names, before anything is said of it. */
async function withStatuses(
  post: Post,
  github: GitHub | undefined,
): Promise<Post> {
  if (!github) return post;
  await lookUp(post, github);
  const online = onlineOf(github);
  return online ? { ...post, online } : post;
}

async function statuses(post: Post, github: GitHub): Promise<TargetStatus[]> {
  const named = targetsOf(post);
  const answers = await github.statuses(named.map(({ target }) => target));
  return named.flatMap(({ label, target }, index) => {
    const answer = answers[index];
    return answer ? [{ label, target, answer }] : [];
  });
}

/** Atomic, so that a full disk or a crash leaves the file as it was. */
async function write(path: string, text: string, cwd: string): Promise<void> {
  try {
    await replaceFile(path, text);
  } catch (error) {
    throw new FileError(
      `Cannot write ${relative(cwd, path)}: ${messageOf(error)}`,
    );
  }
}
