import type { RepositoryName } from "../targets/target.js";
import { repositoryKey } from "../targets/target-key.js";
import { type Counter, count, type ReadonlyCounter, sum } from "./counter.js";
import type { DefinitionEntry, DefinitionTable } from "./definition-table.js";
import type { PostFacts } from "./facts.js";
import type {
  BareRepository,
  Knowledge,
  KnownDefinition,
  KnownRepository,
  StyleUse,
} from "./knowledge.js";
import { groupsOf, type Lessons } from "./lessons.js";
import type { Settings } from "./settings.js";
import type { Site } from "./site.js";
import type { Totals } from "./totals.js";

interface Sources {
  readonly uri: string;
  /** The post as it is now. */
  readonly here:
    | { readonly facts: PostFacts; readonly lessons: Lessons }
    | undefined;
  /** What the totals hold of it. */
  readonly stored: Lessons | undefined;
  readonly totals: Totals;
  readonly definitions: DefinitionTable;
  readonly settings: Settings;
  readonly site: () => Site | undefined;
}

/** The workspace as seen from one post. Everything is worked out when asked for. */
export function knowledgeFrom(sources: Sources): Knowledge {
  const { uri, here, stored, totals, definitions, settings } = sources;
  const host = settings.github.hosts[0] ?? "github.com";
  const configured = readConfigured(settings.repositories, host);

  const hereUses = (key: string) => here?.lessons.repositories.get(key) ?? 0;
  const usesOf = (key: string) =>
    (totals.repositories.get(key) ?? 0) -
    (stored?.repositories.get(key) ?? 0) +
    hereUses(key);

  function known(key: string): KnownRepository | undefined {
    const name =
      here?.lessons.spellings.get(key) ??
      totals.spellings.get(key) ??
      configured.names.get(key);
    const uses = usesOf(key);
    const isConfigured = configured.names.has(key);
    return name === undefined || (uses === 0 && !isConfigured)
      ? undefined
      : { ...name, uses, configured: isConfigured };
  }

  /** This post's first, then those that the posts name most. */
  function inOrder(keys: Iterable<string>): KnownRepository[] {
    return [...new Set(keys)]
      .sort((a, b) => hereUses(b) - hereUses(a) || usesOf(b) - usesOf(a))
      .flatMap((key) => known(key) ?? []);
  }

  function called(name: string): KnownRepository[] {
    const isCalled = ([, { repo }]: readonly [string, RepositoryName]) =>
      repo.toLowerCase() === name;
    const named = [
      ...(here?.lessons.spellings ?? []),
      ...configured.names,
    ].filter(isCalled);
    return inOrder([
      ...named.map(([key]) => key),
      ...(totals.names.get(name)?.keys() ?? []),
    ]);
  }

  function repositoriesNamed(repo: string): readonly KnownRepository[] {
    const name = repo.toLowerCase();
    const found = called(name);
    if (found.length === 0) {
      const aliased = inOrder([
        ...(here?.lessons.aliases.get(name)?.keys() ?? []),
        ...others(totals.aliases.get(name), stored?.aliases.get(name)).keys(),
      ]);
      found.push(...aliased);
    }
    const keys = new Set(found.map(repositoryKey));
    const possible = configured.owners
      .map((owner) => ({ host, owner, repo, uses: 0, configured: true }))
      .filter((repository) => !keys.has(repositoryKey(repository)));
    return [...found, ...possible];
  }

  let bare: readonly BareRepository[] | undefined;
  function repositoriesForBareNumber(): readonly BareRepository[] {
    bare ??= findBare();
    return bare;
  }

  function findBare(): readonly BareRepository[] {
    const bareHere = here?.lessons.bare ?? new Map<string, number>();
    const scores = here === undefined ? new Map() : neighbours(here, sources);
    const keys = new Set([...bareHere.keys(), ...scores.keys()]);
    return [...keys]
      .sort(
        (a, b) =>
          (bareHere.get(b) ?? 0) - (bareHere.get(a) ?? 0) ||
          (scores.get(b) ?? 0) - (scores.get(a) ?? 0),
      )
      .flatMap((key) => {
        const repository = known(key);
        return repository === undefined
          ? []
          : {
              ...repository,
              here: bareHere.get(key) ?? 0,
              numbers: rangeOf(numbersOf(key)),
            };
      });
  }

  function* numbersOf(key: string): Iterable<number> {
    for (const kind of ["pulls", "issues"] as const) {
      yield* here?.lessons[kind].get(key)?.keys() ?? [];
      yield* others(totals[kind].get(key), stored?.[kind].get(key)).keys();
    }
  }

  function kindOfNumber(
    repository: RepositoryName,
    number: number,
  ): "pull" | "issue" | undefined {
    const key = repositoryKey(repository);
    const times = (kind: "pulls" | "issues") =>
      (totals[kind].get(key)?.get(number) ?? 0) -
      (stored?.[kind].get(key)?.get(number) ?? 0) +
      (here?.lessons[kind].get(key)?.get(number) ?? 0);
    const [pulls, issues] = [times("pulls"), times("issues")];
    if (pulls === 0 && issues === 0) return undefined;
    return pulls >= issues ? "pull" : "issue";
  }

  function elsewhere(entry: DefinitionEntry): KnownDefinition[] {
    return [...entry.byPost]
      .filter(([post]) => post !== uri)
      .map(([post, definition]) => ({ ...definition, uri: post }));
  }

  let site: { readonly found: Site | undefined } | undefined;
  return {
    get site() {
      site ??= { found: sources.site() };
      return site.found;
    },
    definitionsOf: (key) =>
      definitions
        .ofKey(key)
        .map(elsewhere)
        .sort((a, b) => b.length - a.length)
        .flat(),
    *definitions() {
      for (const { byPost } of definitions.all()) {
        for (const [post, definition] of byPost) {
          if (post === uri) continue;
          yield { ...definition, uri: post };
          break;
        }
      }
    },
    repositories: () =>
      inOrder([
        ...(here?.lessons.repositories.keys() ?? []),
        ...totals.repositories.keys(),
        ...configured.names.keys(),
      ]),
    repositoriesNamed,
    knowsRepository: (repo) => called(repo.toLowerCase()).length > 0,
    repositoriesForBareNumber,
    kindOfNumber,
    stylesFor(kind) {
      const hereStyles = here?.lessons.styles.get(kind);
      const rest = others(totals.styles.get(kind), stored?.styles.get(kind));
      const all = new Set([...(hereStyles?.keys() ?? []), ...rest.keys()]);
      return [...all]
        .map(
          (style): StyleUse => ({
            style,
            here: hereStyles?.get(style) ?? 0,
            elsewhere: rest.get(style) ?? 0,
          }),
        )
        .sort((a, b) => b.here - a.here || b.elsewhere - a.elsewhere);
    },
  };
}

