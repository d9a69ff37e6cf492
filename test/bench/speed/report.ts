/** Writes what was measured: Markdown, JSON, and a picture. */
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { figures } from "./figures.js";
import type { Growth } from "./growth.js";
import { growthChart } from "./growth-chart.js";
import { restBeforeTyping } from "./measure-document.js";
import { versionOf } from "./peers.js";
import type { Results } from "./results.js";
import { figuresTable, limitsOf, markdownTable, rounded } from "./table.js";

export function writeReport(
  results: Results,
  growth: Growth | undefined,
  {
    folder,
    many,
    rounds,
  }: {
    readonly folder: string;
    readonly many: number;
    readonly rounds: number;
  },
): void {
  const machine = {
    date: new Date().toISOString().slice(0, 10),
    node: process.version,
    cores: cpus().length,
    platform: process.platform,
    rounds,
  };
  const limits = limitsOf(results);
  const text = [
    `Measured on ${machine.date} with Node ${machine.node} on ${machine.cores} cores (${machine.platform}), ${rounds === 1 ? "in one round" : `medians of up to ${rounds} rounds`}.`,
    legend(),
    ...(many === 10_000 ? [] : [`With ${many} posts in the place of 10,000.`]),
    figuresTable(results),
    ...(limits ? [`What keeps it from there:\n\n${limits}`] : []),
    ...(growth ? [growthTables(growth)] : []),
  ].join("\n\n");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "speed.md"), `${text}\n`);
  const raw = { ...machine, results, growth };
  writeFileSync(
    join(folder, "speed.json"),
    `${JSON.stringify(raw, undefined, 2)}\n`,
  );
  if (growth) writeFileSync(join(folder, "growth.svg"), chart(growth));
  console.log(`${text}\n\nWritten to ${folder}/.`);
  console.log(
    "`node scripts/generate.mjs` shows in the README what is in docs/bench/.",
  );
  const missed = figures.filter((it) => results.isMet(it) === false);
  for (const { title } of missed) console.log(`Goal not met: ${title}`);
}

function legend(): string {
  return [
    `MD is vscode-markdown-languageserver ${versionOf("vscode-markdown-languageserver")}, which VS Code itself uses;`,
    `RM unified-language-server ${versionOf("unified-language-server")} with remark-lint, and remark-cli ${versionOf("remark-cli")};`,
    `ML markdownlint-cli2 ${versionOf("markdownlint-cli2")}; RM and ML with their rules on references alone.`,
    `The first key comes ${restBeforeTyping / 1_000} seconds after the first right diagnostics, each further one with the answer to the last.`,
    "NULL is a vscode-languageserver that does nothing: nothing built on that library can be faster.",
    "Weeknotes' server runs with the flags that its VS Code extension gives Node, the others as their documentation starts them.",
  ].join("\n");
}

function growthTables({ lines, posts }: Growth): string {
  const ms = (value: number | undefined) =>
    value === undefined ? "–" : `${rounded(value)} ms`;
  const mb = (value: number | undefined) =>
    value === undefined ? "–" : `${rounded(value)} MB`;
  const byLength = lines.map((row) => [
    row.lines.toLocaleString("en"),
    ms(row.key.weeknotes),
    ms(row.key.md),
    ms(row.key.null),
    ms(row.diagnostics),
    mb(row.memory),
    ms(row.check),
  ]);
  const byCount = posts.map((row) => [
    row.posts.toLocaleString("en"),
    ms(row.symbols),
    mb(row.memory),
    ms(row.check),
  ]);
  return [
    markdownTable(
      [
        "lines of a post",
        "key and completion, p95",
        "MD",
        "NULL",
        "key → diagnostics, p95",
        "peak memory",
        "`weeknotes check`",
      ],
      byLength,
    ),
    markdownTable(
      ["posts", "all symbols, cold", "peak memory", "`weeknotes check`"],
      byCount,
    ),
  ].join("\n\n");
}

function chart({ lines }: Growth): string {
  const series = [
    ["weeknotes", "Weeknotes", "#1a7f37"],
    ["null", "empty server", "#8c959f"],
    ["md", "VS Code's Markdown", "#cf222e"],
  ] as const;
  return growthChart(
    "A key and its completion, p95",
    series.map(([name, title, color]) => ({
      name: title,
      color,
      points: lines.flatMap(({ lines: length, key }) => {
        const time = key[name];
        return time === undefined ? [] : [[length, time] as const];
      }),
    })),
  );
}
