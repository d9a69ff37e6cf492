import { expect, test } from "vitest";
import { parse } from "../../server/src/markdown/parse.js";
import { dayOf } from "../../server/src/targets/iso-date.js";
import { postDay } from "../../server/src/workspace/post-day.js";

const day = (fileName: string, text: string) =>
  postDay(`file:///blog/${fileName}`, parse(text));

test.each([
  ["2022-08-12-sre.md", "", "2022-08-12"],
  ["2022-08-12-sre/index.md", "", "2022-08-12"],
  ["sre.md", "---\ndate: 2022-08-12\n---\n", "2022-08-12"],
  ["sre.md", "---\ndate: 2022-08-12T23:30:00-05:00\n---\n", "2022-08-12"],
  ["sre.md", '---\ndate: "2022-08-12"\n---\n', "2022-08-12"],
  ["sre.md", "---\nslug: 2022-08-12-sre\n---\n", "2022-08-12"],
  ["sre.md", "---\nslug: /weeks/2022-08-12-sre\n---\n", "2022-08-12"],
  [
    "2022-08-12-sre.md",
    "---\ndate: 2023-01-01\nslug: 2024-01-01\n---\n",
    "2022-08-12",
  ],
  ["sre.md", "---\ndate: 2022-08-12\nslug: 2024-01-01\n---\n", "2022-08-12"],
])("%s with %j is of %3$s", (fileName, text, expected) => {
  expect(day(fileName, text)).toBe(dayOf(expected));
});

test.each([
  ["sre.md", ""],
  ["2022-13-12-sre.md", ""],
  ["20220812.md", ""],
  ["sre.md", "---\ndate: soon\nslug: sre\n---\n"],
  ["sre.md", "---\ndate: [2022-08-12]\n---\n"],
  ["sre.md", "---\n: {\n---\n"],
])("%s with %j has no date", (fileName, text) => {
  expect(day(fileName, text)).toBeUndefined();
});

test("days are counted from the epoch", () => {
  expect(dayOf("1970-01-01")).toBe(0);
  expect(dayOf("2000-03-01T00:00:00Z")).toBe(11_017);
  expect(dayOf("2024-02-29")).toBe(19_782);
});
