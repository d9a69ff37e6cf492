import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { documentSelector } from "../../client/src/document-selector.js";
import { semanticTokensLegend } from "../../server/src/features/semantic-tokens.js";

const root = new URL("../../", import.meta.url);
const manifest = JSON.parse(
  await readFile(new URL("package.json", root), "utf8"),
);
const { contributes } = manifest;
const contributed: readonly string[] = contributes.commands.map(
  ({ command }: { command: string }) => command,
);

test("every contributed command is registered, and every registered one contributed", async () => {
  const source = await readFile(
    new URL("client/src/commands.ts", root),
    "utf8",
  );
  const registered = new Set(source.match(/(?<=")weeknotes\.\w+(?=")/g));
  expect([...registered].sort()).toEqual([...contributed].sort());
});

test("menus and walkthroughs name contributed commands", () => {
  const named = JSON.stringify([contributes.menus, contributes.walkthroughs])
    .match(/weeknotes\.(?!repositories)\w+/g)
    ?.filter((name) => !contributed.includes(name));
  expect(named).toEqual([]);
});

test("every file the manifest names is there", async () => {
  const paths = [
    manifest.icon,
    ...contributes.grammars.map(({ path }: { path: string }) => path),
    ...contributes.jsonValidation.map(({ url }: { url: string }) => url),
    ...contributes.walkthroughs.flatMap(
      ({ steps }: { steps: { media: { markdown: string } }[] }) =>
        steps.map(({ media }) => media.markdown),
    ),
  ];
  for (const path of paths) await readFile(new URL(path, root));
});

test("no workspace decides where the token goes", () => {
  const { properties } = contributes.configuration;
  expect(properties["weeknotes.github.apiUrl"].scope).toBe("machine");
  expect(properties["weeknotes.github.hosts"].scope).toBe("machine");
});

test("VS Code knows the server's tokens, and each state has a colour by default", () => {
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id);
  expect(ids(contributes.semanticTokenTypes)).toEqual(
    semanticTokensLegend.tokenTypes,
  );
  expect(ids(contributes.semanticTokenModifiers)).toEqual(
    semanticTokensLegend.tokenModifiers,
  );
  const selectors = semanticTokensLegend.tokenModifiers.map(
    (state) => `weeknotesReference.${state}`,
  );
  for (const { scopes } of contributes.semanticTokenScopes)
    expect(Object.keys(scopes)).toEqual(selectors);
  expect(
    contributes.semanticTokenScopes.map(
      ({ language }: { language: string }) => ({ language }),
    ),
  ).toEqual(documentSelector);
});
