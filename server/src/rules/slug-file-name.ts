import type { TextEdit } from "vscode-languageserver-types";
import { innerSpan, type YamlScalar } from "../markdown/yaml.js";
import { scalarIn } from "../workspace/front-matter.js";
import type { Post } from "../workspace/post.js";
import { type PostName, slugName } from "../workspace/post-name.js";
import type { Saying } from "../workspace/said.js";
import { slugsOf } from "../workspace/sayings.js";
import type { Site } from "../workspace/site.js";
import { placeOf } from "../workspace/site-files.js";
import type { Fix, Rule, Severity } from "./rule.js";

export const slugFileName: Rule = {
  id: "slug-file-name",
  summary: "A slug whose date or team is not that of the file's name",
  severity: "warning",
  documentation: `
A post begins as a copy of the last one, and the slug is easily forgotten: then the page of November has the address of
October, or that of the post it was copied from, and one of the two cannot be reached any more.

Reported is a slug with a date in it, as in \`2022-11-04-hydra\` or \`/2022/11/04/hydra\`, when the file's name has another
date. What stands behind the date is only compared where nearly all posts of the folder have it alike.

A slug without a date is an address of its own choice and left alone, and so is one whose date is that of the field
\`date\`: there the author has said it twice, unless another post has the same slug.
`.trim(),
  examples: [
    {
      title: "The date of the post it was copied from",
      fileName: "2022-11-02-consensus.md",
      markdown:
        "---\ntitle: Consensus Team Update\nslug: ⟦2022-10-02-consensus⟧\n---\n",
      messages: [
        "The slug says 2022-10-02, the file's name 2022-11-02-consensus.md.",
      ],
      fixed:
        "---\ntitle: Consensus Team Update\nslug: 2022-11-02-consensus\n---\n",
    },
    {
      title: "The address of another post",
      fileName: "2022-10-28-sre.md",
      others: {
        "2022-08-12-sre.md": "---\nslug: 2022-08-12-sre\n---\n",
      },
      markdown:
        '---\nslug: ⟦"2022-08-12-sre"⟧\ndate: 2022-08-12\n---\n\n## Done\n',
      messages: [
        "The slug says 2022-08-12, the file's name 2022-10-28-sre.md. 2022-08-12-sre.md has the same slug: only one of the two pages can be reached.",
      ],
      fixed: '---\nslug: "2022-10-28-sre"\ndate: 2022-10-28\n---\n\n## Done\n',
    },
    {
      title: "Folders for a date, and a path for a slug",
      fileName: "2022/11/04/hydra/index.md",
      markdown: "---\nslug: ⟦/2022/11/4/mithril⟧\n---\n",
      others: {
        "2022/11/04/mithril.md": "---\nslug: /2022/11/04/mithril\n---\n",
        "2022/10/04/hydra.md": "---\nslug: /2022/10/04/hydra\n---\n",
        "2022/09/04/hydra.md": "---\nslug: /2022/09/04/hydra\n---\n",
      },
      messages: ['The slug says "mithril", the file\'s name "hydra".'],
      fixed: "---\nslug: /2022/11/4/hydra\n---\n",
    },
    {
      title: "A slug of its own",
      fileName: "2022-11-02-release.md",
      markdown: "---\nslug: node-1.35.4\n---\n",
    },
    {
      title: "The date in the front matter bears it out",
      fileName: "2022-11-02-release.md",
      markdown: "---\nslug: 2022-11-04-release\ndate: 2022-11-04\n---\n",
    },
    {
      title: "Other words behind the date, where that is usual",
      fileName: "2022-11-04-hydra.md",
      others: {
        "2022-10-04-hydra.md": "---\nslug: 2022-10-04-heads\n---\n",
        "2022-09-04-hydra.md": "---\nslug: 2022-09-04-closing\n---\n",
        "2022-08-04-hydra.md": "---\nslug: 2022-08-04-hydra\n---\n",
      },
      markdown: "---\nslug: 2022-11-04-demo\n---\n",
    },
  ],
  convention: ({ frontMatter }, { name }) => {
    const said = slugName(frontMatter?.slug ?? "");
    return (
      said.date !== undefined &&
      name.date !== undefined &&
      (said.date !== name.date || plain(said.rest) !== plain(name.rest))
    );
  },
  *check(post: Post) {
    const { site } = post.knowledge;
    const slug = scalarIn(post.document, "slug");
    if (!site || !slug) return;
    const { name } = site;
    const said = slugName(slug.text);
    if (!said.date || !name.date) return;
    const isOfDate = said.date === name.date;
    // Most slugs are right: the other posts need not be looked at.
    if (isOfDate && plain(said.rest) === plain(name.rest)) return;
    const [twin] = site.said(slugsOf).posts(slug.text);
    const isBorneOut = dateOf(post)?.date === said.date && !twin;
    if (!isOfDate && isBorneOut) return;
    const severity = isOfDate ? restSeverity(said, site) : "warning";
    if (severity === undefined) return;
    const collision = twin
      ? ` ${fileName(twin.uri)} has the same slug: only one of the two pages can be reached.`
      : "";
    yield {
      span: slug.span,
      severity,
      message: isOfDate
        ? `The slug says "${said.rest}", the file's name "${name.rest}".${collision}`
        : `The slug says ${said.date}, the file's name ${fileName(post.uri)}.${collision}`,
      fixes: () => fixes(post, slug, said, site),
    };
  },
};

