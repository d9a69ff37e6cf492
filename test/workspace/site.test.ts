import { describe, expect, test } from "vitest";
import { parse } from "../../server/src/markdown/parse.js";
import { factsOf } from "../../server/src/workspace/facts.js";
import { createIndex } from "../../server/src/workspace/index.js";
import { postName, slugName } from "../../server/src/workspace/post-name.js";
import { namesOf, tagsOf } from "../../server/src/workspace/sayings.js";
import { defaultSettings } from "../../server/src/workspace/settings.js";
import type { Site } from "../../server/src/workspace/site.js";
import { createSiteFiles } from "../../server/src/workspace/site-files.js";

const root = "file:///w";

/** The site of a file among others, paths relative to the workspace. */
function siteOf(
  path: string,
  files: Readonly<Record<string, string>> = {},
  posts: readonly string[] = [],
): Site | undefined {
  const siteFiles = createSiteFiles();
  const settings = { ...defaultSettings, posts };
  const index = createIndex(settings, root, siteFiles);
  for (const [name, text] of Object.entries(files)) {
    if (name.endsWith(".md"))
      index.set(factsOf(`${root}/${name}`, parse(text), ["github.com"]));
    else siteFiles.set(`${root}/${name}`, text);
  }
  return index.knowledgeOf(`${root}/${path}`).site;
}

describe("the names of posts", () => {
  test.each([
    ["2022-11-04-hydra.md", "2022-11-04", "hydra"],
    ["2022-11-04-hydra/index.mdx", "2022-11-04", "hydra"],
    ["2022/11/04-hydra.md", "2022-11-04", "hydra"],
    ["2022/11/04/hydra.md", "2022-11-04", "hydra"],
    ["team/2022-1-4_node-cli.md", "2022-01-04", "node-cli"],
    ["2022-11-04.md", "2022-11-04", ""],
    ["2022-11-04.hydra.md", "2022-11-04", "hydra"],
    ["hydra.md", undefined, "hydra"],
    ["2022-13-04-hydra.md", undefined, "2022-13-04-hydra"],
    ["2022-11-04-hydra/notes/x.md", undefined, "x"],
  ])("%s", (path, date, rest) => {
    expect(postName(path)).toEqual({ date, rest });
  });

  test.each([
    ["2022-11-04-hydra", "2022-11-04", "hydra"],
    ["/2022/11/04/hydra/", "2022-11-04", "hydra"],
    ["/weeks/2022-11-04", "2022-11-04", ""],
    ["release-1.35", undefined, "release-1.35"],
  ])("slug %s", (slug, date, rest) => {
    expect(slugName(slug)).toEqual({ date, rest });
  });
});

describe("what is a post", () => {
  test("a date in the name, and nothing else known", () => {
    expect(siteOf("reports/2022-11-04-hydra.md")?.path).toBe(
      "2022-11-04-hydra.md",
    );
    expect(siteOf("reports/2022/11/04-hydra.md")?.path).toBe(
      "2022/11/04-hydra.md",
    );
    expect(siteOf("reports/2022-11-04-hydra/index.md")?.path).toBe(
      "2022-11-04-hydra/index.md",
    );
    expect(siteOf("README.md")).toBeUndefined();
    expect(siteOf("2022-11-04-hydra/notes/x.md")).toBeUndefined();
    expect(siteOf("reports/2022-11-04-hydra.md")?.isDocusaurus).toBe(false);
  });

  test("with authors beside or above it", () => {
    const files = { "blog/authors.yml": "ch1bo:\n  name: Sebastian\n" };
    const site = siteOf("blog/2022/11/04-hydra.md", files);
    expect(site?.path).toBe("2022/11/04-hydra.md");
    expect(site?.isDocusaurus).toBe(true);
    expect(site?.authors?.entries.get("ch1bo")?.name).toBe("Sebastian");
    expect(siteOf("blog/README.md", files)).toBeUndefined();
    expect(siteOf("other/2022-11-04-x.md", files)?.authors).toBeUndefined();
  });

  const config = `
    import { themes } from 'prism-react-renderer';
    // blog: { path: 'commented-out' },
    export default {
      url: "https://example.com", /* blog: false */
      presets: [['classic', /** @type {any} */ ({
        docs: false,
        blog: { path: './weekly', feedOptions: { path: 'no' }, authorsMapPath: '../people/authors.yml',
                truncateMarker: /<!--\\s*(truncate)\\s*-->/, onInlineTags: 'throw' },
      })]],
      plugins: [['@docusaurus/plugin-content-blog', { id: 'quarterly', routeBasePath: 'q', path: 'quarterly', tags: false }]],
    };`;

  test("whose translation takes the lists that it does not have itself", () => {
    const files = {
      "docusaurus.config.js": "export default { presets: ['classic'] };",
      "blog/authors.yml": "a: {name: A}\n",
      "blog/tags.yml": "hydra:\n",
      "i18n/fr/docusaurus-plugin-content-blog/tags.yml": "hydre:\n",
    };
    const site = siteOf("i18n/fr/docusaurus-plugin-content-blog/x.md", files);
    expect(site?.authors?.entries.has("a")).toBe(true);
    expect([...(site?.tags?.entries.keys() ?? [])]).toEqual(["hydre"]);
  });

  test("in the blogs of a Docusaurus configuration, which is not run", () => {
    const files = {
      "site/docusaurus.config.js": config,
      "site/people/authors.yml": "a:\n  name: A\n",
      "site/weekly/tags.yml": "hydra:\n",
      "site/quarterly/tags.yml": "hydra:\n",
      "site/i18n/fr/docusaurus-plugin-content-blog-quarterly/authors.yml":
        "b: {name: B}",
    };
    const weekly = siteOf("site/weekly/any name.md", files);
    expect(weekly?.authors?.entries.has("a")).toBe(true);
    expect(weekly?.tags?.entries.has("hydra")).toBe(true);
    expect(weekly?.onInlineTags).toBe("throw");
    expect(siteOf("site/quarterly/x.md", files)?.tags).toBeUndefined();
    expect(
      siteOf(
        "site/i18n/fr/docusaurus-plugin-content-blog-quarterly/x.md",
        files,
      )?.authors?.entries.has("b"),
    ).toBe(true);
    expect(siteOf("site/docs/intro.md", files)).toBeUndefined();
    expect(siteOf("site/weekly/_draft.md", files)).toBeUndefined();
  });

  test.each([
    ["presets: [['@docusaurus/preset-classic', { blog: {} }]]", true],
    ["presets: ['classic']", true],
    ["presets: [['classic', options]]", true],
    ["plugins: ['@docusaurus/plugin-content-blog']", true],
    [
      "plugins: [[require.resolve('@docusaurus/plugin-content-blog'), {}]]",
      true,
    ],
    ["presets: [['classic', ({ docs: {} })]], themeConfig: { blog: {} }", true],
    [
      "plugins: [['content-blog', { path: path.resolve(__dirname, 'blog') }]]",
      true,
    ],
    ["plugins: [['content-blog', { path: folderOf('blog') }]]", false],
    [
      "presets: [['classic', { blog: { path: 'x' } }]], themeConfig: { blog: {} }",
      false,
    ],
    ["type: import('@docusaurus/plugin-content-blog')", false],
    ["presets: [['classic', { blog: false }]]", false],
    ["plugins: ['@docusaurus/plugin-content-docs']", false],
    ["it is 'no JavaScript", false],
  ])("the default folder by %s: %s", (text, isPost) => {
    const files = { "docusaurus.config.ts": `export default { ${text} };` };
    expect(siteOf("blog/hello.md", files) !== undefined).toBe(isPost);
  });

  test("as the setting says, and nothing else", () => {
    const posts = ["notes/**/*.md", "!notes/drafts"];
    expect(siteOf("notes/a/hello.md", {}, posts)?.path).toBe("hello.md");
    expect(siteOf("notes/drafts/hello.md", {}, posts)).toBeUndefined();
    expect(siteOf("blog/2022-11-04-hydra.md", {}, posts)).toBeUndefined();
  });
});

