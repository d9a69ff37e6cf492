import { perDefinition, perLink } from "../markdown/per-chunk.js";
import { mendUrl } from "./change-url.js";
import { malformedGithubUrlExamples } from "./malformed-github-url.examples.js";
import {
  copedWith,
  type Repair,
  repairUrl,
  type UrlProblem,
} from "./repair-url.js";
import type { Finding, Rule } from "./rule.js";
import { liesInTemplate } from "./template.js";

export const malformedGithubUrl: Rule = {
  id: "malformed-github-url",
  summary: "An address that is nearly one of GitHub's",
  severity: "warning",
  documentation: `
Such a link looks right in the post and leads nowhere, or to another page. Reported are the addresses of definitions,
inline links and autolinks with

- a page that GitHub calls otherwise: \`/pulls/12\`, \`/issue/12\`, \`/pull-requests/12\`, \`/pulls/#12\`;
- no scheme, \`github.com/…\`, which is a path on the post's own site, or a misspelt one, \`htps://\`, \`https:/\`;
- a misspelt \`github.com\`;
- a space at an end, quotes around it, or punctuation behind a number, commit or comment: \`…/pull/12.\`;
- \`http:\`, or a double slash in the path: only as information, as GitHub copes with both.

The hosts of the setting \`weeknotes.github.hosts\` count like github.com. Left alone are images, other hosts, pages such as
\`/commits/main\` and \`/pulls/octocat\`, and what a template engine writes.

Fix-all mends what has one right answer: all but a misspelt host, and \`http:\` on a host of your own.
`.trim(),
  examples: malformedGithubUrlExamples,
  *check(post) {
    const { document, settings } = post;
    const { hosts } = settings.github;
    for (const { item, value: repair } of [
      ...definitions(document, hosts),
      ...links(document, hosts),
    ]) {
      const span = item.destinationSpan;
      if (liesInTemplate(document, span)) continue;
      yield {
        span,
        ...(worksAnyway(repair) ? { severity: "information" } : {}),
        message: messages[repair.problem],
        fixes: () => [mendUrl(document, span, repair)],
      } satisfies Finding;
    }
  },
};

/** An address with two slashes may also be two that were joined: then it is not certain. */
function worksAnyway({ problem, certain }: Repair): boolean {
  return copedWith.includes(problem) && (certain || problem !== "double-slash");
}

const messages: Readonly<Record<UrlProblem, string>> = {
  space: "A space at its end makes this address another one.",
  "scheme-missing": "Without https:// this is a path on the post's own site.",
  "scheme-misspelt": "An address of GitHub's begins with https://.",
  "scheme-twice": "This address has https:// twice.",
  quotes: "The quotes around this address are taken for a part of it.",
  "host-misspelt": "This host is not github.com.",
  insecure: "GitHub's addresses begin with https://.",
  "double-slash": "A double slash does not belong in an address of GitHub's.",
  page: "GitHub has no such page.",
  punctuation: "The punctuation at its end is no part of this address.",
};

const numberedPage = /\/(?:pulls|prs?|pull-?requests?|issue)\/\d+$/i;

const definitions = perDefinition(({ destination }, hosts: readonly string[]) =>
  repairUrl(destination, hosts),
);

const links = perLink(
  ({ form, image, destination }, hosts: readonly string[]) =>
    // GFM leaves punctuation out of a URL that stands in the text, and makes a link of it only if it has a scheme.
    image || (form === "bare" && !numberedPage.test(destination))
      ? undefined
      : repairUrl(destination, hosts),
);
