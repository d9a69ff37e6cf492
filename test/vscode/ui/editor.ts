import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { packageExtension } from "../../../scripts/package.mjs";
import { root } from "../../../scripts/paths.mjs";
import { launchBrowser } from "../../../scripts/vscode/browser.mjs";
import { installServer } from "../../../scripts/vscode/install.mjs";
import { writeProfile } from "../../../scripts/vscode/profile.mjs";
import {
  installExtension,
  linkBuiltinExtensions,
  startServer,
} from "../../../scripts/vscode/server.mjs";
import { editors } from "../../../scripts/vscode/versions.mjs";
import { type StandIn, startStandIn } from "../../github-standin/server.js";

export interface Editor {
  readonly page: Page;
  /** In this process, where a scenario can make it misbehave. */
  readonly github: StandIn;
  close(): Promise<void>;
}

/** As little around the text as VS Code can show, for pictures. */
const plainWindow = {
  "breadcrumbs.enabled": false,
  "editor.fontSize": 15,
  "editor.lightbulb.enabled": "off",
  "editor.minimap.enabled": false,
  "editor.renderLineHighlight": "none",
  "editor.scrollbar.vertical": "hidden",
  "editor.stickyScroll.enabled": false,
  "window.commandCenter": false,
  "window.menuBarVisibility": "hidden",
  "workbench.activityBar.location": "hidden",
  "workbench.colorTheme": "Default Light Modern",
  "workbench.editor.editorActionsLocation": "hidden",
  "workbench.layoutControl.enabled": false,
  "workbench.tips.enabled": false,
};

/**
 * Opens a post of a folder of the repository in a real VS Code with the packaged extension, as a user has it: no driver for tests, so
 * that what is shown and asked is shown and asked.
 */
export async function openEditor(
  post: string,
  folder = "test/vscode/workspace",
): Promise<Editor> {
  const scratch = await mkdtemp(join(tmpdir(), "weeknotes-ui-"));
  const cleanups = [() => rm(scratch, { recursive: true, force: true })];
  const close = async () => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  };
  try {
    const github = await startStandIn();
    cleanups.push(github.close);
    await github.warmUp();
    await writeProfile(join(scratch, "data"), {
      ...plainWindow,
      "weeknotes.github.apiUrl": github.url,
    });
    const workspace = join(scratch, "reports");
    await cp(join(root, folder), workspace, { recursive: true });

    const installed = await installServer(editors.current);
    const vsix = await packageExtension("desktop", scratch);
    await installExtension(installed, scratch, vsix);
    const builtinExtensions = join(scratch, "builtin");
    await linkBuiltinExtensions(installed, builtinExtensions, [
      join(root, "test/vscode/github-authentication"),
    ]);
    const server = await startServer(installed, {
      folder: scratch,
      builtinExtensions,
    });
    cleanups.push(server.stop);

    const browser = await launchBrowser();
    cleanups.push(() => browser.close());
    const page = await browser.newPage({
      viewport: { width: 1280, height: 800 },
      deviceScaleFactor: 2,
    });
    page.setDefaultTimeout(60_000);
    await page.goto(
      server.url({ folder: workspace }, [
        ["skipWelcome", "true"],
        ["openFile", server.uri(join(workspace, post))],
      ]),
    );
    return { page, github, close };
  } catch (error) {
    await close();
    throw error;
  }
}
