import type { OutgoingHttpHeaders } from "node:http";
import type { Token } from "./model.js";

export type Resource = "core" | "graphql" | "search";

export interface Limits {
  readonly core: number;
  readonly anonymous: number;
  readonly graphql: number;
  readonly search: number;
  readonly anonymousSearch: number;
}

/** GitHub's own: per hour, those of search per minute. */
export const githubLimits: Limits = {
  core: 5000,
  anonymous: 60,
  graphql: 5000,
  search: 30,
  anonymousSearch: 10,
};

export interface Bucket {
  readonly resource: Resource;
  readonly limit: number;
  used: number;
  /** Seconds since the epoch. */
  readonly reset: number;
}

/** Counts what each account has used, by GitHub's rules. `now` in milliseconds since the epoch. */
export function createBuckets(limits: Limits, now: () => number) {
  const buckets = new Map<string, Bucket>();
  return (token: Token | undefined, resource: Resource): Bucket => {
    const key = `${token?.login ?? ""} ${resource}`;
    const seconds = Math.floor(now() / 1000);
    const known = buckets.get(key);
    if (known !== undefined && known.reset > seconds) return known;
    const bucket: Bucket = {
      resource,
      limit: limitOf(limits, token, resource),
      used: 0,
      reset: seconds + (resource === "search" ? 60 : 3600),
    };
    buckets.set(key, bucket);
    return bucket;
  };
}

function limitOf(
  limits: Limits,
  token: Token | undefined,
  resource: Resource,
): number {
  if (resource === "graphql") return limits.graphql;
  if (resource === "search")
    return token === undefined ? limits.anonymousSearch : limits.search;
  return token === undefined ? limits.anonymous : limits.core;
}

export function rateLimitHeaders(bucket: Bucket): OutgoingHttpHeaders {
  return {
    "x-ratelimit-limit": bucket.limit,
    "x-ratelimit-remaining": Math.max(0, bucket.limit - bucket.used),
    "x-ratelimit-used": bucket.used,
    "x-ratelimit-reset": bucket.reset,
    "x-ratelimit-resource": bucket.resource,
  };
}
