import { stylesWith } from "../targets/label-styles.js";
import type { RepositoryName, Target } from "../targets/target.js";
import { repositoryKey, targetKey } from "../targets/target-key.js";
import type { Called } from "./called.js";
import { citationsIn } from "./citations.js";
import type {
  DefinitionEntry,
  DefinitionTable,
  EntryDefinition,
} from "./definition-table.js";
import type { DefinitionFacts, PostFacts } from "./facts.js";
import type { Group } from "./groups.js";
import type {
  BareRepository,
  ForeignDefinition,
  KnownRepository,
  Learned,
} from "./knowledge.js";
import { knownNumbers } from "./known-numbers.js";
import type { Lessons } from "./lessons.js";
import { namingEvidence } from "./naming-evidence.js";
import { type LearnedNamings, learnedNamings } from "./namings-from.js";
import type { Settings } from "./settings.js";
import { sumOf } from "./sum-of.js";
import type { Totals } from "./totals.js";

/** What is known at large, and the post from which it is seen. */
export interface LearnedSources {
  readonly uri: string;
  /** What the post teaches as it is now. */
  readonly lessons: Lessons | undefined;
  /** What the totals hold of it. */
  readonly stored: Lessons | undefined;
  readonly groups: readonly Group[];
  /** What the posts teach that are nearest to this one: of its team, and of about its time. */
  readonly neighbours: () => readonly Neighbour[];
  readonly isOfTeam: (uri: string) => boolean;
  readonly others: () => readonly Neighbour[];
  /** The other posts that name a target, or perhaps another commit that begins like it. */
  readonly postsNaming: (target: Target) => readonly Neighbour[];
  /** All that labels are learned in, as `inReadingOrder` gives them. */
  readonly styles: readonly string[];
  readonly totals: Totals;
  readonly definitions: DefinitionTable;
  readonly called: () => Called;
  readonly settings: Settings;
}

export interface Neighbour {
  readonly facts: PostFacts;
  readonly lessons: Lessons;
}

