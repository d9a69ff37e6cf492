/**
 * One spelling for every URI. Editors and Node percent-encode paths differently (`%20`, `(`, `c:` or `c%3A`), and a post
 * must not be another one for it: everything but letters, digits and `-._~/` is encoded, as VS Code does.
 */
export function normalizeUri(uri: string): string {
  if (normalUri.test(uri)) return uri;
  const parts = /^([A-Za-z][A-Za-z0-9+.-]*):\/\/([^/?#]*)([^?#]*)(.*)$/.exec(
    uri,
  );
  if (!parts) return uri;
  const [, scheme = "", authority = "", path = "", rest = ""] = parts;
  return `${scheme.toLowerCase()}://${authority}${encodePath(decodePath(path))}${rest}`;
}

/** A URI with nothing in its path to encode: most are, and ten thousand are looked at when a session begins. */
const normalUri = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*[\w.~/-]*$/;

/** The URI of a path relative to a folder; `/` between segments. */
export function joinUri(folder: string, relativePath: string): string {
  const root = folder.endsWith("/") ? folder : `${folder}/`;
  return normalizeUri(root) + encodePath(relativePath);
}

/** The folder a file lies in, without a final slash; itself at the root. */
export function parentUri(uri: string): string {
  const path = /^[^:]+:\/\/[^/]*/.exec(uri)?.[0].length ?? 0;
  const slash = uri.lastIndexOf("/");
  return slash <= path ? uri : uri.slice(0, slash);
}

export function isInFolder(uri: string, folder: string): boolean {
  return (
    uri.startsWith(folder) &&
    (folder.endsWith("/") || uri.charAt(folder.length) === "/")
  );
}

/** Whether a file is a post by its name. */
export function isPostUri(uri: string): boolean {
  return /\.(?:md|mdx|markdown)$/i.test(uri);
}

/** Whether a file says what settings hold for the posts beside and below it. */
export function isConfigurationUri(uri: string): boolean {
  return uri.endsWith("/weeknotes.json");
}

/** Whether a file says which others are no posts of the workspace. */
export function isIgnoreUri(uri: string): boolean {
  return uri.endsWith("/.gitignore");
}

function decodePath(path: string): string {
  try {
    const decoded = decodeURIComponent(path);
    return decoded.replace(/^\/[A-Z]:/, (drive) => drive.toLowerCase());
  } catch {
    return path;
  }
}

function encodePath(path: string): string {
  if (/^[\w.~/-]*$/.test(path)) return path;
  return path
    .split("/")
    .map((segment) =>
      encodeURIComponent(segment).replace(
        /[!'()*]/g,
        (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
      ),
    )
    .join("/");
}