/** How sure it is that a slug should say of the team what the file's name does; undefined where it need not. */
function restSeverity(said: PostName, site: Site): Severity | undefined {
  const others = site.said(restsOf);
  const dated = others.times("dated");
  const alike = others.times("alike");
  if (dated < 3 || alike < dated * 0.9) return undefined;
  // The name of another team, and of no post of this one: a copy.
  return others.times(`alike ${said.rest}`) > 0 ? "warning" : "information";
}

/** Whether a post's slug has a date, and says behind it what the file's name does. */
const restsOf: Saying = ({ frontMatter }, { name }) => {
  const slug = slugName(frontMatter?.slug ?? "");
  if (!slug.date) return [];
  return slug.rest === name.rest
    ? ["dated", "alike", `alike ${slug.rest}`]
    : ["dated"];
};

function fixes(
  post: Post,
  slug: YamlScalar,
  said: PostName,
  { name }: Site,
): Fix[] {
  const { lines } = post.document;
  const changed = (rest: string) => newSlug(slug.text, name.date ?? "", rest);
  const replace = (scalar: YamlScalar, newText: string): TextEdit => ({
    range: lines.rangeOf(innerSpan(scalar)),
    newText,
  });
  const date = dateOf(post);
  // Copied with the slug.
  const isStale = date?.date === said.date && said.date !== name.date;
  const dateEdits =
    date && isStale ? [replace(date.scalar, name.date ?? "")] : [];
  return [...new Set([changed(said.rest), changed(name.rest)])]
    .filter((text) => text !== slug.text)
    .map((text, index) => ({
      kind: "edit",
      title: `Change the slug to ${text}${isStale ? `, and the date to ${name.date}` : ""}`,
      edits: [replace(slug, text), ...dateEdits],
      ...(index === 0 && { preferred: true }),
      certain: false,
    }));
}

/** The slug with another date, in its own notation, and another rest. */
function newSlug(slug: string, date: string, rest: string): string {
  return slug.replace(
    /(\d{4})([-/])(\d{1,2})[-/](\d{1,2})(?:([-_/])[^/]*)?(\/?)$/,
    (_all, _year, between, month, _day, before = "-", end) => {
      const numbers = slugName(slug).date === date ? [] : date.split("-");
      const written =
        numbers.length === 0
          ? /\d{4}[-/]\d{1,2}[-/]\d{1,2}/.exec(slug)?.[0]
          : numbers
              .map((one) => (month.length === 1 ? String(Number(one)) : one))
              .join(between);
      return `${written}${rest === "" ? "" : `${before}${rest}`}${end}`;
    },
  );
}

function dateOf({ document }: Post) {
  const scalar = scalarIn(document, "date");
  return (
    scalar && {
      scalar,
      date: /^\d{4}-\d{2}-\d{2}$/.exec(scalar.text)?.[0],
    }
  );
}

function plain(rest: string): string {
  return rest.toLowerCase().replace(/[-_ ]+/g, "-");
}

/** As a message calls a post. */
function fileName(uri: string): string {
  const [name = "", folder = ""] = placeOf(uri).split("/").reverse();
  return name.startsWith("index.") ? `${folder}/${name}` : name;
}
