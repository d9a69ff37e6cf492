import type { Document } from "../markdown/document.js";
import { perDefinition, perLink } from "../markdown/per-chunk.js";
import { mendUrl } from "./change-url.js";
import { repairScheme, type SchemeRepair } from "./repair-scheme.js";
import { repairUrl } from "./repair-url.js";
import type { Finding, Rule } from "./rule.js";
import { liesInTemplate } from "./template.js";

export const malformedUrl: Rule = {
  id: "malformed-url",
  summary: "A web address without its https://, or with a misspelt one",
  severity: "warning",
  documentation: `
\`[the report](hydra.family/monthly)\` leads to a page \`hydra.family\` beside the post, which there is not. Reported are the
addresses of definitions, inline links and images

- without a scheme, if they begin with \`www.\`, end in a well-known \`.com\`, \`.org\`, \`.net\`, \`.edu\`, \`.gov\`, \`.io\` or
  \`.dev\`, or name a host that the post gives elsewhere with its scheme;
- with a misspelt scheme (\`htps://\`, \`http//\`, \`https:/\`) or two of them;
- in quotes.

Addresses of GitHub's are [malformed-github-url](malformed-github-url.md)'s. Paths on the post's own site
(\`./about.md\`, \`report.pdf\`), other schemes, and what a template engine writes are left alone. Fix-all mends all but the
addresses without a scheme that do not begin with \`www.\`.
`.trim(),
  examples: [
    {
      title: "No scheme",
      markdown:
        "[a](⟦www.example.org/a⟧) [b](⟦example.com/b⟧) [c]\n\n[c]: ⟦hydra.family/monthly/2023-10⟧\n[d]: https://hydra.family\n",
      messages: [
        "Without https:// this is a path on the post's own site.",
        "Without https:// this is a path on the post's own site.",
        "Without https:// this is a path on the post's own site.",
      ],
      fixed:
        "[a](https://www.example.org/a) [b](https://example.com/b) [c]\n\n[c]: https://hydra.family/monthly/2023-10\n[d]: https://hydra.family\n",
    },
    {
      title: "A misspelt scheme, two, and quotes",
      markdown:
        '[a](⟦htps://example.org/a⟧) [b](⟦http//example.org⟧) [c](⟦https://https://example.org⟧) [d] ![e](⟦http:/example.org/e.png⟧)\n\n[d]: ⟦"https://example.org/d"⟧\n',
      messages: [
        "A web address begins with https://.",
        "A web address begins with https://.",
        "This address has https:// twice.",
        "A web address begins with https://.",
        "The quotes around this address are taken for a part of it.",
      ],
      fixed:
        "[a](https://example.org/a) [b](https://example.org) [c](https://example.org) [d] ![e](https://example.org/e.png)\n\n[d]: https://example.org/d\n",
    },
    {
      title: "Paths, files, other schemes, and templates",
      markdown:
        "[a](about.md) [b](report.pdf) [c](docs/example.com.md) [d](crates.rs/x) [e](mailto:a@example.org) [f](ftp://example.org) [g](//example.org) [h](#example.org) [i](example.org) [j](tel:12) [k](/www.example.org) [l](node.js) [m](https://web.archive.org/web/https://example.org) [n]({{site}}.org/x) [o](http/server.rs) [p](vscode://file/x) [q](hydra.family/docs) [r](socket.io/README.md)\n",
    },
    {
      title: "GitHub's addresses have a rule of their own",
      markdown: "[a](github.com/a/b) [b](htps://github.com/a/b)\n",
    },
  ],
  *check(post) {
    const { hosts } = post.settings.github;
    const { document } = post;
    const suspects = [...definitions(document), ...links(document)];
    if (suspects.length === 0) return;
    const known = hostsOf(document);
    for (const { item } of suspects) {
      const { destination, destinationSpan: span } = item;
      if (liesInTemplate(document, span)) continue;
      const repair = repairScheme(destination, (name) =>
        known.has(name.toLowerCase()),
      );
      if (!repair || repairUrl(destination, hosts)) continue;
      yield {
        span,
        message: messages[repair.problem],
        fixes: () => [mendUrl(document, span, repair)],
      } satisfies Finding;
    }
  },
};

const messages: Readonly<Record<SchemeRepair["problem"], string>> = {
  missing: "Without https:// this is a path on the post's own site.",
  misspelt: "A web address begins with https://.",
  twice: "This address has https:// twice.",
  quotes: "The quotes around this address are taken for a part of it.",
};

const definitions = perDefinition(({ destination }) => suspect(destination));

const links = perLink(({ form, destination }) =>
  form === "inline" ? suspect(destination) : undefined,
);

/** Whether there would be something to mend if every name were a host's. */
function suspect(destination: string): true | undefined {
  return repairScheme(destination, () => true) && true;
}

/** The hosts that a post gives with their scheme. */
function hostsOf({ definitions, links }: Document): ReadonlySet<string> {
  return new Set(
    [...definitions, ...links].flatMap(
      ({ destination }) =>
        /^https?:\/\/([^/?#:@\s]+)/i.exec(destination)?.[1]?.toLowerCase() ??
        [],
    ),
  );
}
