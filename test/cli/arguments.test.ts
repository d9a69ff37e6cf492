import { describe, expect, test } from "vitest";
import { readArguments } from "../../server/src/cli/arguments.js";

const read = (line: string) =>
  readArguments(
    line.split(" ").filter((word) => word !== ""),
    (id) => id === "undefined-reference",
  );

test.each([
  ["", { command: "help" }],
  ["help", { command: "help" }],
  ["check --help", { command: "help" }],
  ["-h", { command: "help" }],
  ["--version", { command: "version" }],
  ["server --stdio", { command: "server" }],
  [
    "explain undefined-reference",
    { command: "explain", ruleId: "undefined-reference" },
  ],
])("weeknotes %s", (line, command) => {
  expect(read(line)).toEqual(command);
});

test("check, with nothing said", () => {
  expect(read("check")).toEqual({
    command: "check",
    paths: ["."],
    fix: false,
    format: "pretty",
    rules: {},
    maxWarnings: 0,
    online: false,
    color: undefined,
  });
});

test("check, with everything said", () => {
  expect(
    read(
      "check --fix --format sarif --rule undefined-reference=error --max-warnings 3 --online --no-color blog news/*.md",
    ),
  ).toEqual({
    command: "check",
    paths: ["blog", "news/*.md"],
    fix: true,
    format: "sarif",
    rules: { "undefined-reference": "error" },
    maxWarnings: 3,
    online: true,
    color: false,
  });
});

describe("wrong usage is one line that says what to do", () => {
  test.each([
    ["chekc", 'There is no command "chekc". "weeknotes --help" lists them.'],
    ["check --fxi", "Unknown option '--fxi'"],
    [
      "check --format xml",
      'There is no format "xml". Use one of: pretty, json, sarif, github',
    ],
    [
      "check --rule undefind=off",
      'There is no rule "undefind" (in --rule undefind=off). "weeknotes --help" lists them.',
    ],
    [
      "check --rule undefined-reference",
      '"" is no severity (in --rule undefined-reference). Use one of: default, off, hint, information, warning, error',
    ],
    [
      "check --rule undefined-reference=loud",
      '"loud" is no severity (in --rule undefined-reference=loud). Use one of: default, off, hint, information, warning, error',
    ],
    [
      "check --max-warnings many",
      '--max-warnings takes a whole number, and "many" is none',
    ],
    [
      "check --max-warnings -1",
      "Option '--max-warnings' argument is ambiguous",
    ],
    [
      "server",
      "The server speaks over standard input and output: weeknotes server --stdio",
    ],
    ["explain", "Name one rule: weeknotes explain undefined-reference"],
    [
      "explain nothing",
      'There is no rule "nothing". "weeknotes --help" lists them.',
    ],
  ])("weeknotes %s", (line, message) => {
    expect(() => read(line)).toThrow(message);
    try {
      read(line);
    } catch (error) {
      expect(String(error)).not.toContain("\n");
    }
  });
});
