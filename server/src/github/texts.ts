const bodyLimit = 1000;

/** A description as far as a status keeps it, without half a character at its end. */
export function cutBody(body: string | undefined): string {
  return (body ?? "").slice(0, bodyLimit).replace(/[\uD800-\uDBFF]$/, "");
}

/** First line of a commit's message, and the rest. */
export function splitMessage(message: string): { title: string; body: string } {
  const [title = "", ...rest] = message.split(/\r?\n/);
  return { title: title.trim(), body: cutBody(rest.join("\n").trim()) };
}

/** A reason in one plain line that does not give away `secret`. */
export function plainLine(message: string, secret: string | undefined): string {
  const open = secret ? message.replaceAll(secret, "[token]") : message;
  const line = open.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}
