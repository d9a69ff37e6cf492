/** What one long post costs in a language server, from its opening to each key. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type {
  CompletionItem,
  Location,
  WorkspaceEdit,
} from "vscode-languageserver-protocol";
import { type LongPost, longPost } from "../corpus.js";
import { type Client, type OpenText, startClient } from "./client.js";
import type { ServerSpec } from "./servers.js";

/** Milliseconds from the first right diagnostics to the first key. */
export const restBeforeTyping = 3_000;

/** Milliseconds, and whether what was answered is right. */
export interface Timings {
  readonly times: readonly number[];
  readonly right: number;
}

export interface DocumentRun {
  readonly firstDiagnostics?: number;
  readonly completion?: Timings;
  readonly diagnostics?: Timings;
  readonly hover?: Timings;
  readonly definition?: Timings;
  readonly references?: Timings;
  readonly rename?: Timings;
  readonly memory: number | undefined;
}

export interface LongPostFile extends LongPost {
  readonly root: string;
  readonly path: string;
}

export function writeLongPost(folder: string, lines: number): LongPostFile {
  const root = join(folder, `long-${lines}`);
  const path = join(root, "blog/long.md");
  const post = longPost(lines);
  mkdirSync(join(root, "blog"), { recursive: true });
  writeFileSync(path, post.text);
  return { ...post, root, path };
}

/** How often, and for how many milliseconds at most, a thing is asked. */
export interface Effort {
  readonly times: number;
  readonly atMost: number;
}

export async function measureDocument(
  spec: ServerSpec,
  post: LongPostFile,
  effort: Effort,
): Promise<DocumentRun> {
  const client = await startClient(spec, post.root);
  try {
    client.initialized();
    const opened = performance.now();
    const open = client.open(post.path);
    if (spec.name === "null") {
      await rest();
      const completion = await typeLabel(client, open, post, effort);
      return {
        completion: { ...completion, right: 1 },
        ...(await navigate(client, open, post, effort, () => true)),
        memory: client.peakMemory(),
      };
    }
    const right = await client.rightDiagnostics(open, (items) =>
      items.some(({ range }) => range.start.line === post.undefinedLine),
    );
    await rest();
    const completion = client.completes()
      ? { completion: await typeLabel(client, open, post, effort) }
      : {};
    return {
      firstDiagnostics: right - opened,
      ...completion,
      diagnostics: await breakReference(client, open, post, effort),
      ...(await navigate(client, open, post, effort)),
      memory: client.peakMemory(),
    };
  } finally {
    await client.stop();
  }
}

/** Who has opened a post looks at it before the first key. */
function rest(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, restBeforeTyping));
}

/** Types a label behind `[[` and takes it away again; after each key the label must be offered. */
export async function typeLabel(
  client: Client,
  open: OpenText,
  { text, typing: { line, character } }: LongPost,
  effort: Effort,
): Promise<Timings> {
  const labels = [...text.matchAll(/^\[([^\]]+)\]: /gm)].map(
    ([, it]) => it ?? "",
  );
  const label = labels[Math.floor(labels.length / 2)] ?? "";
  let length = 0;
  let step = 1;
  const timings = await repeat(effort, async () => {
    const sent = performance.now();
    if (step === 1) {
      const at = { line, character: character + length };
      client.change(open, at, 0, label.charAt(length));
    } else {
      const at = { line, character: character + length - 1 };
      client.change(open, at, 1, "");
    }
    length += step;
    const { result, at } = await client.request("textDocument/completion", {
      textDocument: { uri: open.uri },
      position: { line, character: character + length },
      context: { triggerKind: 1 },
    });
    const isOffered = offers(result, label, label.slice(0, length));
    if (length === label.length) step = -1;
    if (length === 0) step = 1;
    return [at - sent, isOffered];
  });
  client.change(open, { line, character }, length, "");
  return timings;
}

/** A list that says it is not complete may lack the label while something shorter than it is typed. */
function offers(result: unknown, label: string, typed: string): boolean {
  const list = (result ?? []) as
    | CompletionItem[]
    | { items: CompletionItem[]; isIncomplete: boolean };
  const items = Array.isArray(list) ? list : list.items;
  if (items.some((item) => item.label === label)) return true;
  return (
    !Array.isArray(list) &&
    list.isIncomplete &&
    typed !== label &&
    items.length > 0 &&
    items.every((item) => hasLettersOf(typed, item.label))
  );
}

function hasLettersOf(typed: string, label: string): boolean {
  let at = -1;
  return [...typed].every((letter) => {
    at = label.indexOf(letter, at + 1);
    return at !== -1;
  });
}

