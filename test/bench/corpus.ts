/**
 * Reports as teams write them, made up: the same arguments give the same texts. What is planted in them is known, so that
 * a benchmark can see whether an answer is right.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export interface CorpusOptions {
  readonly posts: number;
  /** In each post, 20 without it: 5 KB. Its definitions are two thirds of that. */
  readonly references?: number;
  readonly seed?: number;
}

export interface CorpusPost {
  /** `blog/2015-03-02-network-00042.md` */
  readonly path: string;
  readonly text: string;
}

/** What stands where, in lines and UTF-16 columns. */
export interface Planted {
  /** A target that some posts name, all under one label. */
  readonly shared: {
    readonly label: string;
    readonly url: string;
    readonly uses: readonly Place[];
    readonly definitions: readonly Place[];
  };
  /** A heading and a definition that nothing but the last post has. */
  readonly last: {
    readonly heading: string;
    readonly headingPlace: Place;
    readonly label: string;
    readonly definition: Place;
  };
}

export interface Place {
  readonly path: string;
  readonly line: number;
  readonly character: number;
}

/** Where to measure in one long post. */
export interface LongPost {
  readonly text: string;
  /** The end of a line in the middle that says `- Typing here [[`. */
  readonly typing: { readonly line: number; readonly character: number };
  readonly label: string;
  readonly url: string;
  /** The uses of the label, each within the brackets. */
  readonly uses: readonly {
    readonly line: number;
    readonly character: number;
  }[];
  readonly definitionLine: number;
  readonly undefinedLabel: string;
  readonly undefinedLine: number;
}

const shared = {
  label: "zz-shared-pull-7777",
  url: "https://github.com/example-org/zz-shared/pull/7777",
};
const last = {
  heading: "Zzuniqueheading section",
  label: "zz-last-pull-31337",
  url: "https://github.com/example-org/zz-last/pull/31337",
};

/** All posts, in order of their path. */
export function* corpusOf({
  posts,
  references = 20,
  seed = 1,
}: CorpusOptions): Generator<CorpusPost> {
  const sharing = Math.max(1, Math.min(25, Math.floor(posts / 4)));
  const step = Math.max(1, Math.floor(posts / sharing));
  for (let n = 0; n < posts; n++) {
    const random = createRandom(seed * 1_000_003 + n);
    const body: string[] = [];
    const definitions: Definition[] = [];
    if (n === posts - 1) {
      body.push(
        `### ${last.heading}`,
        "",
        `- Only here [[${last.label}]].`,
        "",
      );
      definitions.push(last);
    }
    if (n % step === step - 1 && n < step * sharing) {
      body.push(`- Shared work [[${shared.label}]].`, "");
      definitions.push(shared);
    }
    const team = teams[n % teams.length] ?? "";
    const day = new Date(Date.UTC(2010, 0, 1) + n * 9_000_000);
    const date = day.toISOString().slice(0, 10);
    const slug = `${date}-${team}-${String(n).padStart(5, "0")}`;
    const lines = report(random, { slug, team, author: n % 40, references });
    yield { path: `blog/${slug}.md`, text: whole(lines, body, definitions) };
  }
}

/** Writes the posts below a folder, and says what is where in them. */
export function writeCorpus(folder: string, options: CorpusOptions): Planted {
  mkdirSync(join(folder, "blog"), { recursive: true });
  const uses: Place[] = [];
  const definitions: Place[] = [];
  let final: CorpusPost | undefined;
  for (const post of corpusOf(options)) {
    writeFileSync(join(folder, post.path), post.text);
    const [use] = placesOf(post, `[[${shared.label}]]`, 2);
    const [definition] = placesOf(post, `[${shared.label}]:`, 1);
    if (use && definition) {
      uses.push(use);
      definitions.push(definition);
    }
    final = post;
  }
  const [headingPlace] = final ? placesOf(final, last.heading) : [];
  const [definition] = final ? placesOf(final, `[${last.label}]:`, 1) : [];
  if (!headingPlace || !definition) throw new Error("There must be a post");
  return {
    shared: { ...shared, uses, definitions },
    last: { ...last, headingPlace, definition },
  };
}

