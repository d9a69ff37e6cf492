/** The same text in memory of its own: a slice would keep all of the text it comes from. */
export function detached(text: string): string {
  return ` ${text}`.slice(1);
}