/** Makes a reference dangle and mends it, and waits for the diagnostics to say so. */
async function breakReference(
  client: Client,
  open: OpenText,
  { label, uses, typing }: LongPost,
  effort: Effort,
): Promise<Timings> {
  const near = uses.find(({ line }) => Math.abs(line - typing.line) < 5);
  if (!near) throw new Error("The label is not used where one types");
  const { line } = near;
  const last = { line, character: near.character + label.length - 1 };
  let isBroken = false;
  const timings = await repeat(effort, async () => {
    const sent = performance.now();
    if (isBroken) client.change(open, last, 0, label.slice(-1));
    else client.change(open, last, 1, "");
    isBroken = !isBroken;
    const at = await client.rightDiagnostics(
      open,
      (items) =>
        items.some(({ range }) => range.start.line === line) === isBroken,
    );
    return [at - sent, true];
  });
  if (isBroken) client.change(open, last, 0, label.slice(-1));
  return timings;
}

/** Asks at the uses of a label, and at those of many others. `judge` in the place of what is right. */
async function navigate(
  client: Client,
  open: OpenText,
  post: LongPost,
  effort: Effort,
  judge?: () => boolean,
): Promise<
  Pick<DocumentRun, "hover" | "definition" | "references" | "rename">
> {
  const { server } = client;
  const places = referencesIn(open.lines);
  const chosen = (turn: number) =>
    places[Math.floor((turn * places.length) / effort.times) % places.length];
  const asked = (
    method: string,
    isRight: (result: unknown, turn: number) => boolean,
    place: (turn: number) => { line: number; character: number } | undefined,
    more: object = {},
  ) =>
    repeat(effort, async (turn) => {
      const { result, milliseconds } = await client.request(method, {
        textDocument: { uri: open.uri },
        position: place(turn),
        ...more,
      });
      return [milliseconds, judge?.() ?? isRight(result, turn)];
    });
  const use = (turn: number) => post.uses[turn % post.uses.length];
  const places_ = post.uses.length + 1;
  return {
    ...(server.hoverProvider && {
      hover: await asked(
        "textDocument/hover",
        (result, turn) =>
          JSON.stringify(result ?? "").includes(chosen(turn)?.path ?? "?"),
        chosen,
      ),
    }),
    ...(server.definitionProvider && {
      definition: await asked(
        "textDocument/definition",
        (result, turn) =>
          locations(result).some(
            ({ range }) => range.start.line === chosen(turn)?.definitionLine,
          ),
        chosen,
      ),
    }),
    ...(server.referencesProvider && {
      references: await asked(
        "textDocument/references",
        (result) => locations(result).length === places_,
        use,
        { context: { includeDeclaration: true } },
      ),
    }),
    ...(server.renameProvider && {
      rename: await asked(
        "textDocument/rename",
        (result) => editsIn(result) === places_,
        use,
        { newName: "zz-probe-pull-4243" },
      ),
    }),
  };
}

interface ReferencePlace {
  readonly line: number;
  readonly character: number;
  readonly definitionLine: number;
  /** The end of the URL, as a card shows it. */
  readonly path: string;
}

/** The references whose label the post defines, as the corpus writes them. */
function referencesIn(lines: readonly string[]): ReferencePlace[] {
  const defined = new Map<string, { definitionLine: number; path: string }>();
  lines.forEach((text, definitionLine) => {
    const [, label, url] = /^\[([^\]]+)\]: (\S+)/.exec(text) ?? [];
    if (label && url)
      defined.set(label, { definitionLine, path: url.split("/").at(-1) ?? "" });
  });
  return lines.flatMap((text, line) =>
    /^(?:foo ::|\[|<!--)/.test(text) && !text.startsWith("[[")
      ? []
      : [...text.matchAll(/\[\[([a-z0-9.-]+)\]\]/g)].flatMap((match) => {
          const definition = defined.get(match[1] ?? "");
          return definition
            ? [{ line, character: match.index + 4, ...definition }]
            : [];
        }),
  );
}

function locations(result: unknown): Location[] {
  if (!result) return [];
  return (Array.isArray(result) ? result : [result]) as Location[];
}

function editsIn(result: unknown): number {
  const { changes = {}, documentChanges = [] } = (result ??
    {}) as WorkspaceEdit;
  const all = [
    ...Object.values(changes),
    ...documentChanges.map((change) => ("edits" in change ? change.edits : [])),
  ];
  return all.flat().length;
}

async function repeat(
  { times, atMost }: Effort,
  once: (turn: number) => Promise<readonly [number, boolean]>,
): Promise<Timings> {
  const taken: number[] = [];
  let right = 0;
  const end = performance.now() + atMost;
  for (let turn = 0; turn < times && performance.now() < end; turn++) {
    const [time, isRight] = await once(turn);
    taken.push(time);
    if (isRight) right++;
  }
  return { times: taken, right: right / taken.length };
}
