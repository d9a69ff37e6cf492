import { relative, sep } from "node:path";
import { check } from "../../../server/src/cli/check.js";
import { createProgress } from "../../../server/src/cli/progress.js";
import type { Severity } from "../../../server/src/rules/rule.js";
import type { Place, Verdict } from "./verdicts.js";

export interface Found extends Place {
  readonly severity: Severity;
  readonly message: string;
}

/** What the rules that need no network say of all posts below a folder. */
export async function findingsIn(folder: string): Promise<Found[]> {
  const reports = await check(
    {
      paths: [folder],
      fix: false,
      format: "json",
      rules: {},
      maxWarnings: 0,
      online: false,
      color: false,
    },
    {
      cwd: folder,
      github: undefined,
      threads: undefined,
      progress: createProgress(undefined),
      signal: new AbortController().signal,
    },
  );
  const [problem] = reports.flatMap(({ problems }) => problems);
  if (problem !== undefined) throw new Error(problem);
  return reports.flatMap(({ path, messages }) =>
    messages.map(({ ruleId, range, severity, message }) => ({
      path: relative(folder, path).split(sep).join("/"),
      line: range.start.line + 1,
      rule: ruleId,
      severity,
      message,
    })),
  );
}

/** Findings and verdicts, each with its counterpart if it has one. */
export interface Judged {
  readonly judged: readonly {
    readonly found: Found;
    readonly verdict: Verdict;
  }[];
  /** Nobody has read these. */
  readonly unjudged: readonly Found[];
  /** Mistakes that no rule finds. */
  readonly missed: readonly Verdict[];
}

export function judge(
  findings: readonly Found[],
  verdicts: readonly Verdict[],
): Judged {
  const open = new Map<string, Verdict[]>();
  for (const verdict of verdicts) {
    const key = keyOf(verdict);
    open.set(key, [...(open.get(key) ?? []), verdict]);
  }
  const judged: { found: Found; verdict: Verdict }[] = [];
  const unjudged: Found[] = [];
  for (const found of findings) {
    const verdict = open.get(keyOf(found))?.shift();
    if (verdict) judged.push({ found, verdict });
    else unjudged.push(found);
  }
  const missed = [...open.values()].flat().filter(({ right }) => right);
  return { judged, unjudged, missed };
}

function keyOf({ path, line, rule }: Place): string {
  return `${path}\t${line}\t${rule}`;
}

/** How often a rule is right, and how much of what it should find it finds. */
export interface RuleFigures {
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
  readonly unjudged: number;
}

export function figuresOf({ judged, unjudged, missed }: Judged): RuleFigures {
  const right = judged.filter(({ verdict }) => verdict.right).length;
  return {
    right,
    wrong: judged.length - right,
    missed: missed.length,
    unjudged: unjudged.length,
  };
}

/** The part of one rule. */
export function partOf(
  { judged, unjudged, missed }: Judged,
  rule: string,
): Judged {
  return {
    judged: judged.filter(({ found }) => found.rule === rule),
    unjudged: unjudged.filter((one) => one.rule === rule),
    missed: missed.filter((one) => one.rule === rule),
  };
}
