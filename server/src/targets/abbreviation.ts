/**
 * Whether a word may stand for a repository's name: its last words (`db-sync` for cardano-db-sync), its initials (`on` for
 * ouroboros-network), or its singular (`cip` for CIPs). Without regard to case.
 */
export function isAbbreviation(word: string, name: string): boolean {
  const [short, long] = [word.toLowerCase(), name.toLowerCase()];
  if (short.length < 2 || short === long) return false;
  const initials = long
    .split(/[-_.]/)
    .map((part) => part.charAt(0))
    .join("");
  return (
    short === initials ||
    long === `${short}s` ||
    ["-", "_", "."].some((separator) => long.endsWith(separator + short))
  );
}
