import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const lockfile = new URL("../../package-lock.json", import.meta.url);

interface LockedPackage {
  readonly integrity?: string;
  readonly resolved?: string;
}

const packages: Record<string, LockedPackage> = JSON.parse(
  readFileSync(lockfile, "utf8"),
).packages;
const locked = Object.entries(packages).filter(([path]) => path !== "");

test("every package is known by its hash, those of other platforms included", () => {
  const unknown = locked.filter(([, { integrity }]) => !integrity);
  expect(unknown.map(([path]) => path)).toEqual([]);
});

test("no package is bound to one registry", () => {
  const bound = locked.filter(([, { resolved }]) => resolved);
  expect(bound.map(([path]) => path)).toEqual([]);
});
