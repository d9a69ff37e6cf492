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
 * Where `item` goes among `items` so that they stay in the order they follow: natural, alphabetical, by repository, by
 * kind of label, or that of first use. `usedAt` is the offset of a label's first use.
 */
export function placeIn<T extends Ordered>(
  items: readonly T[],
  item: T,
  usedAt: (key: string) => number | undefined,
): number {
  const exact = byLabel.find((order) => sortedness(items, order) === 1);
  if (exact) return fewestInversions(items, item, exact);

  const group =
    groupOf(items, item, ({ destination }) => repositoryOf(destination)) ??
    groupOf(items, item, ({ key }) => key.replace(/\d+/g, "0"));
  if (group) return group.start + placeIn(group.items, item, usedAt);
  const grouped = inNaturalOrder(items);
  if (grouped.every((each, index) => each === items[index]))
    return inNaturalOrder([...items, item]).indexOf(item);

  const use = ({ key }: Ordered) => usedAt(key) ?? Number.POSITIVE_INFINITY;
  const byUse: Compare<Ordered> = (a, b) => sign(use(a), use(b));
  const used = items.filter(({ key }) => usedAt(key) !== undefined);
  if (used.length >= 2 && sortedness(used, byUse) === 1)
    return fewestInversions(items, item, byUse);

  const enough = 5;
  const almost = [
    ...byLabel.map((order) => ({ order, share: sortedness(items, order) })),
    { order: byUse, share: used.length < enough ? 0 : sortedness(used, byUse) },
  ].find(({ share }) => items.length >= enough && share >= 0.8);
  return almost ? fewestInversions(items, item, almost.order) : items.length;
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

/** The last of the places with the fewest items out of order; in a sorted list the one right place. */
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

/** The items that have something in common with a new one, where they stand together and others stand beside them. */
function groupOf<T extends Ordered>(
  items: readonly T[],
  item: T,
  common: (item: T) => string | undefined,
): { start: number; items: readonly T[] } | undefined {
  const name = common(item);
  if (name === undefined) return undefined;
  const isMember = (each: T) => common(each) === name;
  const start = items.findIndex(isMember);
  const members = items.slice(start, items.findLastIndex(isMember) + 1);
  return start >= 0 && members.every(isMember) && members.length < items.length
    ? { start, items: members }
    : undefined;
}
