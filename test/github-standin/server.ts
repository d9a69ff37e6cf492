import { createHash } from "node:crypto";
import { once } from "node:events";
import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type ServerResponse,
} from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { type FaultRule, sendFault, takeFault } from "./faults.js";
import type { GraphqlRequest } from "./graphql.js";
import {
  type Bucket,
  createBuckets,
  githubLimits,
  type Limits,
  type Resource,
  rateLimitHeaders,
} from "./limits.js";
import type { Database, Token } from "./model.js";
import { answerById, answerRest, type RestAnswer, refusal } from "./rest.js";
import { makeSeed } from "./seed.js";

export interface StandInOptions {
  readonly database?: Database;
  /** 0 or none: any free one. */
  readonly port?: number;
  /** Milliseconds before every answer. */
  readonly latency?: number;
  readonly limits?: Partial<Limits>;
  /** Milliseconds since the epoch; what resets of rate limits are computed from. */
  readonly now?: () => number;
}

export interface LoggedRequest {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly status: number;
  readonly token: string | undefined;
  /** Things asked for: the fields at the root of a GraphQL query; 0 for REST. */
  readonly items: number;
  /** Of the body that was sent here, and of the answer's, uncompressed. */
  readonly bytes: number;
}

export interface StandIn {
  readonly url: string;
  readonly database: Database;
  /** Every request answered so far, oldest first; a test may clear it. */
  readonly requests: LoggedRequest[];
  /** What to do wrong from now on; a test may add and remove. */
  readonly faults: FaultRule[];
  latency: number;
  /** What an account, or nobody's, has used of a limit in this hour. */
  used(token: string | undefined, resource: Resource): number;
  /** Builds GitHub's schema, which takes most of a second, before the first query asks for it. */
  warmUp(): Promise<void>;
  close(): Promise<void>;
}

