import type {
  ChecksState,
  LinkedItem,
  PullStatus,
  ReviewState,
  Tag,
} from "../targets/status.js";
import { code, escapeLine, excerpt, plainLine } from "./escape.js";
import { type CardView, colored, colors, sign, tag } from "./markup.js";
import { ago, calendarDate, timeOf } from "./time.js";

/** The pieces that cards are made of. Text from GitHub is escaped here and nowhere later. */

export function merging(
  { mergeable, autoMerge }: PullStatus,
  { client }: CardView,
): string {
  return facts([
    mergeable === false
      ? `${sign({ icon: "warning", color: colors.closed, character: "⚠" }, client)} Conflicts with its base`
      : "",
    autoMerge ? "Merges by itself when it may" : "",
  ]);
}

/** `Closes owner/repo#12 *Its title*`; the own repository's name is left out. */
export function linked(
  verb: string,
  { repository: own }: { readonly repository: string },
  items: readonly LinkedItem[] = [],
): string {
  const names = items.map(({ repository, number, title }) => {
    const name = repository === own ? "" : escapeLine(repository, 140);
    return `${name}#${number} ${escapeLine(title, 80)}`.trim();
  });
  return names.length === 0 ? "" : `${verb} ${names.join(", ")}`;
}

export function people({
  assignees = [],
  milestone,
}: {
  readonly assignees?: readonly string[] | undefined;
  readonly milestone?: string | undefined;
}): string[] {
  const names = assignees.map((login) => escapeLine(login, 60));
  return [
    names.length === 0 ? "" : `Assigned to ${names.join(", ")}`,
    milestone === undefined ? "" : `Milestone ${escapeLine(milestone, 80)}`,
  ];
}

export function bold(text: string): string {
  const line = escapeLine(text, 300);
  return line === "" ? "" : `**${line}**`;
}

export function ref(name: string): string {
  return code(plainLine(name, 120));
}

export function by(author: string | undefined): string {
  return author === undefined
    ? "by a deleted account"
    : `by ${escapeLine(author, 60)}`;
}

/** `18 Oct 2022 (2 years ago)` */
export function when(iso: string, { now }: CardView): string {
  const date = calendarDate(iso);
  const time = timeOf(iso);
  return date === undefined || time === undefined
    ? "at an unknown time"
    : `${date} (${ago(time, now)})`;
}

export function checks(
  state: ChecksState | undefined,
  { client }: CardView,
): string {
  switch (state) {
    case undefined:
      return "";
    case "success":
      return `${sign({ icon: "check", color: colors.open, character: "✓" }, client)} Checks passed`;
    case "failure":
      return `${sign({ icon: "x", color: colors.closed, character: "✗" }, client)} Checks failed`;
    case "pending":
      return `${sign({ icon: "circle-filled", color: colors.attention, character: "…" }, client)} Checks running`;
  }
}

export function review(
  state: ReviewState | undefined,
  { client }: CardView,
): string {
  switch (state) {
    case undefined:
      return "";
    case "approved":
      return `${sign({ icon: "check", color: colors.open, character: "✓" }, client)} Approved`;
    case "changes-requested":
      return `${sign({ icon: "request-changes", color: colors.closed, character: "±" }, client)} Changes requested`;
    case "review-required":
      return `${sign({ icon: "eye", color: colors.attention, character: "?" }, client)} Review required`;
  }
}

export function changes(
  {
    additions,
    deletions,
  }: { readonly additions: number; readonly deletions: number },
  { client }: CardView,
): string {
  const added = colored(`+${grouped(additions)}`, colors.open, client);
  const deleted = colored(`−${grouped(deletions)}`, colors.closed, client);
  return `${added} ${deleted}`;
}

export function comments(number: number): string {
  return number === 0 ? "" : amount(number, "comment");
}

export function tags(labels: readonly Tag[], { client }: CardView): string {
  const shown = labels.slice(0, 8).map((label) => tag(label, client));
  const more = labels.length - shown.length;
  return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join(" ");
}

export function quote(body: string): string {
  return excerpt(body, { lines: 5, width: 160 })
    .map((line) => `> ${line}`)
    .join("  \n");
}

export function facts(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" · ");
}

/** Joins parts with commas and begins with a capital; Markdown at the start stays as it is. */
export function sentence(
  parts: readonly (string | false | undefined)[],
): string {
  const joined = parts.filter((part) => part).join(", ");
  return joined.slice(0, 1).toUpperCase() + joined.slice(1);
}

export function amount(number: number, noun: string): string {
  return `${grouped(number)} ${noun}${number === 1 ? "" : "s"}`;
}

/** `12,345` */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
