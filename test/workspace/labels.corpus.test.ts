import { expect, test } from "vitest";
import { figures, measure } from "../bench/labels/measure.js";
import { recordedCorpora } from "../bench/labels/posts.js";

test("labels of real reports are read and written as their authors did", () => {
  const hidden = recordedCorpora.flatMap((parts) =>
    measure(parts.flatMap(({ posts }) => posts)),
  );
  expect(figures(hidden).wronglyCertain).toBe(0);
  const readable = hidden.filter(({ known, readable }) => known && readable);
  const { style, offered, first } = figures(readable);
  const share = (some: number) => some / readable.length;
  expect(readable.length).toBeGreaterThan(300);
  expect(share(style)).toBeGreaterThan(0.95);
  expect(share(offered)).toBeGreaterThan(0.95);
  expect(share(first)).toBeGreaterThan(0.9);
}, 60_000);
