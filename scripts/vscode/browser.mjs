import { chromium } from "playwright-core";
import { installChromium } from "./install.mjs";

/** A headless Chromium that asks nothing of the network by itself. */
export async function launchBrowser() {
  const { executablePath, env } = await installChromium();
  return chromium.launch({
    executablePath,
    env: { ...definedOf(process.env), ...env },
    timeout: 120_000,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-dev-shm-usage",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  });
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Record<string, string>}
 */
function definedOf(env) {
  /** @type {Record<string, string>} */
  const defined = {};
  for (const [name, value] of Object.entries(env)) {
    if (value !== undefined) defined[name] = value;
  }
  return defined;
}
