import type { SiteFiles } from "../workspace/site-files.js";
import { createProject, type Project } from "./project.js";
import { mergeSettings } from "./settings.js";
import { isConfigurationUri, isInFolder, parentUri } from "./uris.js";
import type { WorkspaceFiles } from "./workspace-files.js";

/** Where projects and their settings come from. */
export interface Sources {
  /** The workspace's folders. */
  readonly folders: readonly string[];
  /** The editor's settings for files in a folder, or outside all folders. */
  editorSettings(folder: string | undefined): unknown;
}

/**
 * The projects of a workspace: one for each of its folders and each `weeknotes.json` in them, and one for what lies
 * outside. A former project's index stays where its settings let it: reading all posts again takes seconds.
 */
export async function findProjects(
  { folders, editorSettings }: Sources,
  uris: readonly string[],
  former: readonly Project[],
  files: WorkspaceFiles,
  siteFiles: SiteFiles,
): Promise<{
  readonly projects: readonly Project[];
  /** What is wrong with the settings, one line each. */
  readonly problems: readonly string[];
}> {
  const configured = uris.filter(isConfigurationUri).map(parentUri);
  const projects: Project[] = [];
  const problems = new Set<string>();
  for (const folder of new Set([undefined, ...folders, ...configured])) {
    const owner =
      folder &&
      folders.find((one) => folder === one || isInFolder(folder, one));
    const file = folder ? await configurationFor(folder, files) : undefined;
    const merged = mergeSettings(editorSettings(owner), file?.text);
    for (const problem of merged.editorProblems)
      problems.add(`In the editor's settings: ${problem}`);
    for (const problem of merged.fileProblems)
      problems.add(`${file?.uri}: ${problem}`);
    const before = former.find((project) => project.folder === folder);
    projects.push(updateProject(before, folder, merged.settings, siteFiles));
  }
  return { projects, problems: [...problems] };
}

/** The nearest `weeknotes.json`, in the folder or above it. */
async function configurationFor(
  folder: string,
  files: WorkspaceFiles,
): Promise<{ uri: string; text: string } | undefined> {
  const uri = `${folder}/weeknotes.json`;
  const text = await files.read(uri);
  if (text !== undefined) return { uri, text };
  const parent = parentUri(folder);
  return parent === folder ? undefined : configurationFor(parent, files);
}

function updateProject(
  former: Project | undefined,
  folder: string | undefined,
  settings: Project["settings"],
  siteFiles: SiteFiles,
): Project {
  const hosts = ({ github }: Project["settings"]) => github.hosts.join("\n");
  if (!former || hosts(former.settings) !== hosts(settings))
    return createProject(folder, settings, siteFiles);
  former.index.configure(settings);
  return { ...former, settings };
}
