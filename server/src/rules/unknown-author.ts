import { innerSpan, type YamlScalar } from "../markdown/yaml.js";
import { keysIn } from "../workspace/front-matter.js";
import type { Post } from "../workspace/post.js";
import type { EntryList } from "../workspace/site-files.js";
import { changeWordTo } from "./change-word.js";
import { meantInList } from "./meant.js";
import type { Finding, Rule } from "./rule.js";

const authorsYml = `ch1bo:
  name: Sebastian Nagel
deepfire:
  name: Serge Kosyrev
mgmeier:
  name: Michael Karg
`;
const siteFiles = { "authors.yml": authorsYml };
const fileName = "2022-11-04-hydra.md";

export const unknownAuthor: Rule = {
  id: "unknown-author",
  summary: "An author who is not in authors.yml",
  severity: "warning",
  documentation: `
The field \`authors\` names authors by their keys in \`authors.yml\`. Docusaurus refuses to build a site with a key that is
not there.

Reported is a key without an entry; several keys in one text, which are read as one; and a name where its key belongs. Where
there is no \`authors.yml\`, nothing is known of authors and nothing is reported. Authors who are written out (\`name: …\`)
need no entry.
`.trim(),
  examples: [
    {
      title: "A misspelt key",
      fileName,
      siteFiles,
      markdown: "---\nauthors: [⟦ch1bbo⟧, deepfire]\n---\n",
      messages: ['authors.yml has no "ch1bbo". Did you mean "ch1bo"?'],
      fixed: "---\nauthors: [ch1bo, deepfire]\n---\n",
    },
    {
      title: "Several authors in one text",
      fileName,
      siteFiles,
      markdown: '---\nauthors: ⟦"deepfire, mgmeier"⟧\n---\n',
      messages: [
        '"deepfire, mgmeier" is read as one author. Write a list: [deepfire, mgmeier].',
      ],
      fixed: "---\nauthors: [deepfire, mgmeier]\n---\n",
    },
    {
      title: "Several authors in one line of a list",
      fileName,
      siteFiles,
      markdown: "---\nauthors:\n  - ⟦deepfire and mgmeier⟧\n---\n",
      messages: [
        '"deepfire and mgmeier" is read as one author. Write a list: [deepfire, mgmeier].',
      ],
      fixed: "---\nauthors:\n  - deepfire\n  - mgmeier\n---\n",
    },
    {
      title: "A name in place of its key",
      fileName,
      siteFiles,
      markdown: "---\nauthors:\n  - ⟦Sebastian Nagel⟧\n---\n",
      messages: [
        'authors.yml has no "Sebastian Nagel". The key of Sebastian Nagel is "ch1bo".',
      ],
      fixed: "---\nauthors:\n  - ch1bo\n---\n",
    },
    {
      title: "Somebody new",
      fileName,
      siteFiles,
      markdown: "---\nauthors:\n  - key: ⟦coot⟧\n---\n",
      messages: ['authors.yml has no "coot".'],
    },
    {
      title: "An author who is written out",
      fileName,
      siteFiles,
      markdown:
        "---\nauthors:\n  - ch1bo\n  - name: Marcin Szamotulski\n    url: https://github.com/coot\n---\n",
    },
    {
      title: "A site without a list of authors",
      fileName,
      markdown: "---\nauthors: Sebastian\n---\n",
    },
  ],
  convention: ({ authors }, site) =>
    authors.some((key) => site.authors?.entries.has(key) === false),
  *check(post: Post) {
    const authors = post.knowledge.site?.authors;
    if (!authors) return;
    for (const named of keysIn(post.document, "authors")) {
      if (!authors.entries.has(named.text)) yield finding(post, named, authors);
    }
  },
};

function finding(
  { document }: Post,
  named: YamlScalar,
  { uri, entries }: EntryList,
): Finding {
  const { lines, text } = document;
  const { text: name, span } = named;
  const file = uri.slice(uri.lastIndexOf("/") + 1);
  const keys = [...entries.keys()];
  const parts = name.split(/\s*[,;&+/]\s*|\s+and\s+/).filter(Boolean);
  if (parts.length > 1 && parts.some((part) => entries.has(part))) {
    const list = parts.join(", ");
    const before = text.slice(0, span.start).trimEnd();
    const isInList = /[[,]$/.test(before);
    const [, bullet] =
      /(?:^|[\r\n])([ \t]*-[ \t]+)$/.exec(text.slice(0, span.start)) ?? [];
    return {
      span,
      message: `"${name}" is read as one author. Write a list: [${list}].`,
      fixes: () => [
        {
          kind: "edit",
          title: `Make a list of ${parts.length} authors`,
          edits: [
            {
              range: lines.rangeOf(span),
              newText: bullet
                ? parts.join(document.eol + bullet)
                : isInList
                  ? list
                  : `[${list}]`,
            },
          ],
          preferred: true,
          certain: parts.every((part) => entries.has(part)),
        },
      ],
    };
  }
  const change = (key: string | undefined) =>
    changeWordTo(document, innerSpan(named), key);
  const called = [...entries.values()].find(
    (entry) => entry.name?.toLowerCase() === name.trim().toLowerCase(),
  );
  if (called) {
    return {
      span,
      message: `${file} has no "${name}". The key of ${called.name} is "${called.key}".`,
      fixes: () => change(called.key),
    };
  }
  const meant = meantInList(name, keys);
  return {
    span,
    message: `${file} has no "${name}".${meant === undefined ? "" : ` Did you mean "${meant}"?`}`,
    fixes: () => change(meant),
  };
}
