import type { Failure } from "../targets/github-port.js";
import { readNumber, resetTime } from "./limits.js";
import { isFields, ShapeError } from "./shape.js";
import { plainLine } from "./texts.js";

const minute = 60_000;
/** Milliseconds that are waited at least: by a clock that is wrong a limit may be over before it is told. */
const soonest = 15_000;

interface Response {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
  readonly message: string;
}

/** What an error of Octokit means. `now` in milliseconds since the epoch; `token` is kept out of the result. */
export function failureOf(
  error: unknown,
  now: number,
  token: string | undefined,
): Failure {
  const response = responseOf(error);
  if (response === undefined)
    return { reason: "offline", detail: failureText(error, token) };
  const { status, headers, message } = response;
  if (status === 401) return { reason: "unauthorized" };
  // 422: no such commit or branch; 410 and 451: taken away.
  if ([404, 410, 422, 451].includes(status)) return { reason: "not-found" };
  if (status === 403 || status === 429) {
    const until = limitedUntil(headers, status, message, now);
    return until === undefined
      ? { reason: "unauthorized" }
      : { reason: "rate-limited", until: Math.max(until, now + soonest) };
  }
  const detail =
    status < 400 ? message : `GitHub answered with status ${status}`;
  return { reason: "offline", detail: plainLine(detail, token) };
}

/** An error in one plain line; `token` is kept out of it. */
export function failureText(error: unknown, token?: string): string {
  return plainLine(describe(error), token);
}

/** What `read` makes of an answer, or that it makes no sense. */
export function reading<T>(read: () => T): T | Failure {
  try {
    return read();
  } catch (error) {
    const what = error instanceof ShapeError ? error.message : "unreadable";
    const detail = `GitHub's answer makes no sense: ${what}`;
    return { reason: "offline", detail };
  }
}

/** Whether GitHub gave up on a query because it asks for too much at once. */
export function isTooHeavy(error: unknown): boolean {
  const status = responseOf(error)?.status;
  return (
    status === 502 ||
    status === 504 ||
    (status === 200 && /something went wrong/i.test(describe(error)))
  );
}

/** Milliseconds since the epoch; undefined where it is not the rate limit that was hit. */
function limitedUntil(
  headers: Response["headers"],
  status: number,
  message: string,
  now: number,
): number | undefined {
  const wait = readNumber(headers["retry-after"]);
  if (wait !== undefined) return now + wait * 1000;
  const reset = resetTime(headers, now);
  if (readNumber(headers["x-ratelimit-remaining"]) === 0 && reset !== undefined)
    return reset;
  // "Wait for at least one minute", say GitHub's docs on secondary limits without headers.
  return status === 429 || /rate limit/i.test(message)
    ? now + minute
    : undefined;
}

/** The answer that an error of Octokit holds; none if there was no answer. */
export function responseOf(error: unknown): Response | undefined {
  if (!isFields(error) || !isFields(error.response)) return undefined;
  const { status, headers } = error.response;
  if (typeof status !== "number" || !isFields(headers)) return undefined;
  return {
    status,
    headers: Object.fromEntries(Object.entries(headers).filter(isHeader)),
    message: describe(error),
  };
}

function isHeader(
  entry: [string, unknown],
): entry is [string, string | number] {
  return typeof entry[1] === "string" || typeof entry[1] === "number";
}

function describe(error: unknown): string {
  if (isTimeout(error)) return "GitHub did not answer in time";
  return error instanceof Error && error.message !== ""
    ? error.message
    : "GitHub could not be reached";
}

/** Whether no answer came in time. */
export function isTimeout(error: unknown): boolean {
  return (
    isFields(error) &&
    (error.name === "TimeoutError" ||
      error.name === "AbortError" ||
      isTimeout(error.cause))
  );
}

/** Whether nobody is there to answer: no network, or no such host. The next question would find out the same. */
export function isUnreachable(error: unknown): boolean {
  return (
    isFields(error) &&
    (unreachable.has(error.code) || isUnreachable(error.cause))
  );
}

/** Of libuv, as Node's `fetch` gives them as its error's cause. */
const unreachable: ReadonlySet<unknown> = new Set([
  "EAI_AGAIN",
  "ECONNREFUSED",
  "EHOSTUNREACH",
  "ENETDOWN",
  "ENETUNREACH",
  "ENOTFOUND",
]);
