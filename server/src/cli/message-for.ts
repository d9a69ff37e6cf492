import type { Diagnosed } from "../rules/check.js";
import type { Post } from "../workspace/post.js";
import type { Message, TextReplacement } from "./report.js";

/** A finding as the formats write it. */
export function messageFor(
  { document }: Post,
  { rule, finding, severity }: Diagnosed,
): Message {
  const { lines, text } = document;
  const certain = finding
    .fixes()
    .find((fix) => fix.kind === "edit" && fix.certain);
  const fix =
    certain?.kind === "edit"
      ? oneReplacement(
          text,
          certain.edits.map(({ range, newText }) => ({
            ...lines.spanOf(range),
            text: newText,
          })),
        )
      : undefined;
  return {
    ruleId: rule.id,
    severity,
    message: finding.message,
    range: lines.rangeOf(finding.span),
    ...(fix && { fix: { ...fix, range: lines.rangeOf(fix) } }),
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