/** GitHub on a loopback address: REST under `/`, GraphQL under `/graphql`, the same under `/api/v3` and `/api/graphql`. */
export async function startStandIn(
  options: StandInOptions = {},
): Promise<StandIn> {
  const now = options.now ?? Date.now;
  const bucketOf = createBuckets({ ...githubLimits, ...options.limits }, now);
  const server = createServer((request, response) => {
    response.setHeader("date", new Date(now()).toUTCString());
    handle(standIn, bucketOf, request, response).catch((error: unknown) => {
      response.writeHead(500).end(JSON.stringify({ message: String(error) }));
    });
  });
  server.listen(options.port ?? 0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const standIn: StandIn = {
    url: `http://127.0.0.1:${port}`,
    database: options.database ?? makeSeed(),
    requests: [],
    faults: [],
    latency: options.latency ?? 0,
    used: (token, resource) =>
      bucketOf(tokenOf(standIn.database, token), resource).used,
    warmUp: async () => {
      const { publicSchema } = await import("./graphql.js");
      publicSchema();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return standIn;
}

async function handle(
  standIn: StandIn,
  bucketOf: ReturnType<typeof createBuckets>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const method = request.method ?? "GET";
  if (method === "OPTIONS") {
    response.writeHead(204, corsHeaders).end();
    return;
  }
  response.setHeader("x-github-request-id", standIn.requests.length + 1);
  const text = await readText(request);
  const url = new URL(request.url ?? "/", standIn.url);
  const enterprise = url.pathname.startsWith("/api/");
  url.pathname = url.pathname.replace(/^\/api(\/v3(?=\/))?/, "");
  const query = url.pathname === "/graphql" ? parseQuery(text) : undefined;
  const credential = request.headers.authorization?.replace(/^\S+ /, "");
  const items = query === undefined ? 0 : await countRootFields(query.query);
  // Before the client can have the answer: it is counted with the test that asked.
  response.on("prefinish", () =>
    standIn.requests.push({
      method,
      path: url.pathname + url.search,
      status: response.statusCode,
      token: credential,
      items,
      bytes:
        Buffer.byteLength(text) +
        Number(response.getHeader("content-length") ?? 0),
    }),
  );
  if (standIn.latency > 0) await sleep(standIn.latency);
  const fault = takeFault(standIn.faults, url.pathname, items);
  if (fault !== undefined) {
    sendFault(fault, response);
    return;
  }
  const token = tokenOf(standIn.database, credential);
  if (credential !== undefined && token === undefined) {
    send(response, refusal(401, "Bad credentials"), {});
    return;
  }
  const bucket = bucketOf(token, resourceOf(url));
  if (url.pathname === "/graphql")
    await sendGraphql(standIn.database, token, bucket, query, response);
  else {
    const apiUrl = standIn.url + (enterprise ? "/api/v3" : "");
    sendRest(standIn.database, token, bucket, url, apiUrl, request, response);
  }
}

function tokenOf(
  database: Database,
  credential: string | undefined,
): Token | undefined {
  return credential === undefined ? undefined : database.tokens.get(credential);
}

function resourceOf(url: URL): Resource {
  if (url.pathname === "/graphql") return "graphql";
  return url.pathname.startsWith("/search/") ? "search" : "core";
}

async function sendGraphql(
  database: Database,
  token: Token | undefined,
  bucket: Bucket,
  query: GraphqlRequest | undefined,
  response: ServerResponse,
): Promise<void> {
  if (token === undefined) {
    const message = "This endpoint requires you to be authenticated.";
    send(response, refusal(401, message), {});
  } else if (query === undefined)
    send(response, refusal(400, "Problems parsing JSON"), {});
  else if (bucket.used >= bucket.limit) {
    const message = `API rate limit exceeded for user ID ${token.login}.`;
    const body = { errors: [{ type: "RATE_LIMITED", message }] };
    send(response, { status: 200, body }, rateLimitHeaders(bucket));
  } else {
    const { answerGraphql } = await import("./graphql.js");
    const body = await answerGraphql(query, database, token, bucket);
    send(response, { status: 200, body }, rateLimitHeaders(bucket));
  }
}

function sendRest(
  database: Database,
  token: Token | undefined,
  bucket: Bucket,
  url: URL,
  apiUrl: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (bucket.used >= bucket.limit) {
    const message = `API rate limit exceeded for ${token?.login ?? "127.0.0.1"}.`;
    send(response, refusal(403, message), rateLimitHeaders(bucket));
    return;
  }
  const answer = url.pathname.startsWith("/repositories/")
    ? answerById({ database, token, url, apiUrl })
    : answerRest({ database, token, url, apiUrl });
  const etag = `W/"${digest(JSON.stringify(answer.body) + (token?.login ?? ""))}"`;
  const unchanged =
    answer.status === 200 && request.headers["if-none-match"] === etag;
  // Only an authorized request that is answered 304 is free.
  if (!unchanged || token === undefined) bucket.used++;
  if (unchanged) {
    const headers = { ...corsHeaders, ...rateLimitHeaders(bucket), etag };
    response.writeHead(304, headers).end();
  } else
    send(response, answer, {
      ...rateLimitHeaders(bucket),
      ...(answer.status === 200 ? { etag } : {}),
    });
}

function send(
  response: ServerResponse,
  { status, body, headers }: RestAnswer,
  more: OutgoingHttpHeaders,
): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    ...corsHeaders,
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(text),
    ...headers,
    ...more,
  });
  response.end(text);
}

const corsHeaders: OutgoingHttpHeaders = {
  "access-control-allow-origin": "*",
  "access-control-allow-methods": "GET, POST",
  "access-control-allow-headers":
    "Accept, Authorization, Content-Type, If-None-Match, User-Agent, X-GitHub-Api-Version",
  "access-control-expose-headers":
    "ETag, Link, Location, Retry-After, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Used, X-RateLimit-Resource, X-RateLimit-Reset",
};

async function countRootFields(query: string): Promise<number> {
  // Loaded when it is first asked for: GraphQL and GitHub's schema take a second.
  const { rootFieldsOf } = await import("./graphql.js");
  return rootFieldsOf(query);
}

function parseQuery(text: string): GraphqlRequest | undefined {
  try {
    const body: unknown = JSON.parse(text);
    return isQuery(body) ? body : undefined;
  } catch {
    return undefined;
  }
}

function isQuery(body: unknown): body is GraphqlRequest {
  return (
    typeof body === "object" &&
    body !== null &&
    "query" in body &&
    typeof body.query === "string"
  );
}

async function readText(request: IncomingMessage): Promise<string> {
  let text = "";
  request.setEncoding("utf8");
  for await (const chunk of request) text += chunk;
  return text;
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
