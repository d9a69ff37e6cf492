/** Whether two lists hold the very same values. */
export function sameItems(
  a: readonly unknown[],
  b: readonly unknown[],
): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
