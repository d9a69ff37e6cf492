import { relative } from "node:path";
import { replaceFile } from "../lsp/replace-file.js";
import { messageOf } from "../lsp/text-file.js";
import { applyEdits } from "../markdown/edits/apply.js";
import {
  checkPost,
  type Diagnosed,
  type CheckOptions as RuleOptions,
} from "../rules/check.js";
import { fixAll } from "../rules/fix-all.js";
import { lookUp, onlineOf } from "../rules/online.js";
import type { GitHub } from "../targets/github-port.js";
import type { Post } from "../workspace/post.js";
import type { CheckOptions } from "./arguments.js";
import { FileError, findFiles, readText } from "./files.js";
import { createProjects } from "./project.js";
import type {
  FileReport,
  Message,
  TargetStatus,
  TextReplacement,
} from "./report.js";
import { targetsOf } from "./targets-of.js";

/**
 * Checks the files that `options.paths` name, and with `fix` writes what has one right answer. Reports are in order of
 * path. `onCrash` is told, in one line, of a rule that failed; the others go on.
 * @throws UsageError, FileError
 */
export async function check(
  options: CheckOptions,
  cwd: string,
  github: GitHub | undefined,
  onCrash: (problem: string) => void,
): Promise<FileReport[]> {
  const projectOf = createProjects(options.rules);
  const reports: FileReport[] = [];
  for (const path of await findFiles(options.paths, cwd)) {
    const project = await projectOf(path);
    const text = await readText(path);
    const crashes: RuleOptions = {
      onCrash: ({ id }, error) =>
        onCrash(`The rule ${id} failed on ${path}: ${messageOf(error)}`),
    };
    let post = await withStatuses(project.post(path, text), github);
    let diagnosed = checkPost(post, crashes);
    const found = diagnosed.length;
    if (options.fix) {
      const fixed = applyEdits(post.document, fixAll(post, crashes));
      if (fixed !== text) {
        await write(path, fixed, cwd);
        post = await withStatuses(project.post(path, fixed), github);
        diagnosed = checkPost(post, crashes);
      }
    }
    reports.push({
      path,
      text: post.document.text,
      messages: diagnosed.map((one) => messageFor(post, one)),
      fixed: Math.max(0, found - diagnosed.length),
      ...(github && { statuses: await statuses(post, github) }),
    });
  }
  return reports;
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

function messageFor(
  { document }: Post,
  { rule, finding, severity }: Diagnosed,
): Message {
  const certain = finding
    .fixes()
    .find((fix) => fix.kind === "edit" && fix.certain);
  const fix =
    certain?.kind === "edit"
      ? oneReplacement(
          document.text,
          certain.edits.map(({ range, newText }) => ({
            ...document.lines.spanOf(range),
            text: newText,
          })),
        )
      : undefined;
  return {
    ruleId: rule.id,
    severity,
    message: finding.message,
    range: document.lines.rangeOf(finding.span),
    ...(fix && { fix }),
  };
}

/** ESLint's and SARIF's readers know one replacement per finding: from the first edit to the last. */
function oneReplacement(
  text: string,
  edits: readonly TextReplacement[],
): TextReplacement | undefined {
  const sorted = [...edits].sort((a, b) => a.start - b.start);
  return sorted.reduce<TextReplacement | undefined>(
    (joined, edit) =>
      joined
        ? {
            start: joined.start,
            end: edit.end,
            text: joined.text + text.slice(joined.end, edit.start) + edit.text,
          }
        : edit,
    undefined,
  );
}

async function statuses(post: Post, github: GitHub): Promise<TargetStatus[]> {
  const named = targetsOf(post);
  const answers = await github.statuses(named.map(({ target }) => target));
  return named.flatMap(({ label, target }, index) => {
    const answer = answers[index];
    return answer ? [{ label, target, answer }] : [];
  });
}
