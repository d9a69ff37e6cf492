import { expect, test } from "vitest";
import {
  isInFolder,
  joinUri,
  normalizeUri,
  parentUri,
} from "../../server/src/lsp/uris.js";

test.each([
  ["file:///a/b%20c.md", "file:///a/b%20c.md"],
  ["file:///a/b (1).md", "file:///a/b%20%281%29.md"],
  ["file:///a/[x]@y.md", "file:///a/%5Bx%5D%40y.md"],
  ["FILE:///C:/a.md", "file:///c%3A/a.md"],
  ["file:///c%3A/a.md", "file:///c%3A/a.md"],
  ["file:///a/%E2%82%AC.md", "file:///a/%E2%82%AC.md"],
  ["file:///a/€.md", "file:///a/%E2%82%AC.md"],
  ["file:///a/100%.md", "file:///a/100%25.md"],
  ["file://server/share/a.md", "file://server/share/a.md"],
  ["vscode-vfs://github/a/b.md?x#y", "vscode-vfs://github/a/b.md?x#y"],
  ["untitled:Untitled-1", "untitled:Untitled-1"],
  ["no uri", "no uri"],
])("%s is spelled %s", (uri, expected) => {
  expect(normalizeUri(uri)).toBe(expected);
  expect(normalizeUri(expected)).toBe(expected);
});

test("a path is joined to its folder", () => {
  expect(joinUri("file:///a b/", "c d/é.md")).toBe(
    "file:///a%20b/c%20d/%C3%A9.md",
  );
  expect(joinUri("file:///a", "b.md")).toBe("file:///a/b.md");
});

test("parents end at the root", () => {
  expect(parentUri("file:///a/b.md")).toBe("file:///a");
  expect(parentUri("file:///a")).toBe("file:///a");
  expect(parentUri("vscode-vfs://github/a")).toBe("vscode-vfs://github/a");
});

test("a folder holds what is below it, not what begins like it", () => {
  expect(isInFolder("file:///a/b.md", "file:///a")).toBe(true);
  expect(isInFolder("file:///a/b.md", "file:///a/")).toBe(true);
  expect(isInFolder("file:///ab/c.md", "file:///a")).toBe(false);
});
