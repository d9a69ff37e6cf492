import { innerSpan, type YamlScalar } from "../markdown/yaml.js";
import { keysIn } from "../workspace/front-matter.js";
import type { Post } from "../workspace/post.js";
import { tagsOf } from "../workspace/sayings.js";
import type { Said, Site } from "../workspace/site.js";
import { changeWordTo } from "./change-word.js";
import { meantInList, meantKey } from "./meant.js";
import type { Finding, Rule, Severity } from "./rule.js";

const fileName = "2022-11-04-network.md";
const others = {
  "2022-10-07-network.md": "---\ntags: [network]\n---\n",
  "2022-10-14-network.md": "---\ntags: [network]\n---\n",
  "2022-10-21-network.md": "---\ntags: [network]\n---\n",
};
const siteFiles = {
  "authors.yml": "coot:\n  name: Marcin\n",
  "tags.yml": "network:\n  label: Network\nrelease:\n  label: Release\n",
};

export const unknownTag: Rule = {
  id: "unknown-tag",
  summary: "A tag that is not in tags.yml, or another post's but for a letter",
  severity: "warning",
  documentation: `
Readers follow a team by its tag. A post with a misspelt tag is missing on that page and has one of its own.

Where the site has a \`tags.yml\`, a tag that is not in it is reported, unless the site's configuration says that such tags
are fine (\`onInlineTags: 'ignore'\`). Elsewhere a tag is reported that no other post has and that is a letter away from
one that several have. Tags that differ in capitals or hyphens alone share a page and are left alone.
`.trim(),
  examples: [
    {
      title: "A letter away from a tag of other posts",
      fileName,
      others,
      markdown: "---\ntags: [⟦netwrok⟧, hydra]\n---\n",
      messages: [
        'No other post has the tag "netwrok". Did you mean "network", which 3 posts have?',
      ],
      fixed: "---\ntags: [network, hydra]\n---\n",
    },
    {
      title: "A short tag that can only be one of the site's list",
      fileName,
      siteFiles: { ...siteFiles, "tags.yml": "docs:\nsre:\n" },
      markdown: "---\ntags: [⟦doc⟧, ⟦sree⟧]\n---\n",
      messages: [
        'tags.yml has no "doc". Did you mean "docs"?',
        'tags.yml has no "sree". Did you mean "sre"?',
      ],
      fixed: "---\ntags: [docs, sre]\n---\n",
    },
    {
      title: "Not in the site's list of tags",
      fileName,
      siteFiles,
      markdown: "---\ntags:\n  - network\n  - ⟦'releases'⟧\n  - ⟦p2p⟧\n---\n",
      messages: [
        'tags.yml has no "releases". Did you mean "release"?',
        'tags.yml has no "p2p".',
      ],
      fixed: "---\ntags:\n  - network\n  - 'release'\n  - p2p\n---\n",
    },
    {
      title: "A new tag",
      fileName,
      others,
      markdown: "---\ntags: [network, peers]\n---\n",
    },
    {
      title: "Where tags need no list",
      fileName,
      siteFiles: {
        ...siteFiles,
        "../docusaurus.config.js":
          "module.exports = { presets: [['classic', { blog: { onInlineTags: 'ignore' } }]] };\n",
      },
      markdown: "---\ntags: [network, p2p]\n---\n",
    },
    {
      title: "A list of tags that the posts do not keep to",
      fileName,
      siteFiles,
      others: {
        "2022-10-07-network.md": "---\ntags: [sprint-1]\n---\n",
        "2022-10-14-network.md": "---\ntags: [sprint-2]\n---\n",
        "2022-10-21-network.md": "---\ntags: [sprint-3]\n---\n",
      },
      markdown: "---\ntags: [sprint-4]\n---\n",
    },
  ],
  convention: ({ tags }, site) =>
    tags.some((tag) => site.tags?.entries.has(tag) === false),
  *check(post: Post) {
    const { site } = post.knowledge;
    if (!site) return;
    const isListed = site.tags && site.onInlineTags !== "ignore";
    const usage = isListed ? undefined : site.said(tagsOf);
    for (const tag of keysIn(post.document, "tags")) {
      const finding = usage
        ? nearMiss(post, tag, usage)
        : unlisted(post, tag, site);
      if (finding) yield finding;
    }
  },
};

function unlisted(
  post: Post,
  tag: YamlScalar,
  { tags, onInlineTags }: Site,
): Finding | undefined {
  if (!tags || tags.entries.has(tag.text)) return undefined;
  const file = tags.uri.slice(tags.uri.lastIndexOf("/") + 1);
  const meant = meantInList(tag.text, [...tags.entries.keys()]);
  const question = meant === undefined ? "" : ` Did you mean "${meant}"?`;
  return finding(
    post,
    tag,
    `${file} has no "${tag.text}".${question}`,
    onInlineTags === "log" ? "information" : "warning",
    meant,
  );
}

function nearMiss(
  post: Post,
  tag: YamlScalar,
  uses: Said,
): Finding | undefined {
  if (uses.times(tag.text) > 0) return undefined;
  const usual = [...uses.all()]
    .filter(([, times]) => times > 1)
    .map(([key]) => key);
  const meant = meantKey(tag.text, usual);
  if (meant === undefined || pageOf(meant) === pageOf(tag.text))
    return undefined;
  const times = uses.times(meant);
  return finding(
    post,
    tag,
    `No other post has the tag "${tag.text}". Did you mean "${meant}", which ${times} posts have?`,
    times > 2 ? "warning" : "information",
    meant,
  );
}

function finding(
  { document }: Post,
  tag: YamlScalar,
  message: string,
  severity: Severity,
  meant: string | undefined,
): Finding {
  return {
    span: tag.span,
    message,
    severity,
    fixes: () => changeWordTo(document, innerSpan(tag), meant),
  };
}

/** Docusaurus makes one page of tags that are the same in kebab case. */
function pageOf(tag: string): string {
  return tag
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1-$2")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-");
}
