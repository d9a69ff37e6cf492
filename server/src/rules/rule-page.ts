import type { Example, Rule } from "./rule.js";
import { statusWords } from "./status-words.js";

/** The documentation page of a rule, in Markdown. */
export function rulePage(rule: Rule): string {
  const wrong = rule.examples.filter(({ messages }) => messages?.length);
  const right = rule.examples.filter(({ messages }) => !messages?.length);
  return [
    `# ${rule.id}`,
    `${rule.summary}. Severity by default: **${rule.severity}**.`,
    ...(rule.online ? [needsGitHub] : []),
    ...(rule.convention ? [isConvention] : []),
    rule.documentation,
    ...(wrong.length > 0 ? ["## Reported", ...wrong.map(example)] : []),
    ...(right.length > 0 ? ["## Left alone", ...right.map(example)] : []),
    "## Settings",
    `\`"weeknotes.rules": { "${rule.id}": "off" }\` in the editor, \`"rules": { "${rule.id}": "off" }\` in \`weeknotes.json\`, or \`--rule ${rule.id}=off\` on the command line; \`hint\`, \`information\`, \`warning\` and \`error\` change how loudly it speaks.`,
    "In a post:",
    fenced(
      `<!-- weeknotes-disable-next-line ${rule.id} -->\nOne line without it.\n\nThis line without it. <!-- weeknotes-disable-line ${rule.id} -->\n\n<!-- weeknotes-disable ${rule.id} -->\n\nAll of this without it.\n\n<!-- weeknotes-enable ${rule.id} -->\n`,
    ),
    `In front matter, where HTML has no place, a YAML comment says the same: \`# weeknotes-disable-next-line ${rule.id}\`.`,
  ]
    .join("\n\n")
    .concat("\n");
}

const needsGitHub =
  "It needs what GitHub says: in the editor it speaks of open posts while `weeknotes.github.enabled` is on, on the command line with `--online`.";

const isConvention =
  "It speaks of posts only (see `weeknotes.posts`), and is off for a site most of whose posts break it: then it is no convention there.";

function example({
  title,
  markdown,
  messages = [],
  fixed,
  others = {},
  siteFiles = {},
  repositories = [],
  settings = {},
  fileName,
  statuses = {},
  account = "signed-in",
}: Example): string {
  return [
    `### ${title}`,
    fenced(withoutMarks(markdown)),
    ...(repositories.length > 0
      ? [`With \`"weeknotes.repositories": ${JSON.stringify(repositories)}\`.`]
      : []),
    ...Object.entries(settings).map(
      ([name, value]) =>
        `With \`"weeknotes.${name}": ${JSON.stringify(value)}\`.`,
    ),
    ...(fileName === undefined ? [] : [`In \`${fileName}\`.`]),
    ...githubSays(statuses, account),
    ...Object.entries(siteFiles).flatMap(([name, text]) => [
      `With \`${name}\`:`,
      fenced(text, name.slice(name.lastIndexOf(".") + 1)),
    ]),
    ...Object.entries(others).flatMap(([name, text]) => [
      `Beside it, \`${name}\`:`,
      fenced(text),
    ]),
    ...(messages.length > 0
      ? [messages.map((message) => `- ${escapeBrackets(message)}`).join("\n")]
      : []),
    ...(fixed === undefined ? [] : ["Fixed:", fenced(fixed)]),
  ].join("\n\n");
}

function githubSays(
  statuses: NonNullable<Example["statuses"]>,
  account: string,
): string[] {
  const lines = Object.entries(statuses).map(
    ([url, result]) => `- <${url}>: ${escapeBrackets(statusWords(result))}`,
  );
  if (lines.length === 0) return [];
  const without = account === "signed-in" ? "" : ", without an account";
  return [`GitHub says${without}:`, lines.join("\n")];
}

/** An example's text as an author has it. */
function withoutMarks(markdown: string): string {
  return markdown.replace(/[⟦⟧]/g, "");
}

/** A fence is longer than any in the text (CommonMark §4.5). */
function fenced(text: string, language = "markdown"): string {
  const longest = Math.max(
    2,
    ...[...text.matchAll(/`+/g)].map(([run]) => run.length),
  );
  const fence = "`".repeat(longest + 1);
  const body = text.replace(/\r\n?/g, "\n");
  return `${fence}${language}\n${body}${body.endsWith("\n") ? "" : "\n"}${fence}`;
}

/** Messages quote labels; on the page they must not become links. */
function escapeBrackets(message: string): string {
  return message.replace(/[[\]<>*_`\\]/g, "\\$&");
}
