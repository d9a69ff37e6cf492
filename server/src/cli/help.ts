import type { Rule } from "../rules/rule.js";
import { formatNames } from "./arguments.js";

export function help(rules: readonly Rule[]): string {
  const width = Math.max(...rules.map(({ id }) => id.length));
  return `Checks the references of team reports written in Markdown.

Usage
  weeknotes check [options] [files, folders or globs]   the current folder if none is given
  weeknotes explain <rule>                              what a rule is for, with examples
  weeknotes server --stdio                              the language server, for any editor
  weeknotes --help | --version

Options of check
  --fix                  write the fixes that have one right answer
  --format <name>        ${formatNames.join(", ")} (default: pretty)
  --rule <id>=<severity> off, hint, information, warning, error or default; may be repeated
  --max-warnings <n>     exit with 0 while there are no errors and at most n warnings (default: 0)
  --online               ask GitHub for the state of every reference and run the rules that need
                         it; GITHUB_TOKEN, GH_TOKEN or else the sign-in of GitHub's own gh raises
                         its limits and shows private repositories
  --[no-]color           default: color on a terminal, unless NO_COLOR is set

Settings are read from the nearest weeknotes.json in the folder of a file or above it. The other
Markdown files beside and below that weeknotes.json (else in the repository) tell what a label means.

Rules
${rules.map(({ id, severity, summary }) => `  ${id.padEnd(width)}  ${severity.padEnd(11)}  ${summary}`).join("\n")}

Exit status
  0  no errors, and no more warnings than --max-warnings; hints and information do not count
  1  findings
  2  wrong usage, an unreadable file, or a weeknotes.json that cannot be read

Examples
  weeknotes check blog
  weeknotes check --fix 'blog/2022-*.md'
  weeknotes check --format sarif blog > weeknotes.sarif
`;
}
