import fc from "fast-check";
import { expect, test } from "vitest";
import { itemKey, sameItem } from "../../server/src/targets/target-key.js";
import { anyTarget } from "./arbitraries.js";

test("the same item has the same item key", () => {
  fc.assert(
    fc.property(anyTarget, anyTarget, (a, b) => {
      if (sameItem(a, b)) expect(itemKey(a)).toBe(itemKey(b));
      expect(sameItem(a, a)).toBe(true);
    }),
  );
});
