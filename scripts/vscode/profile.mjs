/** A fresh profile for VS Code: nothing that talks, updates, greets or saves by itself. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** @type {Readonly<Record<string, unknown>>} */
const quietSettings = {
  "chat.disableAIFeatures": true,
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  // The default of the web workbench would write the fixtures.
  "files.autoSave": "off",
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
  "workbench.welcomePage.walkthroughs.openOnInstall": false,
};

/**
 * Writes the settings of a profile: as the user's, and as those of the machine, which alone count for settings scoped
 * to it when the workbench is in a browser.
 * @param {string} dataDir
 * @param {Readonly<Record<string, unknown>>} settings
 */
export async function writeProfile(dataDir, settings) {
  const text = JSON.stringify({ ...quietSettings, ...settings }, undefined, 2);
  for (const scope of ["User", "Machine"]) {
    await mkdir(join(dataDir, scope), { recursive: true });
    await writeFile(join(dataDir, scope, "settings.json"), text);
  }
}
