import { retry } from "@octokit/plugin-retry";
import { Octokit } from "@octokit/rest";
import { LRUCache } from "lru-cache";
import { boundedFetch } from "./bounded-fetch.js";
import { responseOf } from "./failure.js";
import { isFields } from "./shape.js";
import { plainLine } from "./texts.js";

export interface OctokitOptions {
  readonly apiUrl: string;
  readonly token: string | undefined;
  /** Milliseconds an answer may take, repetition included. */
  readonly timeout: number;
  readonly log: (line: string) => void;
  /** Called with the headers of every answer, good or bad. */
  readonly onHeaders: (headers: ResponseHeaders) => void;
}

export type ResponseHeaders = Readonly<
  Record<string, string | number | undefined>
>;

const RetryingOctokit = Octokit.plugin(retry);

/**
 * Octokit for one account. It repeats a request once and soon, for somebody waits for the answer. The plug-in that
 * throttles is left out: it spaces queries by a second, while one batch holds everything there is to ask.
 */
export function createOctokit(options: OctokitOptions): Octokit {
  const { apiUrl, token, timeout } = options;
  const log = (line: string) => options.log(plainLine(line, token));
  const octokit = new RetryingOctokit({
    ...(token === undefined ? {} : { auth: token }),
    baseUrl: apiUrl,
    userAgent: "weeknotes",
    request: { fetch: boundedFetch },
    log: { debug: () => {}, info: log, warn: log, error: log },
    retry: {
      retries: 1,
      retryAfterBaseValue: 300,
      // A batch that is too heavy is not repeated but halved, a limit is waited for.
      doNotRetry: [400, 401, 403, 404, 410, 422, 429, 451].concat(
        token === undefined ? [] : [502, 504],
      ),
    },
  });
  octokit.hook.before("request", (request) => {
    // A copy: Octokit gives all requests the same options, and with them the first one's limit of time.
    request.request = {
      ...request.request,
      signal: request.request.signal ?? AbortSignal.timeout(timeout),
      // A query carries the token and is never sent elsewhere. What GET follows to another host goes without the token:
      // so says the Fetch standard, and a test.
      ...(request.method === "POST" && { redirect: "error" }),
    };
  });
  octokit.hook.wrap("request", async (request, endpoint) => {
    try {
      const response = await request(endpoint);
      options.onHeaders(response.headers);
      return response;
    } catch (error) {
      const headers = responseOf(error)?.headers;
      if (headers !== undefined) options.onHeaders(headers);
      throw error;
    }
  });
  answerUnchanged(octokit);
  return octokit;
}

/** Sends what is known as `If-None-Match` and takes 304, an error to Octokit, for the answer that is known. */
function answerUnchanged(octokit: Octokit): void {
  const known = new LRUCache<
    string,
    { readonly etag: string; readonly data: unknown }
  >({ max: 200 });
  octokit.hook.wrap("request", async (request, options) => {
    if (options.method !== "GET") return request(options);
    const { url } = octokit.request.endpoint(options);
    const before = known.get(url);
    if (before !== undefined) options.headers["if-none-match"] = before.etag;
    try {
      const response = await request(options);
      const { etag } = response.headers;
      if (etag !== undefined) known.set(url, { etag, data: response.data });
      return response;
    } catch (error) {
      if (before === undefined || !isFields(error) || error.status !== 304)
        throw error;
      return { status: 200, url, headers: {}, data: before.data };
    }
  });
}
