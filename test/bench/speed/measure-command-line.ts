/** How long each command line takes to check the references of a folder of posts. */
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { peer, peersFolder } from "./peers.js";

export type ProgramName = "weeknotes" | "markdownlint" | "remark";

export interface CommandRun {
  readonly milliseconds: number;
  /** Whether it found the mistake there is. */
  readonly isRight: boolean;
}

const mistake = { file: "9999-mistake.md", label: "zz-missing-pull-1" };

/** Puts a post with a mistake among others. */
export function plantMistake(root: string): void {
  const text = `---\ntitle: x\n---\n\nMerged [this][${mistake.label}].\n`;
  writeFileSync(join(root, "blog", mistake.file), text);
}

/** Runs a program in a folder, over the posts in its `blog`. */
export function measureCommand(
  name: ProgramName,
  root: string,
): Promise<CommandRun> {
  const started = performance.now();
  // A folder is no pattern for markdownlint-cli2.
  const path = name === "markdownlint" ? "blog/**/*.md" : "blog";
  const child = spawn(process.execPath, [...commands[name](), path], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const keep = (data: Buffer) => {
    output += data;
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", () => {
      const found = output
        .split("\n")
        .some((line) => line.toLowerCase().includes(mistake.label));
      resolve({
        milliseconds: performance.now() - started,
        isRight: found && output.includes(mistake.file),
      });
    });
  });
}

const commands: Readonly<Record<ProgramName, () => string[]>> = {
  weeknotes: () => [join(process.cwd(), "dist/cli.cjs"), "check"],
  markdownlint() {
    const config = join(peersFolder, ".markdownlint-cli2.jsonc");
    writeFileSync(
      config,
      JSON.stringify({
        config: {
          default: false,
          "reference-links-images": { shortcut_syntax: true },
          "link-image-reference-definitions": true,
          // The two above see nothing unless a rule is on that needs the parser.
          "no-empty-links": true,
        },
        noBanner: true,
        noProgress: true,
      }),
    );
    const program = peer("markdownlint-cli2/markdownlint-cli2-bin.mjs");
    return [program, "--config", config];
  },
  remark: () => [
    peer("remark-cli/cli.js"),
    "--no-config",
    "--no-stdout",
    "--quiet",
    ...[
      "remark-frontmatter",
      "remark-gfm",
      "remark-lint",
      "remark-lint-no-undefined-references",
      "remark-lint-no-unused-definitions",
      "remark-lint-no-duplicate-definitions",
    ].flatMap((plugin) => ["--use", peer(`${plugin}/index.js`)]),
  ],
};
