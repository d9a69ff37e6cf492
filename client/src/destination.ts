/** What is wrong with a destination as somebody typed it; undefined if nothing is. */
export function destinationProblem(typed: string): string | undefined {
  const destination = typed.trim();
  if (destination === "") return "Type a URL.";
  if (/\s/.test(destination)) return "A URL holds no spaces.";
  if (/^(?:\.{0,2}\/|#)./.test(destination)) return undefined;
  if (!/^[a-z][a-z0-9+.-]*:/i.test(destination))
    return "Type the whole URL, with https:// in front.";
  return URL.canParse(destination) ? undefined : "This is no URL.";
}
