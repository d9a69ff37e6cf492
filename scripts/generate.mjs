/**
 * Writes what is told once elsewhere: package.json's settings, the schema of weeknotes.json, the README's tables and the
 * rules' pages. With `--check` it writes nothing, names what is out of date and fails.
 */
import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
process.chdir(root);

const { settingsTable, severitySettings, allRules, rulePage } =
  await importSources(`
  export { settingsTable } from "./server/src/workspace/settings-table.js";
  export { severitySettings } from "./server/src/workspace/settings.js";
  export { allRules } from "./server/src/rules/all-rules.js";
  export { rulePage } from "./server/src/rules/rule-page.js";
`);

/** Path → text, or undefined for a file that must go. */
const files = new Map([
  ["package.json", packageJson()],
  ["schemas/weeknotes.schema.json", schema()],
  ["README.md", readme()],
  ...rulePages(),
]);
const outdated = [...files].filter(([path, text]) => text !== read(path));

if (process.argv.includes("--check")) {
  for (const [path] of outdated) {
    console.error(`${path} is out of date: run node scripts/generate.mjs`);
  }
  process.exitCode = outdated.length > 0 ? 1 : 0;
} else {
  for (const [path, text] of outdated) {
    if (text === undefined) rmSync(path);
    else {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    console.log(`${text === undefined ? "Removed" : "Wrote"} ${path}`);
  }
}

function packageJson() {
  const manifest = JSON.parse(readFileSync("package.json", "utf8"));
  manifest.contributes.configuration = {
    title: "Weeknotes",
    properties: Object.fromEntries(
      settingsTable.map((row, order) => [
        `weeknotes.${row.name}`,
        {
          order,
          scope: row.scope,
          ...schemaOf(row, "markdownDescription"),
        },
      ]),
    ),
  };
  return formatted("package.json", manifest);
}

function schema() {
  const properties = {
    $schema: { type: "string" },
  };
  for (const row of settingsTable) {
    if (row.editorOnly) continue;
    const names = row.name.split(".");
    const last = names.pop();
    let level = properties;
    for (const name of names) {
      level[name] ??= {
        type: "object",
        additionalProperties: false,
        properties: {},
      };
      level = level[name].properties;
    }
    level[last] = {
      ...schemaOf(row, "description"),
      markdownDescription: row.description,
    };
  }
  return formatted("schemas/weeknotes.schema.json", {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Weeknotes",
    description:
      "Settings of Weeknotes for the posts in this folder and below.",
    type: "object",
    additionalProperties: false,
    properties,
  });
}

function schemaOf({ name, schema, description }, descriptionKey) {
  return {
    [descriptionKey]: description,
    ...schema,
    ...(name === "rules" && {
      additionalProperties: false,
      properties: Object.fromEntries(
        allRules.map(({ id, summary }) => [
          id,
          {
            enum: severitySettings,
            default: "default",
            description: `${summary}.`,
          },
        ]),
      ),
    }),
  };
}

/** What `npm run bench` has written, if it has run in full. */
function measured() {
  const path = "docs/bench/speed.md";
  return existsSync(path)
    ? `${readFileSync(path, "utf8")}\n![How the cost of a key grows with the length of a post](docs/bench/growth.svg)`
    : "`npm run bench` measures Weeknotes beside other tools, and writes the figures here.";
}

function readme() {
  const settings = table(
    ["setting", "default", "meaning"],
    settingsTable.map((row) => [
      code(row.name),
      code(JSON.stringify(row.schema.default)),
      row.description + (row.editorOnly ? " *Editor only.*" : ""),
    ]),
  );
  const rules = table(
    ["rule", "severity", "reports"],
    allRules.map(({ id, severity, summary, convention }) => [
      `[${code(id)}](docs/rules/${id}.md)`,
      severity,
      convention
        ? `${summary} *(off where most posts of the site have it so)*`
        : summary,
    ]),
  );
  return [
    ["settings", settings],
    ["rules", rules],
    ["bench", measured()],
  ].reduce(
    (text, [name, content]) =>
      text.replace(
        new RegExp(`(<!-- ${name} -->\\n)[^]*?(<!-- /${name} -->)`),
        (_, start, end) => `${start}\n${content}\n${end}`,
      ),
    readFileSync("README.md", "utf8"),
  );
}

function rulePages() {
  const pages = new Map(
    allRules.map((rule) => [`docs/rules/${rule.id}.md`, rulePage(rule)]),
  );
  const present = read("docs/rules") ?? [];
  return new Map([
    ...present
      .filter((path) => !pages.has(path))
      .map((path) => [path, undefined]),
    ...pages,
  ]);
}

function table(head, rows) {
  const line = (cells) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |\n`;
  return [head, head.map(() => "---"), ...rows].map(line).join("");
}

function code(text) {
  return `\`${text}\``;
}

/** A file's text, a folder's files, or undefined for what is not there. */
function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    if (error.code !== "EISDIR") throw error;
    return readdirSync(path).map((name) => `${path}/${name}`);
  }
}

function formatted(path, value) {
  const biome = relative(
    root,
    fileURLToPath(import.meta.resolve("@biomejs/biome/bin/biome")),
  );
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [biome, "format", `--stdin-file-path=${path}`],
    { input: JSON.stringify(value, null, 2), encoding: "utf8" },
  );
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

async function importSources(contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root, loader: "ts" },
    bundle: true,
    format: "esm",
    platform: "browser",
    conditions: ["worker"],
    write: false,
  });
  const url = `data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString("base64")}`;
  return await import(url);
}