/**
 * How much the other posts' bare numbers speak for each repository: each group of posts this one is in has its say, those
 * that tell teams apart the loudest.
 */
function neighbours(
  { facts }: { readonly facts: PostFacts },
  { totals, stored }: Sources,
): Counter<string> {
  const scores = new Map<string, number>();
  for (const group of groupsOf(facts)) {
    const bare = others(totals.bareByGroup.get(group), stored?.bare);
    const total = sum(bare);
    const weight = /^(?:author|tag) /.test(group)
      ? 9
      : group.startsWith("folder ")
        ? 3
        : 1;
    for (const [key, times] of bare)
      count(scores, key, (weight * times) / total);
  }
  return scores;
}

/** A total less what this post has put into it. */
function others<K>(
  total: ReadonlyCounter<K> | undefined,
  own: ReadonlyCounter<K> | undefined,
): ReadonlyCounter<K> {
  const rest = new Map<K, number>();
  for (const [key, times] of total ?? []) {
    const left = times - (own?.get(key) ?? 0);
    if (left > 0) rest.set(key, left);
  }
  return rest;
}

function rangeOf(numbers: Iterable<number>): {
  lowest: number;
  highest: number;
} {
  let lowest = Number.POSITIVE_INFINITY;
  let highest = 0;
  for (const number of numbers) {
    lowest = Math.min(lowest, number);
    highest = Math.max(highest, number);
  }
  return { lowest, highest };
}

/** `owner/name` and `owner/*`; anything else says nothing. */
function readConfigured(
  entries: readonly string[],
  host: string,
): {
  readonly names: ReadonlyMap<string, RepositoryName>;
  readonly owners: readonly string[];
} {
  const names = new Map<string, RepositoryName>();
  const owners = new Set<string>();
  for (const entry of entries) {
    const [, owner, repo] =
      /^([a-z\d][\w-]*)\/(\*|[\w.-]+)$/i.exec(entry.trim()) ?? [];
    if (owner === undefined || repo === undefined) continue;
    const name = { host, owner, repo };
    if (repo === "*") owners.add(owner);
    else names.set(repositoryKey(name), name);
  }
  return { names, owners: [...owners] };
}
