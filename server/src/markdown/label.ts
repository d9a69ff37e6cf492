import { normalizeIdentifier } from "micromark-util-normalize-identifier";

/** CommonMark §4.7: "at most 999 characters inside the square brackets". */
const maxLabelLength = 999;

/**
 * What two labels are compared by (CommonMark §4.7 "matches"): trimmed, inner white space collapsed, Unicode case folded.
 * The label is its source text: `a\_b` and `a_b` are different labels.
 */
export function labelKey(label: string): string {
  // Of such letters nothing is folded but their case.
  return /^[!-~]+$/.test(label)
    ? label.toUpperCase()
    : normalizeIdentifier(label);
}

/** Whether a source text may stand between the brackets of a label (CommonMark §4.7; §2.3 for NUL). */
export function isLabel(text: string): boolean {
  return (
    text.length <= maxLabelLength &&
    !text.includes("\0") &&
    /[^\t\n\r ]/.test(text) &&
    /^(?:[^\\[\]]|\\[\s\S])*$/.test(text)
  );
}
