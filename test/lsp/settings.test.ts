import { expect, test } from "vitest";
import { mergeSettings } from "../../server/src/lsp/settings.js";
import { defaultSettings } from "../../server/src/workspace/settings.js";

const file = JSON.stringify({
  repositories: ["file/*"],
  labelStyles: ["{repo}!{n}"],
  rules: { "undefined-reference": "error", "unused-definition": "off" },
  github: { enabled: false, hosts: ["github.example"] },
});
const ofFile = {
  ...defaultSettings,
  repositories: ["file/*"],
  labelStyles: ["{repo}!{n}"],
  rules: { "undefined-reference": "error", "unused-definition": "off" },
  github: { enabled: false, hosts: ["github.example"] },
};

test.each([undefined, null, {}, defaultSettings])(
  "an editor that sets nothing (%j) leaves the file's settings",
  (editor) => {
    expect(mergeSettings(editor, file)).toEqual({
      settings: ofFile,
      editorProblems: [],
      fileProblems: [],
    });
  },
);

test("what the editor sets goes before the file, rule by rule", () => {
  const editor = {
    ...defaultSettings,
    repositories: ["editor/*"],
    rules: { "undefined-reference": "hint" },
  };
  expect(mergeSettings(editor, file).settings).toEqual({
    ...ofFile,
    repositories: ["editor/*"],
    rules: { "undefined-reference": "hint", "unused-definition": "off" },
  });
});

test("names that are the editor's own are not judged, those of the file are", () => {
  const { editorProblems } = mergeSettings(
    { trace: { server: "off" }, github: { apiUrl: "https://x" }, other: 1 },
    undefined,
  );
  expect(editorProblems).toEqual([]);
  expect(mergeSettings({}, `{"other": 1}`).fileProblems).toEqual([
    `There is no setting "other".`,
  ]);
});

test.each([7, "text", [], { github: 7 }, { rules: [] }, { repositories: {} }])(
  "an editor's %j is said and does no harm",
  (editor) => {
    const { settings, editorProblems } = mergeSettings(editor, file);
    expect(settings).toEqual(ofFile);
    expect(editorProblems).toHaveLength(1);
  },
);
