/**
 * A client that knows any Markdown language server through the protocol alone. A time is from the moment a message is
 * written to the server to the last byte of its answer; what the client does with it is not counted.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type {
  Diagnostic,
  InitializeResult,
  Position,
} from "vscode-languageserver-protocol";
import { capabilities } from "./capabilities.js";
import { answerServer } from "./client-requests.js";
import { type Frame, frame, readFrames } from "./frames.js";
import type { ServerSpec } from "./servers.js";
import { peakMemory } from "./usage.js";

export interface Answer {
  readonly result: unknown;
  readonly at: number;
  readonly milliseconds: number;
}

export interface OpenText {
  readonly uri: string;
  readonly lines: string[];
  version: number;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Published {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly Diagnostic[];
  readonly at: number;
}

interface Registrations {
  readonly registrations?: readonly { readonly method: string }[];
}

type IsRight = (diagnostics: readonly Diagnostic[]) => boolean;

/** How long one answer may take. */
const patience = 120_000;

export type Client = Awaited<ReturnType<typeof startClient>>;

/** Starts a server and waits until it has answered `initialize`. `options` go to Node. */
export async function startClient(
  spec: ServerSpec,
  root: string,
  options: readonly string[] = [],
) {
  const started = performance.now();
  const child: ChildProcess = spawn(
    process.execPath,
    [...options, ...spec.command],
    { cwd: spec.cwd ?? root, stdio: ["pipe", "pipe", "pipe"], env: spec.env },
  );
  const pending = new Map<number, (message: Message, at: number) => void>();
  const texts = new Map<string, OpenText>();
  const published = new Map<string, Published>();
  const waiting = new Set<(news: Published) => void>();
  const registered = new Set<string>();
  let errors = "";
  let ids = 0;
  let ended: string | undefined;
  const environment = { root, texts, settings: spec.settings };

  child.stderr?.on("data", (data) => {
    errors = (errors + data).slice(-2_000);
  });
  child.stdin?.on("error", () => {});
  child.on("exit", (code) => {
    ended = `${spec.name} ended with ${code}: ${errors}`;
    for (const settle of pending.values())
      settle({ error: { message: ended } }, performance.now());
  });
  child.stdout?.on("data", readFrames(receive));

  function send(message: object): void {
    child.stdin?.write(frame(message));
  }

  function receive({ at, body }: Frame): void {
    const message: Message = JSON.parse(body);
    if (message.method === undefined) {
      pending.get(message.id ?? -1)?.(message, at);
    } else if (message.id !== undefined) {
      for (const { method } of (message.params as Registrations | undefined)
        ?.registrations ?? [])
        registered.add(method);
      answerServer(message.method, message.params, environment).then(
        (result) => send({ id: message.id, result: result ?? null }),
        (error) =>
          send({
            id: message.id,
            error: { code: -32601, message: String(error) },
          }),
      );
    } else if (message.method === "textDocument/publishDiagnostics") {
      const news = { ...(message.params as Published), at };
      published.set(news.uri, news);
      for (const tell of waiting) tell(news);
    }
  }

  function request(method: string, params: unknown): Promise<Answer> {
    if (ended !== undefined) return Promise.reject(new Error(ended));
    const id = ++ids;
    const sent = performance.now();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        pending.delete(id);
        reject(new Error(`${spec.name} did not answer ${method}`));
      }, patience);
      pending.set(id, ({ result, error }, at) => {
        clearTimeout(timer);
        pending.delete(id);
        if (error) reject(new Error(`${method}: ${error.message}`));
        else resolve({ result, at, milliseconds: at - sent });
      });
      send({ id, method, params });
    });
  }

  const uri = pathToFileURL(root).href;
  const answer = await request("initialize", {
    processId: process.pid,
    clientInfo: { name: "bench" },
    rootUri: uri,
    workspaceFolders: [{ uri, name: "bench" }],
    locale: "en",
    capabilities,
    initializationOptions: spec.initializationOptions,
  });
  const server = (answer.result as InitializeResult).capabilities;
  const sync = server.textDocumentSync;
  const isIncremental = (typeof sync === "object" ? sync.change : sync) === 2;

  function notify(method: string, params: unknown): void {
    send({ method, params });
  }

  return {
    /** From the start of the process to the answer to `initialize`, in milliseconds. */
    started: answer.at - started,
    server,
    /** Whether the server completes: some say so at once, some later. */
    completes: () =>
      server.completionProvider !== undefined ||
      registered.has("textDocument/completion"),
    request,
    /** Tells the server to begin; what follows is measured from the time this gives. */
    initialized(): number {
      const at = performance.now();
      notify("initialized", {});
      if (spec.settings)
        notify("workspace/didChangeConfiguration", { settings: spec.settings });
      return at;
    },
    open(path: string): OpenText {
      const text = readFileSync(path, "utf8");
      const uri = pathToFileURL(path).href;
      const open = { uri, lines: text.split("\n"), version: 1 };
      texts.set(uri, open);
      notify("textDocument/didOpen", {
        textDocument: { uri, languageId: "markdown", version: 1, text },
      });
      return open;
    },
    /** Puts `text` in the place of `removed` UTF-16 units of a line. */
    change(
      open: OpenText,
      { line, character }: Position,
      removed: number,
      text: string,
    ): void {
      const before = open.lines[line] ?? "";
      open.lines[line] =
        before.slice(0, character) + text + before.slice(character + removed);
      const start = { line, character };
      const end = { line, character: character + removed };
      notify("textDocument/didChange", {
        textDocument: { uri: open.uri, version: ++open.version },
        contentChanges: [
          isIncremental
            ? { range: { start, end }, text }
            : { text: open.lines.join("\n") },
        ],
      });
    },
    /** The time at which diagnostics have come that are right for the text as it is. */
    async rightDiagnostics(open: OpenText, isRight: IsRight): Promise<number> {
      if (server.diagnosticProvider) {
        for (const end = performance.now() + patience; ; ) {
          const { result, at } = await request("textDocument/diagnostic", {
            textDocument: { uri: open.uri },
          });
          if (isRight((result as { items?: Diagnostic[] })?.items ?? []))
            return at;
          if (performance.now() > end)
            throw new Error(`${spec.name} gives no right diagnostics`);
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
      }
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          waiting.delete(tell);
          reject(new Error(`${spec.name} gives no right diagnostics`));
        }, patience);
        function tell({ uri, version, diagnostics, at }: Published): void {
          if (uri !== open.uri || !isRight(diagnostics)) return;
          if (version !== undefined && version < open.version) return;
          clearTimeout(timer);
          waiting.delete(tell);
          resolve(at);
        }
        waiting.add(tell);
      });
    },
    peakMemory: () => (child.pid ? peakMemory(child.pid) : undefined),
    signal: (name: NodeJS.Signals) => child.kill(name),
    async stop(): Promise<void> {
      if (ended !== undefined) return;
      const gone = new Promise((resolve) => child.once("exit", resolve));
      const soon = new Promise((resolve) => setTimeout(resolve, 2_000));
      await Promise.race([request("shutdown", undefined), soon]).catch(
        () => {},
      );
      notify("exit", undefined);
      await Promise.race([gone, soon]);
      child.kill("SIGKILL");
    },
  };
}
