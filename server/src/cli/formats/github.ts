import { relative, sep } from "node:path";
import type { Severity } from "../../rules/rule.js";
import type { Format } from "../report.js";

/**
 * Workflow commands: GitHub Actions shows each as an annotation in the pull request.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#setting-a-warning-message
 */
export const github: Format = (reports, { cwd }) =>
  reports
    .flatMap(({ path, messages }) =>
      messages.map(({ ruleId, severity, message, range }) => {
        const { start, end } = range;
        const properties = Object.entries({
          file: relative(cwd, path).split(sep).join("/"),
          line: start.line + 1,
          endLine: end.line + 1,
          // GitHub shows columns only for an annotation of one line.
          ...(start.line === end.line && {
            col: start.character + 1,
            endColumn: end.character + 1,
          }),
          title: ruleId,
        }).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
        return `::${commands[severity]} ${properties.join(",")}::${escapeData(message)}`;
      }),
    )
    .join("\n");

const commands: Record<Severity, "error" | "warning" | "notice"> = {
  error: "error",
  warning: "warning",
  information: "notice",
  hint: "notice",
};

function escapeData(text: string): string {
  return text
    .replaceAll("%", "%25")
    .replaceAll("\r", "%0D")
    .replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
