import type { Range } from "vscode-languageserver-types";
import type { Severity } from "../rules/rule.js";
import type { Answer } from "../targets/github-port.js";
import type { Target } from "../targets/target.js";

/** What was found in one file. */
export interface FileReport {
  /** Absolute path. */
  readonly path: string;
  readonly messages: readonly Message[];
  /** How many findings `--fix` took away. */
  readonly fixed: number;
  /** One line for each rule that failed; the others' findings are there. */
  readonly problems: readonly string[];
  /** With `--online`: every target the post names and what GitHub says of it. */
  readonly statuses?: readonly TargetStatus[];
}

export interface Message {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  /**
   * In what the file holds now: after `--fix`, in the fixed text. 0-based, UTF-16 columns, as in the Language Server
   * Protocol; the formats write what their readers expect.
   */
  readonly range: Range;
  /** The edit `--fix` would make. */
  readonly fix?: TextReplacement & { readonly range: Range };
}

/** Offsets are UTF-16 code units from the start of the text. */
export interface TextReplacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface TargetStatus {
  readonly label: string;
  readonly target: Target;
  readonly answer: Answer;
}

/** What a format needs besides the reports. */
export interface FormatContext {
  /** Paths are shown relative to it. */
  readonly cwd: string;
  readonly color: boolean;
  readonly version: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

export type Format = (
  reports: readonly FileReport[],
  context: FormatContext,
) => string;

export function countBySeverity(
  reports: readonly FileReport[],
): Record<Severity, number> {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const report of reports)
    for (const { severity } of report.messages) counts[severity]++;
  return counts;
}
