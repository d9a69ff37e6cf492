import type { TextEdit } from "vscode-languageserver-types";
import { applyEdits } from "../markdown/edits/apply.js";
import { parse } from "../markdown/parse.js";
import { overlaps } from "../markdown/span.js";
import type { Post } from "../workspace/post.js";
import { changedLines } from "./changed-lines.js";
import { type CheckOptions, checkPost, type Diagnosed } from "./check.js";
import type { EditFix, Finding, Rule } from "./rule.js";

/** One fix may uncover another mistake; no text needs more rounds than this. */
const mostRounds = 10;

/**
 * All fixes that leave nothing to choose, as edits of the post as it is. Repeated until they change nothing more, so
 * that a fix may follow from another; only lines that end up different are touched.
 */
export function fixAll(post: Post, options: CheckOptions = {}): TextEdit[] {
  let current = post;
  const seen = new Set([post.document.text]);
  for (let round = 0; round < mostRounds; round++) {
    const edits = certainEdits(current, checkPost(current, options), options);
    const text = applyEdits(current.document, edits);
    if (seen.has(text)) break;
    seen.add(text);
    current = { ...current, document: parse(text, post.document.syntax) };
  }
  return changedLines(post.document.text, current.document.text);
}

/** The certain fixes that do not meet; the next round takes the others. */
function certainEdits(
  post: Post,
  diagnosed: readonly Diagnosed[],
  { onCrash }: CheckOptions,
): TextEdit[] {
  const { lines } = post.document;
  const taken: TextEdit[] = [];
  const take = (edits: readonly TextEdit[]) => {
    const meets = edits.some((edit) =>
      taken.some((other) =>
        overlaps(lines.spanOf(edit.range), lines.spanOf(other.range)),
      ),
    );
    if (!meets) taken.push(...edits);
  };

  const together = new Map<Rule, Finding[]>();
  for (const { rule, finding } of diagnosed) {
    if (rule.fixTogether) {
      together.set(rule, [...(together.get(rule) ?? []), finding]);
    } else {
      take(certainFix(finding)?.edits ?? []);
    }
  }
  for (const [rule, findings] of together) {
    try {
      take(rule.fixTogether?.(post, findings) ?? []);
    } catch (error) {
      onCrash?.(rule, error);
    }
  }
  return taken;
}

function certainFix({ fixes }: Finding): EditFix | undefined {
  return fixes().find(
    (fix): fix is EditFix => fix.kind === "edit" && fix.certain,
  );
}
