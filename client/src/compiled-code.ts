import type { ExtensionContext, FileSystem, Uri } from "vscode";

/**
 * Where Node keeps what V8 has compiled of the server, so that the next session need not do it again: half of what it takes
 * to load. Node reads it in `NODE_COMPILE_CACHE` from 22.1 on; an older one knows nothing of it. Each version of the extension
 * has a folder of its own; undefined where the editor's is no file system's.
 */
export function compiledCode({
  globalStorageUri: storage,
  extension,
}: ExtensionContext): Uri | undefined {
  const { version } = extension.packageJSON;
  return storage.scheme === "file"
    ? storage.with({ path: `${storage.path}/${name}/${version}` })
    : undefined;
}

const name = "compiled";

/** Removes what was compiled of other versions. Never rejects: it is in nobody's way. */
export async function removeOtherVersions(
  fs: Pick<FileSystem, "readDirectory" | "delete">,
  folder: Uri,
): Promise<void> {
  const end = folder.path.lastIndexOf("/");
  const parent = folder.with({ path: folder.path.slice(0, end) });
  try {
    for (const [version] of await fs.readDirectory(parent))
      if (version !== folder.path.slice(end + 1))
        await fs.delete(parent.with({ path: `${parent.path}/${version}` }), {
          recursive: true,
        });
  } catch {
    // There is none yet, or another window was quicker.
  }
}
