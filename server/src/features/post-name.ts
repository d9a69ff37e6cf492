/** What a reader calls a post: `2022-11-11-network`, by its file, or by its folder if the file is an index. Not escaped. */
export function postName(uri: string): string {
  const [file = "", folder = ""] = uri.split("/").reverse();
  const name = file.replace(/\.(?:md|mdx|markdown)$/i, "");
  return decoded(/^(?:index|readme)$/i.test(name) && folder ? folder : name);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
