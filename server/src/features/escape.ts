/**
 * Text from GitHub is anybody's text. What is written here is all that stands between it and the editor's Markdown:
 * `escapeText` gives Markdown that every renderer shows as that text and nothing else.
 */

const ellipsis = "…";

/** Words of ASCII with one space between them. */
const asciiWords = /^[!-~]+(?: [!-~]+)*$/;

/** A character that shows nothing, forbids a line break, and stands in no URL, e-mail address or icon name. */
const wordJoiner = "\u2060";

/**
 * One line of plain text: white space collapsed, at most `limit` characters, without what could deceive or break a
 * line of text (control and format characters, bidirectional overrides among them; halves of surrogate pairs).
 * The joiners that emoji and Indic and Persian words need stay.
 */
export function plainLine(text: string, limit: number): string {
  // Most lines are, and a list of completions has a hundred of them.
  if (text.length <= limit && asciiWords.test(text)) return text;
  return cut(
    text
      .slice(0, limit * 8)
      .replace(/\s+/gu, " ")
      .replace(/\p{Cs}/gu, "\uFFFD")
      .replace(/(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Co}]/gu, "")
      .replace(/(\p{M}{4})\p{M}+/gu, "$1")
      .replace(/ {2,}/g, " ")
      .trim(),
    limit,
  );
}

/** Markdown that shows a line of text as it is, at the start of a line or within one. */
export function escapeText(line: string): string {
  return (
    takeApart(line)
      .replace(/[\\`*[\]<~]/g, "\\$&")
      // Within a word an underscore is no emphasis (CommonMark §6.2), and names are easier to read without the escape.
      .replace(/_/g, (underscore, at: number, whole: string) =>
        /^[A-Za-z0-9]_[A-Za-z0-9]$/.test(whole.slice(at - 1, at + 2))
          ? underscore
          : "\\_",
      )
      .replace(/&(?=#?\w+;)/g, "\\&")
      .replace(/^[#+=:>|-]/, "\\$&")
      .replace(/^\d+(?=[.)])/, "$&\\")
  );
}

/** A code span that shows a line of text as it is (CommonMark §6.1). */
export function code(line: string): string {
  const runs = line.match(/`+/g) ?? [];
  const longest = Math.max(0, ...runs.map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = /^`|`$|^ .* $/.test(line) ? " " : "";
  return `${fence}${pad}${withoutIcons(line)}${pad}${fence}`;
}

/** Renderers make links of addresses, some even of escaped ones. */
function takeApart(line: string): string {
  return withoutIcons(line).replace(
    /:(?=\/\/)|www(?=\.)|(?<=[\w.+-])@(?=[\w-]+\.)/gi,
    `$&${wordJoiner}`,
  );
}

/** VS Code makes icons of `$(name)`, even in code. */
export function withoutIcons(line: string): string {
  return line.replace(/\$(?=\()/g, `$$${wordJoiner}`);
}

/** `escapeText` and `plainLine` in one: for a name or title of unknown origin. */
export function escapeLine(text: string, limit: number): string {
  return escapeText(plainLine(text, limit));
}

/**
 * The first lines of a text that have something to say, each a line of Markdown. What its author's template hides in
 * HTML comments stays hidden.
 */
export function excerpt(
  text: string,
  { lines, width }: { readonly lines: number; readonly width: number },
): string[] {
  const said = text
    .replace(/<!--[\s\S]*?(?:-->|$)/g, "")
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => plainLine(line, width))
    .filter((line) => line !== "");
  const shown = said.slice(0, lines).map(escapeText);
  return said.length > lines ? [...shown, ellipsis] : shown;
}

/** A Markdown link that shows a line of text as it is; that text alone where the URL is none that a click may open. */
export function link(line: string, url: string): string {
  const destination = linkDestination(url);
  return destination === undefined
    ? escapeText(line)
    : linkOf(line, destination);
}

/** A Markdown link to a file of the workspace, by a URI of the editor's own and not one that a text has named. */
export function fileLink(line: string, uri: string): string {
  return linkOf(line, encoded(uri));
}

function linkOf(line: string, destination: string): string {
  // VS Code's renderer, marked, takes the escapes off brackets in a link's text and then reads that text as Markdown.
  const text = escapeText(line).replace(/\\([[\]])/g, (_, bracket: string) =>
    bracket === "[" ? "&#91;" : "&#93;",
  );
  return `[${text}](${destination})`;
}

/** A web address as it may stand between the parentheses of a link; undefined for any other scheme. */
export function linkDestination(url: string): string | undefined {
  return /^https?:\/\/[^/?#]/i.test(url) ? encoded(url) : undefined;
}

function encoded(url: string): string {
  return (
    url
      .replace(/\p{Cs}/gu, "\uFFFD")
      .replace(/%(?![0-9A-Fa-f]{2})/g, "%25")
      .replace(/[^\w\-.~:/?#@!$&'*+,;=%]/gu, percentEncoded)
      // `&copy;` in a destination is a character reference (CommonMark §6.2).
      .replace(/&(?=#?\w+;)/g, "&amp;")
  );
}

function percentEncoded(character: string): string {
  return encodeURIComponent(character).replace(
    /[()]/g,
    (parenthesis) => `%${parenthesis.charCodeAt(0).toString(16)}`,
  );
}

/** Cuts between code points. */
function cut(text: string, limit: number): string {
  const characters = [...text];
  return characters.length <= limit
    ? text
    : `${characters
        .slice(0, limit - 1)
        .join("")
        .trimEnd()}${ellipsis}`;
}
