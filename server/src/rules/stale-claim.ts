import { isFailure } from "../targets/github-port.js";
import { parseUrl } from "../targets/url.js";
import type { Post } from "../workspace/post.js";
import { postDay } from "../workspace/post-day.js";
import { type Contradiction, contradiction } from "./claim-truth.js";
import { claimTable } from "./claim-words.js";
import { type Claim, readClaims } from "./claims.js";
import { replacement } from "./destination-parts.js";
import type { EditFix, Finding, Rule } from "./rule.js";
import { staleClaimExamples } from "./stale-claim.examples.js";
import { targetWords } from "./target-words.js";

export const staleClaim: Rule = {
  id: "stale-claim",
  summary:
    "A sentence that says of a target what was not so at the post's date",
  severity: "warning",
  online: true,
  documentation: `
A report is copied from last week's, or written before the merge that was sure to come. What counts is how things stood at
the post's date, which its file or folder begins with (\`2022-10-19-node.md\`), else its front matter's \`date\`, else its
\`slug\`; without any of them, how they stand now. Two days more or less are granted.

| the sentence says | of | and is wrong where the target |
| --- | --- | --- |
| merged, landed | pull request | is open, a draft or queued; was merged after the post; was closed without a merge (only information, as it may have been merged by hand; nothing is said where its title names the bot that did) |
| opened, filed | pull request, issue, discussion | was opened after the post. What became of it later does not matter |
| closed | pull request, issue | is open, or was closed after the post (only information, as it may have been opened again meanwhile). Merged is closed |
| reviewed | pull request | was opened after the post, or merged or closed more than five weeks before it (only information) |
| released | release | is a draft, or was published after the post (only information: notes may follow a release) |
| open, in review, under review, up for review, ready for review, awaiting review | pull request; *open* of issues too | was merged or closed before the post, or opened after it |
| in progress, WIP | pull request, issue | was merged or closed before the post, or opened after it |

A sentence is read only where it says so plainly:

- a verb and what it governs: \`Merged [[a]] and [[b]]\`, \`We merged the parser in [[a]]\`, \`Opened an issue ([[a]])\`,
  \`Got [[a]] merged\`;
- a reference and what is said of it: \`[[a]] was merged\`, \`[[a]] has been reviewed\`, \`[[a]]: in review\`, \`[[a]] (merged)\`;
- words that stand before a list: \`In progress: [[a]]\`, \`PRs merged: [[a]], [[b]]\`, \`[WIP] [[a]]\`.

Nothing is read of plans (\`to be merged\`, \`will be merged\`, open task boxes, sections headed *Next steps*), doubts,
negations, conditions (\`once [[a]] is merged\`), questions, quotations, hearsay and tables, nor where the verb is about
something else (\`Opened a follow-up to [[a]]\`, \`The fix for [[a]] was merged\`).

The setting \`weeknotes.claims\` adds a team's words and takes out built-in ones:
\`{ "shipped": "released", "fixed": "closed", "landed": "off" }\`. What a word may say: \`merged\`, \`opened\`, \`closed\`,
\`reviewed\`, \`released\`, \`open\`, \`in-review\`, \`in-progress\`. The sentences are read as English.
`.trim(),
  examples: staleClaimExamples,
  *check(post) {
    if (!post.online) return;
    const claims = readClaims(post.document, claimTable(post.settings.claims));
    if (claims.length === 0) return;
    const day = postDay(post.uri, post.document);
    for (const claim of claims) {
      const found = contradictionOf(post, claim, day);
      if (!found) continue;
      const said = post.document
        .slice(claim.verbSpan.start, claim.verbSpan.end)
        .replace(/\s+/g, " ");
      const target = parseUrl(
        claim.mention.destination,
        post.settings.github.hosts,
      );
      yield {
        span: claim.mention.span,
        severity: found.severity,
        message: `“${said}”, but ${targetWords(target)} ${found.words}.`,
        fixes: () => fixes(post, claim, found, claims),
      } satisfies Finding;
    }
  },
};

function contradictionOf(
  post: Post,
  { kind, mention }: Claim,
  day: number | undefined,
): Contradiction | undefined {
  const target = parseUrl(mention.destination, post.settings.github.hosts);
  // A comment or a file of a pull request is not what was merged.
  if ("suffix" in target && target.suffix !== "") return undefined;
  const result = post.online?.answer(target)?.result;
  return result && !isFailure(result)
    ? contradiction(kind, result, day)
    : undefined;
}

/** The word that is right, where it speaks of this target alone. */
function fixes(
  post: Post,
  { verbSpan }: Claim,
  { right }: Contradiction,
  claims: readonly Claim[],
): EditFix[] {
  const shared = claims.filter(
    (other) => other.verbSpan.start === verbSpan.start,
  );
  if (right === undefined || shared.length > 1) return [];
  const said = post.document.slice(verbSpan.start, verbSpan.end);
  const capital = /^\p{Lu}/u.test(said);
  const word = capital ? right.charAt(0).toUpperCase() + right.slice(1) : right;
  return [
    {
      kind: "edit",
      title: `Change “${said}” to “${word}”`,
      edits: [replacement(post, verbSpan, word)],
      certain: false,
    },
  ];
}
