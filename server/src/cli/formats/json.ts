import type { Severity } from "../../rules/rule.js";
import type { Format, Message } from "../report.js";

/**
 * ESLint's result format, which editors and CI services read: 1-based lines and columns (UTF-16), severity 1 or 2.
 * `level` tells a hint or information from a warning.
 * https://eslint.org/docs/latest/use/formatters/#json
 */
export const json: Format = (reports) =>
  JSON.stringify(
    reports.map(({ path, messages, statuses }) => ({
      filePath: path,
      messages: messages.map(eslintMessage),
      errorCount: messages.filter(isError).length,
      warningCount: messages.length - messages.filter(isError).length,
      ...(statuses && { statuses }),
    })),
    undefined,
    2,
  );

function eslintMessage(message: Message) {
  const { ruleId, severity, range, fix } = message;
  return {
    ruleId,
    severity: eslintSeverity[severity],
    level: severity,
    message: message.message,
    line: range.start.line + 1,
    column: range.start.character + 1,
    endLine: range.end.line + 1,
    endColumn: range.end.character + 1,
    ...(fix && { fix: { range: [fix.start, fix.end], text: fix.text } }),
  };
}

const eslintSeverity: Record<Severity, 1 | 2> = {
  error: 2,
  warning: 1,
  information: 1,
  hint: 1,
};

function isError({ severity }: Message): boolean {
  return severity === "error";
}
