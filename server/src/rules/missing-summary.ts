import { nearest } from "../targets/near-miss.js";
import type { HeadingFacts, PostFacts } from "../workspace/facts.js";
import { namesIn } from "../workspace/front-matter.js";
import type { Post } from "../workspace/post.js";
import { authorsOf, namesOf, tagsOf } from "../workspace/sayings.js";
import type { Site } from "../workspace/site.js";
import { firstLineOf } from "./first-line.js";
import type { Rule } from "./rule.js";

const fileName = "2022-11-04-hydra.md";
const others = {
  "2022-10-07-hydra.md": "## High level summary\n\nA.\n",
  "2022-10-14-hydra.md": "## High level summary\n\nB.\n",
  "2022-10-21-hydra.md": "## High-level summary\n\nC.\n",
  "2022-10-28-hydra.md": "## High-level summary\n\nD.\n\n## Done\n",
};

export const missingSummary: Rule = {
  id: "missing-summary",
  summary: "A post without the section that the team's other posts open with",
  severity: "information",
  documentation: `
Many teams open each post with the same section, a *High level summary* for those who read no further. It is missed when
it is not there.

What a team's posts open with is learned from the posts next in time of the same name (\`2022-11-04-hydra\`,
\`2022-11-18-hydra\`) or, where names tell no team, of the same tag or author: at least four of them, and nearly all must
have it. Capitals, hyphens and the heading's level do not matter, nor where in the post it stands.
`.trim(),
  examples: [
    {
      title: "No summary this time",
      fileName,
      others,
      markdown: "---\ntags: [hydra]\n---\n\n⟦## Done⟧\n\nMuch.\n",
      messages: ['The team\'s other posts open with "High-level summary".'],
      fixed:
        "---\ntags: [hydra]\n---\n\n## High-level summary\n\n## Done\n\nMuch.\n",
    },
    {
      title: "It need not be first",
      fileName,
      others,
      markdown: "Hello.\n\n# High-Level Summary\n\nMuch.\n",
    },
    {
      title: "Another team",
      fileName: "2022-11-04-ledger.md",
      others,
      markdown: "## Done\n",
    },
    {
      title: "A team that opens its posts in several ways",
      fileName,
      others: { ...others, "2022-10-31-hydra.md": "## Heads\n" },
      markdown: "## Done\n",
    },
    { title: "A post that is not begun yet", fileName, others, markdown: "\n" },
  ],
  *check(post: Post) {
    const { document, knowledge } = post;
    if (!knowledge.site) return;
    const at = document.blocks.find(({ type }) => type !== "yaml");
    const usual = at && usualOpening(post, knowledge.site);
    if (!usual) return;
    const wanted = plain(usual.text);
    const isThere = document.headings.some(({ text }) => {
      const found = plain(text);
      return found.startsWith(wanted) || nearest(found, [wanted]).length > 0;
    });
    if (isThere) return;
    yield {
      span: firstLineOf(document, at.span),
      message: `The team's other posts open with "${usual.text.trim()}".`,
      fixes: () => [
        {
          kind: "edit",
          title: `Insert the heading ${usual.text.trim()}`,
          edits: [
            {
              range: document.lines.rangeOf({
                start: at.span.start,
                end: at.span.start,
              }),
              newText: `${"#".repeat(Math.max(2, usual.depth))} ${usual.text.trim()}${document.eol}${document.eol}`,
            },
          ],
          certain: false,
        },
      ],
    };
  },
};

/** Enough to know a habit by, and few enough to be of one time. */
const fewestPosts = 4;
const mostPosts = 6;

function usualOpening(post: Post, site: Site): HeadingFacts | undefined {
  // The latest first.
  const team = teamOf(post, site).toSorted(
    (a, b) => (b.day ?? 0) - (a.day ?? 0),
  );
  if (team.length < fewestPosts) return undefined;
  const openings = team.flatMap(({ headings: [first] }) => first ?? []);
  const [latest] = openings;
  if (!latest) return undefined;
  const wanted = plain(latest.text);
  const alike = openings.filter(
    ({ text }) => text === latest.text || plain(text) === wanted,
  );
  return alike.length >= team.length * 0.9 && isWords(latest.text)
    ? latest
    : undefined;
}

/** The posts next in time. By the file's name; where it tells no team, by the first tag or author. */
function teamOf(
  { document }: Post,
  { name, said }: Site,
): readonly PostFacts[] {
  const named = said(namesOf);
  if (name.rest !== "" && named.times(name.rest) > 0)
    return named.nearest(name.rest, mostPosts);
  const [tag] = namesIn(document, "tags");
  if (tag) return said(tagsOf).nearest(tag.text, mostPosts);
  const [author] = namesIn(document, "authors");
  return author ? said(authorsOf).nearest(author.text, mostPosts) : [];
}

/** A date is another one each time. */
function isWords(text: string): boolean {
  return /\p{L}/u.test(text) && !/\d/.test(text);
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
