import { relative } from "node:path";
import { createColors } from "picocolors";
import type { Severity } from "../../rules/rule.js";
import { isFailure } from "../../targets/github-port.js";
import {
  countBySeverity,
  type FileReport,
  type Format,
  type FormatContext,
  type TargetStatus,
} from "../report.js";

type Colors = ReturnType<typeof createColors>;

/** For a person at a terminal: a block per file with findings, then one line that sums up. */
export const pretty: Format = (reports, context) => {
  const colors = createColors(context.color);
  const blocks = reports
    .filter(
      ({ messages, statuses }) => messages.length + (statuses?.length ?? 0),
    )
    .map((report) => fileBlock(report, context, colors));
  return [...blocks, summary(reports, colors)].join("\n\n");
};

function fileBlock(
  { path, messages, statuses = [] }: FileReport,
  { cwd }: FormatContext,
  colors: Colors,
): string {
  const rows = messages.map(({ range, severity, message, ruleId }) => ({
    place: `${range.start.line + 1}:${range.start.character + 1}`,
    severity,
    message: printable(message),
    ruleId,
  }));
  const width = (column: "place" | "severity" | "message") =>
    Math.min(Math.max(...rows.map((row) => row[column].length), 0), 100);
  const [placeWidth, severityWidth, messageWidth] = [
    width("place"),
    width("severity"),
    width("message"),
  ];
  return [
    colors.underline(relative(cwd, path) || path),
    ...rows.map(({ place, severity, message, ruleId }) =>
      [
        ` ${colors.dim(place.padStart(placeWidth))}`,
        severityColor(colors, severity)(severity.padEnd(severityWidth)),
        message.padEnd(messageWidth),
        colors.dim(ruleId),
      ].join("  "),
    ),
    ...statuses.map((status) => statusLine(status, colors)),
  ].join("\n");
}

function statusLine({ label, answer }: TargetStatus, colors: Colors): string {
  const { result } = answer;
  if (isFailure(result)) {
    const detail = "detail" in result ? ` (${result.detail})` : "";
    return `  ${colors.dim(result.reason.padEnd(12))}  ${label}${detail}`;
  }
  const state = "state" in result ? result.state : result.kind;
  const title =
    "title" in result
      ? result.title
      : "description" in result
        ? result.description
        : "";
  return `  ${state.padEnd(12)}  ${label}  ${colors.dim(printable(title))}`;
}

/** Text of posts and of GitHub may hold control characters that would drive the terminal. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, " ");
}

function summary(reports: readonly FileReport[], colors: Colors): string {
  const counts = countBySeverity(reports);
  const files = plural(reports.length, "file");
  const fixed = reports.reduce((sum, report) => sum + report.fixed, 0);
  const fixable = reports
    .flatMap(({ messages }) => messages)
    .filter(({ fix }) => fix).length;
  const found = (["error", "warning", "information", "hint"] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) =>
      severityColor(
        colors,
        severity,
      )(
        severity === "information"
          ? `${counts[severity]} information`
          : plural(counts[severity], severity),
      ),
    );
  const sentences = [
    found.length === 0
      ? `${colors.green("No findings")} in ${files}.`
      : `${found.join(", ")} in ${reports.filter(({ messages }) => messages.length).length} of ${files}.`,
  ];
  if (fixed > 0) sentences.push(`${plural(fixed, "finding")} fixed.`);
  if (fixable > 0)
    sentences.push(
      `--fix can take care of ${fixable === 1 ? "one" : fixable}.`,
    );
  return sentences.join(" ");
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function severityColor(colors: Colors, severity: Severity) {
  const bySeverity: Record<Severity, (text: string) => string> = {
    error: colors.red,
    warning: colors.yellow,
    information: colors.cyan,
    hint: colors.dim,
  };
  return bySeverity[severity];
}
