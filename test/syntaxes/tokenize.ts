import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { grammars as published } from "tm-grammars";
import {
  createOnigScanner,
  createOnigString,
  loadWASM,
} from "vscode-oniguruma";
import {
  INITIAL,
  type IRawGrammar,
  parseRawGrammar,
  Registry,
} from "vscode-textmate";

export interface Token {
  readonly text: string;
  /** Outermost first, without the language's own. */
  readonly scopes: readonly string[];
}

export type Tokenize = (text: string) => readonly (readonly Token[])[];

interface ContributedGrammar {
  readonly path: string;
  readonly scopeName: string;
  readonly injectTo: readonly string[];
}

/** VS Code's tokenizer with its grammars for Markdown and what that embeds, and with `injected` ones. */
export async function createTokenizer(
  injected: readonly ContributedGrammar[],
): Promise<Tokenize> {
  const registry = new Registry({
    onigLib: onigLib(),
    loadGrammar: (scopeName) => loadGrammar(scopeName, injected),
    getInjections: (scopeName) =>
      injected
        .filter(({ injectTo }) => injectTo.includes(scopeName))
        .map((grammar) => grammar.scopeName),
  });
  const grammar = await registry.loadGrammar("text.html.markdown");
  if (!grammar) throw new Error("There is no grammar for Markdown.");
  return (text) => {
    let stack = INITIAL;
    return text.split("\n").map((line) => {
      const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
      stack = ruleStack;
      return tokens.map(({ startIndex, endIndex, scopes }) => ({
        text: line.slice(startIndex, endIndex),
        scopes: scopes.slice(1),
      }));
    });
  };
}

export async function contributedGrammars(): Promise<
  readonly ContributedGrammar[]
> {
  const manifest = await readFile(inRepository("package.json"), "utf8");
  return JSON.parse(manifest).contributes.grammars;
}

const { resolve } = createRequire(import.meta.url);
const inRepository = (path: string): URL =>
  new URL(`../../${path}`, import.meta.url);

async function loadGrammar(
  scopeName: string,
  injected: readonly ContributedGrammar[],
): Promise<IRawGrammar | null> {
  const own = injected.find((grammar) => grammar.scopeName === scopeName);
  if (own) return parse(inRepository(own.path));
  const { name } =
    published.find((grammar) => grammar.scopeName === scopeName) ?? {};
  return name ? parse(resolve(`tm-grammars/grammars/${name}.json`)) : null;
}

async function parse(path: string | URL): Promise<IRawGrammar> {
  return parseRawGrammar(await readFile(path, "utf8"), "grammar.json");
}

async function onigLib() {
  const wasm = await readFile(resolve("vscode-oniguruma/release/onig.wasm"));
  await loadWASM(Uint8Array.from(wasm).buffer);
  return { createOnigScanner, createOnigString };
}
