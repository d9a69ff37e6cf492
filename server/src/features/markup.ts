import type { AccountState } from "../targets/github-port.js";
import type { Tag } from "../targets/status.js";
import type { ClientSupport } from "./context.js";
import { code, escapeText, plainLine } from "./escape.js";

/** For whom, and when, a card is written. */
export interface CardView {
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly client: ClientSupport;
  readonly account: AccountState;
}

/** A sign in GitHub's colours where the client can show one, else a character. */
export interface Sign {
  /** Of VS Code's codicons. */
  readonly icon: string;
  readonly color?: string;
  readonly character: string;
}

/** GitHub's colours for states, in the shades that can be read on a light and on a dark ground. */
export const colors = {
  open: "#1a7f37",
  done: "#8250df",
  closed: "#cf222e",
  neutral: "#6e7781",
  attention: "#9a6700",
} as const;

export function sign(
  { icon, color, character }: Sign,
  client: ClientSupport,
): string {
  if (!client.richMarkdown) return character;
  return color ? colored(`$(${icon})`, color, client) : `$(${icon})`;
}

/** Markdown in a colour. VS Code lets a `style` pass that has exactly this form. */
export function colored(
  markdown: string,
  color: string,
  client: ClientSupport,
): string {
  return client.richMarkdown
    ? `<span style="color:${color};">${markdown}</span>`
    : markdown;
}

/** A label of an issue or pull request, as GitHub shows it. */
export function tag({ name, color }: Tag, client: ClientSupport): string {
  const text = plainLine(name, 50);
  if (!client.richMarkdown || !/^[0-9A-Fa-f]{6}$/.test(color))
    return code(text);
  return `<span style="color:${inkOn(color)};background-color:#${color};border-radius:4px;">&nbsp;${escapeText(text)}&nbsp;</span>`;
}

/** Black or white, whichever is read better on a colour: by the brightness GitHub itself goes by. */
function inkOn(color: string): string {
  const [red, green, blue] = [0, 2, 4].map((at) =>
    Number.parseInt(color.slice(at, at + 2), 16),
  );
  const brightness =
    (0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0)) / 255;
  return brightness > 0.453 ? "#000000" : "#ffffff";
}
