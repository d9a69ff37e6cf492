import fc from "fast-check";
import { expect, test } from "vitest";
import { timeOf } from "../../server/src/features/time.js";

test("timeOf reads every date of GitHub's", () => {
  fc.assert(
    fc.property(
      fc.date({
        min: new Date("1970-01-01T00:00:00Z"),
        max: new Date("2199-12-31T23:59:59Z"),
        noInvalidDate: true,
      }),
      (date) => {
        const iso = `${date.toISOString().slice(0, 19)}Z`;
        expect(timeOf(iso)).toBe(Date.parse(iso));
      },
    ),
  );
});