/** One post of about so many lines, a third of them definitions. */
export function longPost(lines: number, seed = 1): LongPost {
  const random = createRandom(seed * 7 + lines);
  const label = "zz-probe-pull-4242";
  const url = "https://github.com/example-org/zz-probe/pull/4242";
  const undefinedLabel = "zz-dangling-pull-1";
  const text = report(random, {
    slug: `2024-01-01-long-${lines}`,
    team: "long",
    author: 1,
    references: Math.round(lines / 3.6),
  });
  const sections = text.body.flatMap((line, at) =>
    line.startsWith("### ") ? [at] : [],
  );
  const middle = sections[Math.floor(sections.length / 2)] ?? text.body.length;
  const early = sections[1] ?? 0;
  text.body.splice(
    middle,
    0,
    "### Typing section",
    "",
    `- Probe one [[${label}]] in a bullet.`,
    `- Probe two [see here][${label}] and text.`,
    "- Typing here [[",
    "",
    `Dangling one [[${undefinedLabel}]] in a paragraph.`,
    "",
  );
  text.body.splice(early, 0, `A third probe [[${label}]] near the start.`, "");
  const post = { path: "", text: whole(text, [], [{ label, url }]) };
  const [typing] = placesOf(post, "- Typing here [[");
  const [definition] = placesOf(post, `[${label}]:`);
  const [dangling] = placesOf(post, `[[${undefinedLabel}]]`);
  const uses = placesOf(post, `[${label}]`, 1).filter(
    ({ line }) => line !== definition?.line,
  );
  if (!typing || !definition || !dangling)
    throw new Error("A long post has at least a few hundred lines");
  return {
    text: post.text,
    typing: { line: typing.line, character: "- Typing here [[".length },
    label,
    url,
    uses: uses.map(({ line, character }) => ({ line, character })),
    definitionLine: definition.line,
    undefinedLabel,
    undefinedLine: dangling.line,
  };
}

interface Definition {
  readonly label: string;
  readonly url: string;
}

interface Report {
  readonly body: string[];
  readonly definitions: readonly Definition[];
}

function whole(
  { body, definitions }: Report,
  furtherBody: readonly string[],
  furtherDefinitions: readonly Definition[],
): string {
  const all = [...definitions, ...furtherDefinitions]
    .map(({ label, url }) => `[${label}]: ${url}`)
    .sort();
  return `${[...body, ...furtherBody, ...all].join("\n")}\n`;
}

function placesOf(
  { path, text }: CorpusPost,
  wanted: string,
  into = 0,
): Place[] {
  return text.split("\n").flatMap((content, line) => {
    const character = content.indexOf(wanted);
    return character === -1
      ? []
      : [{ path, line, character: character + into }];
  });
}

interface ReportOptions {
  readonly slug: string;
  readonly team: string;
  readonly author: number;
  readonly references: number;
}

function report(random: Random, options: ReportOptions): Report {
  const { slug, team, author, references } = options;
  const definitions = definitionsFor(random, Math.ceil(references / 1.5));
  let used = 0;
  const reference = () => {
    const { label } = definitions[used++] ?? random.pick(definitions);
    const form = random.next();
    if (form < 0.72) return `[[${label}]]`;
    if (form < 0.87)
      return `[${label.replace(/-(pull|issue|commit)-/, " $1 ")}][${label}]`;
    return form < 0.94 ? `[${label}]` : `[${label}][]`;
  };
  const url = () => urlOf(random.pick(repositories), "pull", random.number());
  const body = [
    "---",
    `title: ${team} team update`,
    `slug: ${slug}`,
    `authors: author${author}`,
    `tags: [${team}]`,
    "hide_table_of_contents: false",
    "---",
    "",
    "## High level summary",
    "",
    ...wrapped(`${sentence(random, 25)}. ${sentence(random, 20)}.`),
    "",
    ...[14, 14, 14].flatMap((words) => bullet(`${sentence(random, words)}.`)),
    "",
    "## Low level summary",
    "",
  ];
  while (used < references) {
    body.push(`### ${random.pick(components)}`, "");
    for (let left = 3 + random.int(5); left > 0 && used < references; left--) {
      const kind = random.next();
      const text =
        kind < 0.25
          ? `${reference()}${reference()} ${sentence(random, 26)}`
          : kind < 0.8
            ? `${sentence(random, 9)} ${reference()} ${sentence(random, 14)}`
            : `${sentence(random, 13)} [#${random.number()}](${url()})`;
      body.push(...bullet(`${text}.`));
      if (random.chance(0.12))
        body.push(...bullet(`${sentence(random, 8)} ${reference()}.`, "  "));
    }
    body.push("");
    if (random.chance(0.08))
      body.push("```haskell", "foo :: [[not-a-label]] -> [b]", "```", "");
    if (random.chance(0.05))
      body.push("| metric | before |", "| --- | ---: |", "| a | 1 |", "");
    if (random.chance(0.04)) body.push("<!-- TODO [[not-a-label]] -->", "");
    if (random.chance(0.15))
      body.push(...wrapped(`${sentence(random, 30)}.`), "");
  }
  return { body, definitions };
}

