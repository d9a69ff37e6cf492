import fc from "fast-check";
import { expect, test } from "vitest";
import {
  builtInStyles,
  formatLabel,
  readingFits,
  readLabel,
  styleProblem,
  stylesWith,
} from "../../server/src/targets/label-styles.js";
import type { Target } from "../../server/src/targets/target.js";
import { anyTarget } from "./arbitraries.js";

test("any text is a style or has a problem, and none is thrown", () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (style, label) => {
      expect(["string", "undefined"]).toContain(typeof styleProblem(style));
      readLabel(label, stylesWith([style]));
    }),
  );
});

test("a label that a style gives is read back by it", () => {
  const style = fc.constantFrom(...builtInStyles, "MR {n} ({repo})");
  fc.assert(
    fc.property(anyTarget, style, (target, template) => {
      const label = formatLabel(target, template);
      if (label === undefined) return;
      const readings = readLabel(label, [template]);
      expect(readings.some((reading) => readingFits(reading, target))).toBe(
        true,
      );
    }),
    { numRuns: 2000 },
  );
});

test("a built-in style says a pull request of an ordinary name first", () => {
  const name = fc.stringMatching(/^[a-z]{2,8}(?:[-.][a-z]{2,8}){0,2}$/);
  const styles = fc.constantFrom(
    "{repo}-pull-{n}",
    "{repo}#{n}",
    "{owner}/{repo}#{n}",
    "{repo} PR #{n}",
  );
  fc.assert(
    fc.property(name, fc.nat({ max: 99999 }), styles, (repo, nat, style) => {
      const number = nat + 1;
      const target: Target = {
        kind: "pull",
        host: "github.com",
        owner: "octo",
        repo,
        number,
        suffix: "",
      };
      const label = formatLabel(target, style);
      expect(readLabel(label ?? "")[0]).toMatchObject({ repo, number });
    }),
  );
});
