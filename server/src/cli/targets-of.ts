import type { Target } from "../targets/target.js";
import { targetKey } from "../targets/target-key.js";
import { parseUrl } from "../targets/url.js";
import type { Post } from "../workspace/post.js";

/** The targets on GitHub a post names, each once, with the label or URL it is named by; in order of the text. */
export function targetsOf({
  document,
  settings,
}: Post): { readonly label: string; readonly target: Target }[] {
  const named = [
    ...document.references.flatMap(({ span, label, definition }) =>
      definition ? [{ span, label, url: definition.destination }] : [],
    ),
    ...document.links.map(({ span, destination }) => ({
      span,
      label: destination,
      url: destination,
    })),
  ].sort((a, b) => a.span.start - b.span.start);
  const byKey = new Map<string, { label: string; target: Target }>();
  for (const { label, url } of named) {
    const target = parseUrl(url, settings.github.hosts);
    if (target.kind === "url") continue;
    const key = targetKey(target);
    if (!byKey.has(key)) byKey.set(key, { label, target });
  }
  return [...byKey.values()];
}
