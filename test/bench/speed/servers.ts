/** How each language server is started, and what it has to be told to check references. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { serverFlags } from "../../../client/src/server-flags.js";
import { benchFolder, peer, peersFolder } from "./peers.js";

export interface ServerSpec {
  readonly name: ServerName;
  /** What Node runs: flags, the program's absolute path, arguments. */
  readonly command: readonly string[];
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly settings?: unknown;
  readonly initializationOptions?: unknown;
}

export type ServerName = "weeknotes" | "md" | "remark" | "null";

/** `cache`: where Weeknotes keeps its index between sessions. */
export async function prepareServers(
  cache: string,
): Promise<Readonly<Record<ServerName, ServerSpec>>> {
  const empty = join(benchFolder, "null-server.cjs");
  await build({
    stdin: { contents: emptyServer, resolveDir: peersFolder },
    outfile: empty,
    bundle: true,
    minify: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    logLevel: "warning",
  });
  const remark = join(peersFolder, "remark-server.mjs");
  writeFileSync(remark, remarkServer);
  return {
    weeknotes: {
      name: "weeknotes",
      // As our client for VS Code starts it.
      command: [
        ...serverFlags,
        join(process.cwd(), "dist/server.cjs"),
        "--stdio",
      ],
      env: { ...process.env, XDG_CACHE_HOME: cache },
      settings: { weeknotes: { github: { enabled: false } } },
    },
    md: {
      name: "md",
      command: [
        peer("vscode-markdown-languageserver/dist/node/workerMain.js"),
        "--stdio",
      ],
      initializationOptions: { markdownFileExtensions: ["md"] },
      settings: {
        markdown: {
          suggest: { paths: { enabled: true } },
          occurrencesHighlight: { enabled: true },
          server: { log: "off" },
          preferredMdPathExtensionStyle: "auto",
          validate: {
            enabled: true,
            referenceLinks: { enabled: "error" },
            fragmentLinks: { enabled: "error" },
            fileLinks: { enabled: "error", markdownFragmentLinks: "error" },
            unusedLinkDefinitions: { enabled: "hint" },
            duplicateLinkDefinitions: { enabled: "warning" },
            ignoredLinks: [],
          },
        },
      },
    },
    remark: {
      name: "remark",
      command: [remark, "--stdio"],
      cwd: peersFolder,
      settings: {},
    },
    null: { name: "null", command: [empty, "--stdio"] },
  };
}

/** A language server that does nothing but follow the texts: what the library and the pipe cost by themselves. */
const emptyServer = `import { createConnection, ProposedFeatures, TextDocuments } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";

const connection = createConnection(ProposedFeatures.all);
new TextDocuments(TextDocument).listen(connection);
connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: 2,
    completionProvider: {},
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    renameProvider: true,
  },
}));
connection.onCompletion(() => []);
connection.onHover(() => null);
connection.onDefinition(() => null);
connection.onReferences(() => null);
connection.onRenameRequest(() => null);
connection.listen();
`;

/** remark-lint's rules on references; without `cwd` in the peers' folder it asks for remark in the workspace. */
const remarkServer = `import { remark } from "remark";
import remarkFrontmatter from "remark-frontmatter";
import remarkGfm from "remark-gfm";
import remarkLint from "remark-lint";
import noDuplicate from "remark-lint-no-duplicate-definitions";
import noUndefined from "remark-lint-no-undefined-references";
import noUnused from "remark-lint-no-unused-definitions";
import { createUnifiedLanguageServer } from "unified-language-server";

createUnifiedLanguageServer({
  processorName: "remark",
  processorSpecifier: "remark",
  defaultProcessor: remark(),
  plugins: [
    remarkFrontmatter,
    remarkGfm,
    remarkLint,
    // It would take the outer brackets of \`[[x]]\` for a reference, too; with so many messages the server answers no more.
    [noUndefined, { allow: [/^\\[/] }],
    noUnused,
    noDuplicate,
  ],
});
`;
