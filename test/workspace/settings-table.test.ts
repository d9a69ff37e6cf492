import { expect, test } from "vitest";
import { readSettings } from "../../server/src/workspace/read-settings.js";
import { defaultSettings } from "../../server/src/workspace/settings.js";
import {
  type SettingRow,
  settingsTable,
} from "../../server/src/workspace/settings-table.js";

const shared = settingsTable.filter(({ editorOnly }) => !editorOnly);

test("the table has every setting, with the default that holds", () => {
  const { github, ...others } = defaultSettings;
  const inGitHub = Object.entries(github).map(
    ([name, value]) => [`github.${name}`, value] as const,
  );
  expect(
    Object.fromEntries(
      shared.map(({ name, schema }) => [name, schema.default]),
    ),
  ).toEqual(Object.fromEntries([...Object.entries(others), ...inGitHub]));
});

test.each(
  shared.flatMap((row) =>
    (row.schema.examples ?? []).map((example) => ({ row, example })),
  ),
)("the example of $row.name is taken", ({ row, example }) => {
  const { settings, problems } = readSettings(
    nested(row, example),
    defaultSettings,
  );
  expect(problems).toEqual([]);
  expect(settings).toMatchObject(nested(row, example));
});

function nested({ name }: SettingRow, value: unknown): object {
  const [outer = "", inner] = name.split(".");
  return { [outer]: inner === undefined ? value : { [inner]: value } };
}
