import assert from "node:assert/strict";
import {
  commands,
  type Location,
  type LocationLink,
  Position,
  Uri,
  WorkspaceEdit,
  workspace,
} from "vscode";
import {
  actionOf,
  apply,
  completionOf,
  completionsOf,
  expectFindings,
  expectHover,
  findingOf,
  labelOf,
} from "./ask.js";
import { expectText, openPost, workspaceUri } from "./post.js";
import { eventually } from "./wait.js";

/** A post of the team, as the window's posts open. */
const post = (frontMatter: string) =>
  `---\ntitle: SRE Team Update\n${frontMatter}\n---\n\n## High level summary\n\nHello.\n`;

const fixes = [
  {
    what: "removes a blank line that keeps front matter from being read",
    rule: "front-matter-missing",
    text: `\n${post("authors: manveru\ntags: [sre]")}`,
    title: /^Remove what stands before it$/,
    fixed: post("authors: manveru\ntags: [sre]"),
  },
  {
    what: "gives the slug the date of the file's name",
    rule: "slug-file-name",
    text: post("slug: 2021-08-19-draft\nauthors: manveru"),
    title: /^Change the slug to 2022-08-19/,
    fixed: /^slug: 2022-08-19-draft/m,
  },
  {
    what: "changes a misspelt author to the one that is meant",
    rule: "unknown-author",
    text: post("authors: manvreu"),
    title: /^Change to manveru/,
    fixed: post("authors: manveru"),
  },
];

export function describeConventions(): void {
  describe("front matter", () => {
    for (const { what, rule, text, title, fixed } of fixes) {
      it(what, async () => {
        const open = await openPost(text);
        const { range } = await findingOf(open, rule);
        await apply(await actionOf(open, range, title));
        if (typeof fixed === "string") await expectText(open, fixed);
        else
          await eventually("the fix", () =>
            fixed.test(open.document.getText()),
          );
        await expectFindings(open, rule, 0);
      });
    }

    it("completes the authors that are not listed yet, found by their names", async () => {
      const open = await openPost(post("authors: [manveru, $0]"));
      const item = await completionOf(open, "JaredCorduan");
      assert.match(item.filterText ?? "", /Jared Corduan/);
      const labels = (await completionsOf(open)).map(labelOf);
      assert.ok(labels.includes("coot"));
      assert.ok(!labels.includes("manveru"));
    });

    it("shows who an author is, and goes to the entry in authors.yml", async () => {
      const open = await openPost(post("authors: [coot]"));
      const place = open.rangeOf("coot");
      await expectHover(open, place, /Marcin Szamotulski[\s\S]*Network Team/);
      const [found] = await commands.executeCommand<
        (Location | LocationLink)[]
      >("vscode.executeDefinitionProvider", open.document.uri, place.start);
      assert.ok(found);
      const { uri, range } =
        "uri" in found
          ? found
          : { uri: found.targetUri, range: found.targetRange };
      assert.ok(uri.path.endsWith("/blog/authors.yml"));
      const list = await workspace.openTextDocument(uri);
      assert.equal(list.getText(range), "coot");
    });

    it("knows an author whose entry is not saved yet", async () => {
      const open = await openPost(post("authors: newcomer"));
      await findingOf(open, "unknown-author");
      const uri = Uri.joinPath(workspaceUri(), "blog/authors.yml");
      await workspace.openTextDocument(uri);
      const edit = new WorkspaceEdit();
      edit.insert(uri, new Position(0, 0), "newcomer:\n  name: New Comer\n\n");
      await workspace.applyEdit(edit);
      await expectFindings(open, "unknown-author", 0);
    });
  });
}
