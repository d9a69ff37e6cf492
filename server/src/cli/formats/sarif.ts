import { relative, sep } from "node:path";
import { pathToFileURL } from "node:url";
import type { Range } from "vscode-languageserver-types";
import { allRules } from "../../rules/all-rules.js";
import type { Severity } from "../../rules/rule.js";
import { rulePage } from "../../rules/rule-page.js";
import type { FileReport, Format, Message } from "../report.js";

/**
 * SARIF 2.1.0, which code scanning services read.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export const sarif: Format = (reports, { cwd, version }) =>
  JSON.stringify(
    {
      $schema: "https://json.schemastore.org/sarif-2.1.0.json",
      version: "2.1.0",
      runs: [
        {
          tool: {
            driver: {
              name: "weeknotes",
              version,
              rules: allRules.map((rule) => ({
                id: rule.id,
                shortDescription: { text: `${rule.summary}.` },
                help: { text: rule.documentation, markdown: rulePage(rule) },
                defaultConfiguration: { level: levels[rule.severity] },
              })),
            },
          },
          columnKind: "utf16CodeUnits",
          originalUriBaseIds: {
            SRCROOT: { uri: `${pathToFileURL(cwd).href}/` },
          },
          results: reports.flatMap((report) =>
            report.messages.map((message) => result(report, message, cwd)),
          ),
        },
      ],
    },
    undefined,
    2,
  );

function result(report: FileReport, message: Message, cwd: string) {
  const artifactLocation = {
    uri: encodeURI(relative(cwd, report.path).split(sep).join("/")),
    uriBaseId: "SRCROOT",
  };
  return {
    ruleId: message.ruleId,
    level: levels[message.severity],
    message: { text: message.message },
    locations: [
      { physicalLocation: { artifactLocation, region: region(message.range) } },
    ],
    ...(message.fix && {
      fixes: [
        {
          artifactChanges: [
            {
              artifactLocation,
              replacements: [
                {
                  deletedRegion: region(message.fix.range),
                  insertedContent: { text: message.fix.text },
                },
              ],
            },
          ],
        },
      ],
    }),
  };
}

/** 1-based, as SARIF counts (§3.30.5, §3.30.6). */
function region({ start, end }: Range) {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

const levels: Record<Severity, "error" | "warning" | "note"> = {
  error: "error",
  warning: "warning",
  information: "note",
  hint: "note",
};
