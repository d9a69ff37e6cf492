import { expect, test } from "vitest";
import {
  compiledCode,
  removeOtherVersions,
} from "../../client/src/compiled-code.js";

type Context = Parameters<typeof compiledCode>[0];
type FileSystem = Parameters<typeof removeOtherVersions>[0];
type Uri = Parameters<typeof removeOtherVersions>[1];

const uriOf = (scheme: string, path: string): Uri =>
  ({
    scheme,
    path,
    with: (change: { readonly path: string }) => uriOf(scheme, change.path),
  }) as Uri;

const folderIn = (scheme: string) =>
  compiledCode({
    globalStorageUri: uriOf(scheme, "/storage"),
    extension: { packageJSON: { version: "1.2.3" } },
  } as Context);

/** Of which folders are in the only one there is; what is deleted is noted. */
function folderOf(versions: readonly string[]) {
  const deleted: string[] = [];
  const fs = {
    async readDirectory({ path }: Uri) {
      if (path !== "/storage/compiled") throw new Error(`No ${path}`);
      return versions.map((version) => [version, 2] as const);
    },
    async delete({ path }: Uri) {
      if (path.endsWith("locked")) throw new Error("in use");
      deleted.push(path);
    },
  } as unknown as FileSystem;
  return { fs, deleted };
}

test("lies in the editor's folder, apart for each version", () => {
  expect(folderIn("file")?.path).toBe("/storage/compiled/1.2.3");
  expect(folderIn("vscode-userdata")).toBeUndefined();
});

test("what other versions left is removed", async () => {
  const { fs, deleted } = folderOf(["1.2.2", "1.2.3", "1.10.0"]);
  await removeOtherVersions(fs, uriOf("file", "/storage/compiled/1.2.3"));
  expect(deleted).toEqual([
    "/storage/compiled/1.2.2",
    "/storage/compiled/1.10.0",
  ]);
});

test.each(["/storage/compiled/1.2.3", "/elsewhere/compiled/1.2.3"])(
  "%s: what cannot be read or removed is no error",
  async (path) => {
    const { fs, deleted } = folderOf(["locked", "1.2.2"]);
    await removeOtherVersions(fs, uriOf("file", path));
    expect(deleted).toEqual([]);
  },
);