test("the others are the posts of the same folder", () => {
  const files = {
    "blog/authors.yml": "",
    "blog/2022-11-04-hydra.md": "",
    "blog/2022/11/05-ledger.md": "",
    "quarterly/2022-11-04-hydra.md": "",
    "blog/README.md": "",
  };
  const site = siteOf("blog/2022-11-04-hydra.md", files);
  expect([...(site?.said(namesOf).all() ?? [])]).toEqual([["ledger", 1]]);
});

test("what tells of a site may change", () => {
  const siteFiles = createSiteFiles();
  const index = createIndex(defaultSettings, root, siteFiles);
  const uri = `${root}/blog/2022-11-04-a.md`;
  const site = () => index.knowledgeOf(uri).site;
  index.set(factsOf(uri, parse(""), []));
  index.set(factsOf(`${root}/blog/2022-11-05-b.md`, parse(""), []));
  expect(site()?.authors).toBeUndefined();
  expect(siteFiles.set(`${root}/blog/authors.yml`, "a: {name: A}")).toBe(true);
  expect(siteFiles.set(`${root}/blog/authors.yml`, "a: {name: A}")).toBe(false);
  expect([...(site()?.authors?.entries.keys() ?? [])]).toEqual(["a"]);
  expect(site()?.size).toBe(1);
  index.delete(`${root}/blog/2022-11-05-b.md`);
  expect(site()?.size).toBe(0);
  siteFiles.set(`${root}/blog/authors.yml`, undefined);
  expect(site()?.authors).toBeUndefined();
});

test("what the others say is kept up to date, without what a post says itself", () => {
  const index = createIndex(defaultSettings, root);
  const set = (name: string, tags: string) =>
    index.set(
      factsOf(`${root}/${name}`, parse(`---\ntags: [${tags}]\n---\n`), []),
    );
  const tagsBeside = (name: string) => {
    const said = index.knowledgeOf(`${root}/${name}`).site?.said(tagsOf);
    return Object.fromEntries(said?.all() ?? []);
  };
  set("2022-11-04-a.md", "hydra, hydra, ledger");
  set("2022-11-11-b.md", "hydra");
  expect(tagsBeside("2022-11-04-a.md")).toEqual({ hydra: 1 });
  expect(tagsBeside("2022-11-18-new.md")).toEqual({ hydra: 2, ledger: 1 });
  set("2022-11-11-b.md", "network");
  expect(tagsBeside("2022-11-04-a.md")).toEqual({ network: 1 });
  index.delete(`${root}/2022-11-04-a.md`);
  expect(tagsBeside("2022-11-18-new.md")).toEqual({ network: 1 });
});

test("the lists that configurations name", () => {
  const files = createSiteFiles();
  files.set(`${root}/a%20b/docusaurus.config.js`, config("../our lists/a.yml"));
  files.set(`${root}/docusaurus.config.ts`, config("authors.json"));
  files.set(`${root}/blog/authors.yml`, "a: {}\n");
  expect([...files.namedLists()]).toEqual([
    `${root}/a%20b/our%20lists/a.yml`,
    `${root}/a%20b/blog/tags.yml`,
    `${root}/blog/authors.json`,
    `${root}/blog/tags.yml`,
  ]);

  function config(authors: string): string {
    return `export default { plugins: [['content-blog', { authorsMapPath: '${authors}' }]] };`;
  }
});
