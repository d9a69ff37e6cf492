import { expect, test } from "vitest";
import {
  readConfiguration,
  readSettings,
} from "../../server/src/workspace/read-settings.js";
import { defaultSettings } from "../../server/src/workspace/settings.js";

const problemsOf = (value: unknown) =>
  readSettings(value, defaultSettings).problems;

test("nothing written leaves the base", () => {
  expect(readSettings({}, defaultSettings)).toEqual({
    settings: defaultSettings,
    problems: [],
  });
});

test("what is written takes the base's place; rules are added one by one", () => {
  const base = { ...defaultSettings, rules: { a: "off", b: "off" } } as const;
  const { settings, problems } = readSettings(
    {
      $schema: "x",
      repositories: ["octocat/*"],
      rules: { b: "error" },
      github: { hosts: ["github.example"] },
    },
    base,
  );
  expect(problems).toEqual([]);
  expect(settings).toEqual({
    ...defaultSettings,
    repositories: ["octocat/*"],
    labelStyles: [],
    rules: { a: "off", b: "error" },
    github: { enabled: true, hosts: ["github.example"] },
  });
});

test("what cannot be meant is named and left out, the rest still counts", () => {
  const { settings, problems } = readSettings(
    {
      repositories: "octocat/*",
      labelStyles: ["{repo}!{n}"],
      rules: { "undefined-reference": "loud", "unused-definition": "off" },
      github: { enabled: "yes" },
      repositorys: [],
    },
    defaultSettings,
  );
  expect(problems).toEqual([
    `There is no setting "repositorys".`,
    `"repositories" must be a list of strings.`,
    `"rules.undefined-reference" must be one of default, off, hint, information, warning, error.`,
    `"github.enabled" must be true or false.`,
  ]);
  expect(settings.labelStyles).toEqual(["{repo}!{n}"]);
  expect(settings.rules).toEqual({ "unused-definition": "off" });
});

test("whatever the value, a problem and no exception", () => {
  for (const value of [null, 3, "x", [], true, undefined]) {
    expect(problemsOf(value)).toEqual(["The settings are no JSON object."]);
  }
  expect(problemsOf({ rules: [], github: 1 })).toEqual([
    `"github" must be an object.`,
    `"rules" must be an object of rules and severities.`,
  ]);
});

test("a name within github that is none, and one that belongs within it", () => {
  expect(
    problemsOf({
      github: { host: [], apiUrl: "https://x" },
      "github.hosts": [],
    }),
  ).toEqual([
    `Write "github": { "hosts": … } instead of "github.hosts".`,
    `There is no setting "github.host".`,
  ]);
});

test("a configuration file does not say where the token goes", () => {
  expect(
    readConfiguration('{"github": {"apiUrl": "https://x"}}', defaultSettings),
  ).toEqual({
    settings: defaultSettings,
    problems: [`"github.apiUrl" counts in the editor's own settings only.`],
  });
});

test("a configuration file", () => {
  expect(
    readConfiguration('\uFEFF{"repositories": ["a/b"]}', defaultSettings)
      .settings.repositories,
  ).toEqual(["a/b"]);
  expect(readConfiguration("{", defaultSettings).problems[0]).toMatch(
    /^It is no valid JSON: /,
  );
});

test("an audience and words of the team's own are taken, others are named", () => {
  const { settings, problems } = readSettings(
    {
      audience: "everybody",
      claims: { shipped: "released", landed: "off", done: "finished" },
    },
    defaultSettings,
  );
  expect(settings.audience).toBe("team");
  expect(settings.claims).toEqual({ shipped: "released", landed: "off" });
  expect(problems).toEqual([
    `"audience" must be one of team, public.`,
    `"claims.done" must be one of merged, opened, closed, reviewed, released, open, in-review, in-progress, off.`,
  ]);
});
