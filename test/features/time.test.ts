import { describe, expect, test } from "vitest";
import {
  ago,
  calendarDate,
  timeOf,
  untilTime,
} from "../../server/src/features/time.js";

test.each(["", "yesterday", "2022-13-01T00:00:00Z", "2022-10-18"])(
  "%j is no date",
  (text) => {
    expect(timeOf(text)).toBeUndefined();
    expect(calendarDate(text)).toBeUndefined();
  },
);

test("calendarDate", () => {
  expect(calendarDate("2022-02-03T23:59:59Z")).toBe("3 Feb 2022");
});

describe("ago", () => {
  const minutes = 60_000;
  const days = 24 * 60 * minutes;
  test.each([
    [-5 * minutes, "just now"],
    [59_000, "just now"],
    [minutes, "1 minute ago"],
    [59 * minutes, "59 minutes ago"],
    [60 * minutes, "1 hour ago"],
    [days, "1 day ago"],
    [2 * days, "2 days ago"],
    [29 * days, "29 days ago"],
    [30 * days, "1 month ago"],
    [364 * days, "11 months ago"],
    [365 * days, "1 year ago"],
    [3 * 365 * days, "2 years ago"],
  ])("%d ms: %s", (passed, expected) => {
    const now = Date.parse("2026-01-01T00:00:00Z");
    expect(ago(now - passed, now)).toBe(expected);
  });
});

test("untilTime", () => {
  const now = Date.parse("2026-01-01T08:03:30Z");
  expect(untilTime(now + 60_000, now)).toBe("08:04 UTC (in 1 minute)");
  expect(untilTime(now - 60_000, now)).toBe("08:02 UTC (in 1 minute)");
});
