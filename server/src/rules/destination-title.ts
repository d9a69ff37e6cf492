import type { Target } from "../targets/target.js";

/** The titles of several destinations, told apart where the short ones are alike. */
export function destinationTitles(
  candidates: readonly {
    readonly destination: string;
    readonly target: Target;
  }[],
): string[] {
  const short = candidates.map(({ destination, target }) =>
    destinationTitle(destination, target),
  );
  return candidates.map(({ destination }, index) => {
    const title = short[index] ?? destination;
    return short.filter((other) => other === title).length > 1
      ? destination
      : title;
  });
}

/** A target in the few words of a menu: `cardano-node/pull/4489 (input-output-hk)`; a plain URL without its scheme. */
export function destinationTitle(destination: string, target: Target): string {
  const short = destination.replace(/^https?:\/\/(?:www\.)?/i, "");
  if (!("owner" in target)) return shorten(short);
  const [, , ...path] = short.split("/");
  const owner =
    target.host === "github.com"
      ? target.owner
      : `${target.host}/${target.owner}`;
  return `${shorten(path.join("/"))} (${owner})`;
}

const maxLength = 60;

function shorten(text: string): string {
  return text.length <= maxLength ? text : `${text.slice(0, maxLength - 1)}…`;
}