/** What definitions and links teach, as seen from one post. Everything is worked out when asked for. */
export function learnedFrom(sources: LearnedSources): Learned {
  const { uri, lessons, stored, totals, definitions, settings } = sources;
  const host = settings.github.hosts[0] ?? "github.com";
  const configured = readConfigured(settings.repositories, host);
  const numbers = knownNumbers(sources);
  let learned: LearnedNamings | undefined;
  const namings = () => (learned ??= learnedNamings(sources));

  const hereUses = (key: string) => lessons?.repositories.get(key) ?? 0;
  const usesOf = (key: string) =>
    (totals.repositories.get(key) ?? 0) -
    (stored?.repositories.get(key) ?? 0) +
    hereUses(key);

  function known(key: string): KnownRepository | undefined {
    const name =
      lessons?.spellings.get(key) ??
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
    const named = [...(lessons?.spellings ?? []), ...configured.names].filter(
      isCalled,
    );
    return inOrder([
      ...named.map(([key]) => key),
      ...(totals.names.get(name)?.keys() ?? []),
    ]);
  }

  function repositoriesNamed(repo: string): readonly KnownRepository[] {
    const name = repo.toLowerCase();
    const found = called(name);
    if (found.length === 0) {
      found.push(
        ...namings()
          .repositoriesCalled(name)
          .flatMap((key) => known(key) ?? [])
          .map((repository) => ({ ...repository, byAlias: true })),
      );
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
    const bareHere = namings().bareHere();
    const elsewhere = namings().bareElsewhere();
    const totalHere = sumOf(bareHere.values());
    const totalElsewhere = sumOf(elsewhere.values());
    const shareOf = (key: string) => {
      const own = totalHere === 0 ? 0 : (bareHere.get(key) ?? 0) / totalHere;
      const other =
        totalElsewhere === 0 ? 0 : (elsewhere.get(key) ?? 0) / totalElsewhere;
      return totalHere === 0 ? other : 0.8 * own + 0.2 * other;
    };
    const keys = new Set([...bareHere.keys(), ...elsewhere.keys()]);
    return [...keys]
      .sort(
        (a, b) =>
          (bareHere.get(b) ?? 0) - (bareHere.get(a) ?? 0) ||
          (elsewhere.get(b) ?? 0) - (elsewhere.get(a) ?? 0),
      )
      .flatMap((key) => {
        const repository = known(key);
        if (repository === undefined) return [];
        const here = bareHere.get(key) ?? 0;
        const numbersOf = () => numbers.rangeOf(key);
        return new Bare(repository, here, shareOf(key), numbersOf);
      });
  }

  function foreign(
    uri: string,
    definition: DefinitionFacts,
  ): ForeignDefinition {
    return { ...definition, uri, ofTeam: sources.isOfTeam(uri) };
  }

  /** What other posts define a label as, by how many do. */
  function entriesElsewhere(key: string): DefinitionEntry[] {
    return definitions
      .ofKey(key, uri)
      .map((entry) => ({ entry, posts: entry.postsBesides(uri) }))
      .sort((a, b) => b.posts - a.posts)
      .map(({ entry }) => entry);
  }

  function elsewhere(entry: DefinitionEntry): ForeignDefinition[] {
    return [...entry.byPost]
      .filter(([post]) => post !== uri)
      .map(([post, definition]) => foreign(post, definition));
  }

  return {
    definitionsOf: (key) => entriesElsewhere(key).flatMap(elsewhere),
    isDefinedElsewhere: (key) => definitions.hasKey(key, uri),
    targetsElsewhere: (key) =>
      entriesElsewhere(key).map(({ target }) => target),
    definitions: () => foreignDefinitions(sources),
    itemsCalled: (word, repository) => itemsCalled(sources, word, repository),
    repositories: () =>
      inOrder([
        ...(lessons?.repositories.keys() ?? []),
        ...totals.repositories.keys(),
        ...configured.names.keys(),
      ]),
    repositoriesNamed,
    knowsRepository: (repo) => called(repo.toLowerCase()).length > 0,
    repositoriesForBareNumber,
    kindOfNumber: numbers.kindOf,
    nearness: numbers.nearness,
    waysToName: (target, after = "this-post") =>
      namings().waysToName(target, stylesWith(settings.labelStyles), after),
    evidenceFor: (target, label) =>
      namingEvidence(sources, namings(), target, label),
    citationsOf: (target) => citationsIn(sources.postsNaming(target), target),
    weightOf: (style, kind) => namings().weightOf(style, kind),
  };
}

/** What the other posts define, the nearest first. No generator within another function: V8 would keep all that is seen from there. */
function* foreignDefinitions({
  uri,
  definitions,
  neighbours,
}: LearnedSources): Generator<EntryDefinition> {
  const lately = new Set<string>();
  const keysLately = new Set<string>();
  for (const { facts } of neighbours()) {
    for (const definition of facts.definitions) {
      const id = idOf(definition);
      if (!definition.counts || lately.has(id)) continue;
      lately.add(id);
      keysLately.add(definition.key);
      yield { ...definition, uri: facts.uri };
    }
  }
  for (const entry of definitions.all(uri)) {
    if (keysLately.has(entry.key) && lately.has(idOf(entry))) continue;
    const definition = entry.besides(uri);
    if (definition) yield definition;
  }
}

function idOf({ key, target }: DefinitionFacts | DefinitionEntry): string {
  return `${key}\n${targetKey(target)}`;
}

function* itemsCalled(
  { uri, called }: LearnedSources,
  word: string,
  repository?: RepositoryName,
): Generator<string> {
  const all = called();
  for (const { item, entry } of repository
    ? all.repository(word, repository)
    : all.byName(word))
    if (entry.postsBesides(uri) > 0) yield item;
}

class Bare implements BareRepository {
  readonly host: string;
  readonly owner: string;
  readonly repo: string;
  readonly uses: number;
  readonly configured: boolean;
  readonly here: number;
  readonly share: number;
  readonly #numbersOf: () => BareRepository["numbers"];

  constructor(
    { host, owner, repo, uses, configured }: KnownRepository,
    here: number,
    share: number,
    numbersOf: () => BareRepository["numbers"],
  ) {
    this.host = host;
    this.owner = owner;
    this.repo = repo;
    this.uses = uses;
    this.configured = configured;
    this.here = here;
    this.share = share;
    this.#numbersOf = numbersOf;
  }

  /** Asked for by few, and thousands to look through. */
  get numbers() {
    return this.#numbersOf();
  }
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
