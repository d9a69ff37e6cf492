import { onceFor } from "../remember.js";

/** What an order of definitions looks at. */
export interface Ordered {
  /** `labelKey` of the label. */
  readonly key: string;
  readonly destination: string;
}

type Compare<T> = (a: T, b: T) => number;

const natural = new Intl.Collator("en", { numeric: true });
const alphabetical = new Intl.Collator("en");
/** As `sort` does in most locales. */
const lettersOnly = new Intl.Collator("en", { ignorePunctuation: true });

/**
 * Natural order: numbers by value, and labels of one repository together, where the first of them belongs.
 * Definitions of one label keep their order, since the first of them counts.
 */
export function inNaturalOrder<T extends Ordered>(items: readonly T[]): T[] {
  const repositoryOfLabel = new Map<string, string>();
  const firstOfRepository = new Map<string, T>();
  for (const item of items) {
    if (repositoryOfLabel.has(item.key)) continue;
    const repository = repositoryOf(item.destination) ?? item.key;
    repositoryOfLabel.set(item.key, repository);
    const first = firstOfRepository.get(repository);
    if (!first || naturally(item, first) < 0)
      firstOfRepository.set(repository, item);
  }
  const groupOf = (item: T) =>
    firstOfRepository.get(repositoryOfLabel.get(item.key) ?? "") ?? item;
  return items.toSorted(
    (a, b) => naturally(groupOf(a), groupOf(b)) || naturally(a, b),
  );
}

/**
 * Tells where a new item goes among `items` so that they stay in the order they follow: natural, alphabetical, by
 * repository, by kind of label, or that of first use. What order that is, is looked at once for all items that are asked
 * about, each as if it were the only one. `usedAt` is the offset of a label's first use.
 */
export function placesIn<T extends Ordered>(
  items: readonly T[],
  usedAt: (key: string) => number | undefined,
): (item: T) => number {
  const exact = exactOrder(items);
  if (exact) return (item) => placeInSorted(items, item, exact);

  const groupings = [
    ({ destination }: Ordered) => repositoryOf(destination),
    ({ key }: Ordered) => key.replace(/\d+/g, "0"),
  ].map((common) => groupsIn(items, common, usedAt));
  let other: ((item: T) => number) | undefined;
  return (item) => {
    for (const groupOf of groupings) {
      const group = groupOf(item);
      if (group) return group.start + group.placeOf(item);
    }
    other ??= placesOutsideGroups(items, usedAt);
    return other(item);
  };
}

/** The order of labels that all items follow, looked for once in each list. */
const exactOrder = onceFor((items: readonly Ordered[]) =>
  byLabel.find((order) => sortedness(items, order) === 1),
);

function placesOutsideGroups<T extends Ordered>(
  items: readonly T[],
  usedAt: (key: string) => number | undefined,
): (item: T) => number {
  const grouped = inNaturalOrder(items);
  if (grouped.every((each, index) => each === items[index]))
    return (item) => inNaturalOrder([...items, item]).indexOf(item);

  const use = ({ key }: Ordered) => usedAt(key) ?? Number.POSITIVE_INFINITY;
  const byUse: Compare<Ordered> = (a, b) => sign(use(a), use(b));
  const used = items.filter(({ key }) => usedAt(key) !== undefined);
  if (used.length >= 2 && sortedness(used, byUse) === 1)
    return (item) => fewestInversions(items, item, byUse);

  const enough = 5;
  const almost = [
    ...byLabel.map((order) => ({ order, share: sortedness(items, order) })),
    { order: byUse, share: used.length < enough ? 0 : sortedness(used, byUse) },
  ].find(({ share }) => items.length >= enough && share >= 0.8);
  return almost
    ? (item) => fewestInversions(items, item, almost.order)
    : () => items.length;
}

/** Host, owner and name of a URL: the first two parts of its path. */
function repositoryOf(destination: string): string | undefined {
  return /^[a-z]+:\/\/[^/?#]+\/[^/?#]+\/[^/?#]+/i
    .exec(destination)?.[0]
    .toLowerCase();
}

function naturally(a: Ordered, b: Ordered): number {
  return compareKeys(natural, a, b);
}

const byLabel: readonly Compare<Ordered>[] = [
  natural,
  alphabetical,
  lettersOnly,
].map((collator) => (a, b) => compareKeys(collator, a, b));

function compareKeys(collator: Intl.Collator, a: Ordered, b: Ordered): number {
  return a.key === b.key
    ? 0
    : collator.compare(a.key, b.key) || sign(a.key, b.key);
}

function sign<T extends string | number>(a: T, b: T): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The share of neighbours that stand in order. */
function sortedness<T>(items: readonly T[], order: Compare<T>): number {
  const pairs = items.length - 1;
  if (pairs < 1) return 1;
  const inOrder = items.filter((item, index) => {
    const before = items[index - 1];
    return before !== undefined && order(before, item) <= 0;
  });
  return inOrder.length / pairs;
}

/** The place before the first of the items that come after a new one. */
function placeInSorted<T>(
  items: readonly T[],
  item: T,
  order: Compare<T>,
): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = items[middle];
    if (other !== undefined && order(other, item) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last of the places with the fewest items out of order. */
function fewestInversions<T>(
  items: readonly T[],
  item: T,
  order: Compare<T>,
): number {
  let inversions = items.filter((other) => order(other, item) < 0).length;
  let best = { place: 0, inversions };
  for (const [index, other] of items.entries()) {
    const ordered = order(other, item);
    if (ordered < 0) inversions--;
    if (ordered > 0) inversions++;
    if (inversions <= best.inversions) best = { place: index + 1, inversions };
  }
  return best.place;
}

interface Group<T> {
  readonly start: number;
  readonly placeOf: (item: T) => number;
}

/** Finds the items that have something in common with a new one, where they stand together and others stand beside them. */
function groupsIn<T extends Ordered>(
  items: readonly T[],
  common: (item: Ordered) => string | undefined,
  usedAt: (key: string) => number | undefined,
): (item: T) => Group<T> | undefined {
  const names = items.map(common);
  const groups = new Map<string, Group<T> | undefined>();
  return (item) => {
    const name = common(item);
    if (name === undefined) return undefined;
    if (!groups.has(name)) groups.set(name, groupCalled(name));
    return groups.get(name);
  };

  function groupCalled(name: string): Group<T> | undefined {
    const start = names.indexOf(name);
    const end = names.lastIndexOf(name) + 1;
    const standTogether =
      start >= 0 && names.slice(start, end).every((each) => each === name);
    return standTogether && end - start < items.length
      ? { start, placeOf: placesIn(items.slice(start, end), usedAt) }
      : undefined;
  }
}
