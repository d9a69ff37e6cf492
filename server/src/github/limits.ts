/** GitHub counts these apart. */
export type Resource = "core" | "graphql" | "search";

type Headers = Readonly<Record<string, string | number | undefined>>;

interface Bucket {
  readonly remaining: number;
  readonly limit: number | undefined;
  /** By GitHub's clock, seconds since the epoch. */
  readonly reset: number;
  readonly block: Block;
}

/** A span of this computer's clock, milliseconds since the epoch. Outside of it the clock was set, or it is over. */
interface Block {
  readonly since: number;
  readonly until: number;
}

export interface RequestsLeft {
  readonly remaining: number;
  readonly limit: number;
  /** When all of them are back, milliseconds since the epoch. */
  readonly resetAt: number;
}

export interface Limits {
  /** Since when more may be asked, if that is not now. */
  blockedUntil(resource: Resource): number | undefined;
  /** Whether GitHub has said how many are left of this hour. */
  isKnown(resource: Resource): boolean;
  /** What is left, by GitHub's last word; undefined where that is not known or over. */
  left(resource: Resource): RequestsLeft | undefined;
  /** Learns from an answer's headers. */
  note(headers: Headers): void;
  /** GitHub wants no request at all until then. */
  pause(until: number): void;
}

/** Milliseconds after which every limit is over. */
const longest = 3_600_000;

/** What one account has left, by GitHub's own word. `reserve` of the hour's REST requests are not used. */
export function createLimits(now: () => number, reserve: number): Limits {
  const buckets = new Map<Resource, Bucket>();
  let pause: Block | undefined;

  function blockedUntil(resource: Resource): number | undefined {
    if (pause !== undefined && holds(pause, now())) return pause.until;
    const bucket = buckets.get(resource);
    if (bucket === undefined || !holds(bucket.block, now())) return undefined;
    const kept = resource === "core" ? reserve : 0;
    return bucket.remaining <= kept ? bucket.block.until : undefined;
  }

  function note(headers: Headers): void {
    const resource = headers["x-ratelimit-resource"];
    const remaining = readNumber(headers["x-ratelimit-remaining"]);
    const reset = readNumber(headers["x-ratelimit-reset"]);
    if (!isResource(resource) || remaining === undefined || reset === undefined)
      return;
    const known = buckets.get(resource);
    // Answers of one hour may arrive out of order.
    if (known?.reset === reset && known.remaining < remaining) return;
    const block = { since: now(), until: resetTime(headers, now()) ?? now() };
    const limit = readNumber(headers["x-ratelimit-limit"]);
    buckets.set(resource, { remaining, limit, reset, block });
  }

  return {
    blockedUntil,
    isKnown(resource) {
      const bucket = buckets.get(resource);
      return bucket !== undefined && holds(bucket.block, now());
    },
    left(resource) {
      const bucket = buckets.get(resource);
      if (bucket?.limit === undefined || !holds(bucket.block, now()))
        return undefined;
      const { remaining, limit, block } = bucket;
      return { remaining, limit, resetAt: block.until };
    },
    note,
    pause(until) {
      const block = { since: now(), until: Math.min(until, now() + longest) };
      if (pause === undefined || !holds(pause, now()) || pause.until < until)
        pause = block;
    },
  };
}

function holds({ since, until }: Block, now: number): boolean {
  return since <= now && now < until;
}

/**
 * When the hour of a limit is over by this computer's clock, milliseconds since the epoch. That clock may be wrong: what
 * GitHub's says in the same answer tells by how much.
 */
export function resetTime(headers: Headers, now: number): number | undefined {
  const reset = readNumber(headers["x-ratelimit-reset"]);
  if (reset === undefined) return undefined;
  const theirs = Date.parse(String(headers.date));
  const ahead = now - theirs;
  // Answers travel, and theirs counts whole seconds.
  const wrong = Math.abs(ahead) > 60_000 ? ahead : 0;
  return Math.min(reset * 1000 + wrong, now + longest);
}

export function readNumber(
  value: string | number | undefined,
): number | undefined {
  const number =
    value === undefined || value === "" ? Number.NaN : Number(value);
  return Number.isFinite(number) ? number : undefined;
}

function isResource(value: unknown): value is Resource {
  return value === "core" || value === "graphql" || value === "search";
}
