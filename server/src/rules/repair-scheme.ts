import { isLikeHttps, quoteMarks } from "./repair-url.js";

/** A web address as it was meant, and what is wrong with it as it stands. */
export interface SchemeRepair {
  readonly url: string;
  readonly problem: "missing" | "misspelt" | "twice" | "quotes";
  /** Whether `url` is the one right answer. */
  readonly certain: boolean;
}

/** `example.org`, with what may follow it. */
const host =
  /^(?<name>(?:[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?\.)+[a-z]{2,})(?=[/?#:]|$)/iu;

/** Endings of hosts that are hardly those of a file: `.md`, `.rs` and `.sh` are both. */
const wellKnown = /\.(?:com|org|net|edu|gov|io|dev)$/i;

/**
 * Undefined for an address that is right, and for one that may be a path on the post's own site. `isHost` says of a name
 * whether it is known to be one.
 */
export function repairScheme(
  destination: string,
  isHost: (name: string) => boolean,
): SchemeRepair | undefined {
  if (/^https?:\/\/(?!https?:\/\/)|[\s{}<>$%]|^[/.#?]/i.test(destination))
    return undefined;
  const bare = destination.replace(quoteMarks, "$1");
  if (bare !== destination)
    return /^https?:\/\/\S/i.test(bare)
      ? { url: bare, problem: "quotes", certain: true }
      : undefined;
  const once = destination.replace(/^https?:\/*(?=https?:\/\/)/i, "");
  if (once !== destination)
    return { url: once, problem: "twice", certain: true };
  const opening = /^(?:[a-z]{1,8}[:;]?\/{1,4})?/i.exec(destination)?.[0] ?? "";
  const rest = destination.slice(opening.length);
  const name = host.exec(rest)?.groups?.name;
  if (name === undefined) return undefined;
  const url = `https://${rest}`;
  if (opening !== "")
    return isLikeHttps(opening) && /[:;]|\/\//.test(opening)
      ? { url, problem: "misspelt", certain: true }
      : undefined;
  const isSure = /^www\./i.test(name);
  const isFile = /\/[^?#]*\.[a-z]{2,5}$/i.test(rest);
  const isPage =
    rest.includes("/") && (isHost(name) || (wellKnown.test(name) && !isFile));
  return isSure || isPage
    ? { url, problem: "missing", certain: isSure }
    : undefined;
}
