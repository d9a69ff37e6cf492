const maxLength = 60;

/** A label as messages and menus quote it: on one line, in its brackets. */
export function quoted(label: string): string {
  const line = label.trim().replace(/\s+/g, " ");
  return `[${line.length <= maxLength ? line : `${line.slice(0, maxLength - 1)}…`}]`;
}
