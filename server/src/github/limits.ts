/** GitHub counts these apart. */
export type Resource = "core" | "graphql" | "search";

type Headers = Readonly<Record<string, string | number | undefined>>;

interface Bucket {
  readonly remaining: number;
  /** Milliseconds since the epoch. */
  readonly reset: number;
}

export interface Limits {
  /** Since when more may be asked, if that is not now. */
  blockedUntil(resource: Resource): number | undefined;
  /** Learns from an answer's headers. */
  note(headers: Headers): void;
  /** GitHub wants no request at all until then. */
  pause(until: number): void;
}

/** What one account has left, by GitHub's own word. `reserve` of the hour's REST requests are not used. */
export function createLimits(now: () => number, reserve: number): Limits {
  const buckets = new Map<Resource, Bucket>();
  let pausedUntil = 0;

  function blockedUntil(resource: Resource): number | undefined {
    if (pausedUntil > now()) return pausedUntil;
    const bucket = buckets.get(resource);
    if (bucket === undefined || bucket.reset <= now()) return undefined;
    const kept = resource === "core" ? reserve : 0;
    return bucket.remaining <= kept ? bucket.reset : undefined;
  }

  function note(headers: Headers): void {
    const resource = headers["x-ratelimit-resource"];
    const remaining = readNumber(headers["x-ratelimit-remaining"]);
    const reset = readNumber(headers["x-ratelimit-reset"]);
    if (!isResource(resource) || remaining === undefined || reset === undefined)
      return;
    const known = buckets.get(resource);
    const next = { remaining, reset: reset * 1000 };
    // Answers of one hour may arrive out of order.
    if (known?.reset === next.reset && known.remaining < remaining) return;
    buckets.set(resource, next);
  }

  function pause(until: number): void {
    pausedUntil = Math.max(pausedUntil, until);
  }

  return { blockedUntil, note, pause };
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
