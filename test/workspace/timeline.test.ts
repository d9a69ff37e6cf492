import { expect, test } from "vitest";
import { parse } from "../../server/src/markdown/parse.js";
import { factsOf } from "../../server/src/workspace/facts.js";
import { Timeline } from "../../server/src/workspace/timeline.js";

function timelineOf(...names: readonly string[]): Timeline {
  const timeline = new Timeline();
  for (const name of names) timeline.add(factsOf(name, parse(""), []));
  return timeline;
}

function nearest(timeline: Timeline, uri: string, most: number): string {
  const { day } = factsOf(uri, parse(""), []);
  return timeline
    .nearest(uri, day, most)
    .map(({ uri }) => uri.replace(".md", ""))
    .join(" ");
}

test("the nearest days come first, before and behind", () => {
  const timeline = timelineOf(
    "2022-01-01.md",
    "2022-01-09.md",
    "2022-02-01.md",
    "2022-01-07.md",
  );
  expect(nearest(timeline, "2022-01-08-x.md", 9)).toBe(
    "2022-01-09 2022-01-07 2022-01-01 2022-02-01",
  );
  expect(nearest(timeline, "2022-01-08-x.md", 1)).toBe("2022-01-09");
  expect(nearest(timeline, "2021-12-31.md", 2)).toBe("2022-01-01 2022-01-07");
});

test("of one day, and as far away, the one that was added first", () => {
  const timeline = timelineOf(
    "2022-01-03-b.md",
    "2022-01-01-z.md",
    "2022-01-03-a.md",
    "2022-01-01-y.md",
    "2022-01-02-c.md",
  );
  expect(nearest(timeline, "2022-01-02-x.md", 4)).toBe(
    "2022-01-02-c 2022-01-03-b 2022-01-01-z 2022-01-03-a",
  );
});

test("a post is not near to itself, and one without a day to none", () => {
  const timeline = timelineOf("2022-01-01.md", "notes.md", "2022-01-02.md");
  expect(nearest(timeline, "2022-01-01.md", 9)).toBe("2022-01-02");
  expect([...timeline.posts()]).toHaveLength(3);
});

test("to a post without a day the latest are the nearest", () => {
  const timeline = timelineOf("2022-01-01.md", "2023-01-01.md");
  expect(nearest(timeline, "notes.md", 1)).toBe("2023-01-01");
});

test("what comes and goes is seen", () => {
  const timeline = timelineOf("2022-01-01.md");
  expect(nearest(timeline, "2022-01-03-x.md", 9)).toBe("2022-01-01");
  timeline.add(factsOf("2022-01-02.md", parse(""), []));
  expect(nearest(timeline, "2022-01-03-x.md", 9)).toBe("2022-01-02 2022-01-01");
  timeline.remove("2022-01-01.md");
  expect(nearest(timeline, "2022-01-03-x.md", 9)).toBe("2022-01-02");
});
