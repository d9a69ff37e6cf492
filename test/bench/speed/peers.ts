/** The programs that Weeknotes is compared with: from npm, at versions that run on Node 20, and not among our dependencies. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export const benchFolder = join(process.cwd(), "out/bench");
export const peersFolder = join(benchFolder, "peers");

const dependencies = {
  "markdown-it": "14.1.0",
  "markdownlint-cli2": "0.20.0",
  remark: "15.0.1",
  "remark-cli": "12.0.1",
  "remark-frontmatter": "5.0.0",
  "remark-gfm": "4.0.1",
  "remark-lint": "10.0.1",
  "remark-lint-no-duplicate-definitions": "4.0.1",
  "remark-lint-no-undefined-references": "5.0.2",
  "remark-lint-no-unused-definitions": "4.0.2",
  "unified-language-server": "4.1.0",
  "vscode-languageserver": "10.1.2",
  "vscode-languageserver-textdocument": "1.0.12",
  "vscode-markdown-languageserver": "0.5.0",
};

/** Installs them on first use. */
export function installPeers(): void {
  const manifest = JSON.stringify({
    private: true,
    type: "module",
    dependencies,
  });
  const path = join(peersFolder, "package.json");
  const installed = join(peersFolder, "node_modules/.package-lock.json");
  if (existsSync(installed) && readFileSync(path, "utf8") === manifest) return;
  console.error("Installing what Weeknotes is compared with …");
  mkdirSync(peersFolder, { recursive: true });
  writeFileSync(path, manifest);
  const { status } = spawnSync(
    "npm",
    [
      "install",
      "--no-audit",
      "--no-fund",
      "--ignore-scripts",
      "--loglevel=error",
    ],
    {
      cwd: peersFolder,
      stdio: ["ignore", 2, 2],
      shell: process.platform === "win32",
    },
  );
  if (status !== 0)
    throw new Error(
      "The peers cannot be installed: is the npm registry reachable?",
    );
}

export function peer(path: string): string {
  return join(peersFolder, "node_modules", path);
}

export function versionOf(name: keyof typeof dependencies): string {
  return dependencies[name];
}