function definitionsFor(random: Random, count: number): Definition[] {
  const urls = new Map<string, string>();
  while (urls.size < count) {
    const repository = random.pick(repositories);
    const kind = random.pick(["pull", "pull", "pull", "issue", "commit"]);
    const id = kind === "commit" ? random.sha() : random.number();
    urls.set(`${repository}-${kind}-${id}`, urlOf(repository, kind, id));
  }
  return [...urls].map(([label, url]) => ({ label, url }));
}

function urlOf(repository: string, kind: string, id: string | number): string {
  const page = kind === "issue" ? "issues" : kind;
  return `https://github.com/example-org/${repository}/${page}/${id}`;
}

function sentence(random: Random, length: number): string {
  const chosen = Array.from({ length }, () => {
    const word = random.pick(words);
    const markup = random.next();
    if (markup < 0.03) return `\`${random.pick(code)}\``;
    if (markup < 0.05) return `**${word}**`;
    return markup < 0.065 ? `*${word}*` : word;
  });
  const text = chosen.join(" ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function bullet(text: string, indent = ""): string[] {
  return wrapped(`${indent}- ${text}`, `${indent}  `);
}

function wrapped(text: string, indent = ""): string[] {
  const lines = [""];
  for (const word of text.split(/(?<=\S) /)) {
    const line = lines.at(-1) ?? "";
    if (line.length + word.length < 90)
      lines.splice(-1, 1, line === "" ? word : `${line} ${word}`);
    else lines.push(indent + word);
  }
  return lines;
}

type Random = ReturnType<typeof createRandom>;

/** Mulberry32. */
function createRandom(seed: number) {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  const int = (below: number) => Math.floor(next() * below);
  return {
    next,
    int,
    chance: (share: number) => next() < share,
    number: () => 1 + int(9_000),
    sha: () => int(0x1000000).toString(16).padStart(7, "0"),
    pick<T>(from: readonly [T, ...T[]] | readonly T[]): T {
      const chosen = from[int(from.length)];
      if (chosen === undefined) throw new Error("There is nothing to pick");
      return chosen;
    },
  };
}

const list = (text: string): readonly string[] => text.split(" ");
const repositories = list(
  "ledger consensus network node db-sync hydra mithril crypto prelude addresses wallet explorer plutus bitte cicero tullia cli api typed-protocols io-sim lsm-tree haskell.nix",
);
const teams = list(
  "ledger network consensus node-cli-api db-sync hydra sre crypto performance mithril",
);
const words = list(
  "we have finished merged reviewed the a new work on implementation of tests property benchmark results improvement refactoring and interface to for with release node ledger block chain transaction validation state snapshot memory usage regression fixed bug race condition mempool peer selection handshake protocol version upgrade compiler build cache pipeline integration draft design document follow up discussion planning migration database schema index query latency throughput sync script cost model parameter era transition boundary reward stake pool certificate signature key rotation storage flush read write range page segment log trace metric dashboard alert deployment configuration option flag default deprecated removed added updated moved documented measured investigated resolved",
);
const components = [
  "UTxO HD",
  "Genesis",
  "Peer sharing",
  "Block fetch",
  "Build and CI",
  "Documentation",
  "Benchmarks",
  "Release work",
  "Technical debt",
  "Golden tests",
  "Open incidents",
  "Tracing",
];
const code = ["cabal build all", "TxOut", "--socket-path", "[[not-a-label]]"];
