import type { OutgoingHttpHeaders, ServerResponse } from "node:http";
import { Readable } from "node:stream";

/** What goes wrong with a request, instead of its answer. */
export type Fault =
  | {
      readonly kind: "status";
      readonly status: number;
      readonly headers?: OutgoingHttpHeaders;
      /** Sent as JSON unless it is a string, which is sent as an HTML page. */
      readonly body?: unknown;
    }
  /** The connection ends without an answer. */
  | { readonly kind: "reset" }
  /** The headers of a good answer and half of its JSON. */
  | { readonly kind: "truncated" }
  /** No answer, ever. */
  | { readonly kind: "hang" }
  /** The beginning of a good answer, and then a byte now and then, for ever. */
  | { readonly kind: "drip" }
  /** A good answer of so many bytes, of which it tells the length or not. */
  | {
      readonly kind: "flood";
      readonly bytes: number;
      readonly announced: boolean;
      /** How many the other side took, or the system took for it. */
      sent?: number;
    };

export interface FaultRule {
  readonly fault: Fault;
  /** Requests it waits for: the path's beginning, `/graphql` or `/repos/…`; all without it. */
  readonly path?: string;
  /** Only what asks for at least so many things at once (GraphQL). */
  readonly minimumItems?: number;
  /** How many requests it spoils; all from now on without it. */
  times?: number;
}

/** The first rule that applies, used up by one. */
export function takeFault(
  rules: FaultRule[],
  path: string,
  items: number,
): Fault | undefined {
  const index = rules.findIndex(
    (rule) =>
      path.startsWith(rule.path ?? "/") && items >= (rule.minimumItems ?? 0),
  );
  const rule = rules[index];
  if (rule?.times !== undefined && --rule.times === 0) rules.splice(index, 1);
  return rule?.fault;
}

export function sendFault(fault: Fault, response: ServerResponse): void {
  switch (fault.kind) {
    case "status": {
      const html = typeof fault.body === "string";
      response.writeHead(fault.status, {
        "content-type": html ? "text/html" : "application/json; charset=utf-8",
        ...fault.headers,
      });
      const body = fault.body ?? { message: "Something is wrong" };
      response.end(html ? body : JSON.stringify(body));
      return;
    }
    case "reset":
      response.destroy();
      return;
    case "truncated":
      response.writeHead(200, { "content-type": "application/json" });
      response.end('{"data":{"r0":{"nameWithOwner":"inp');
      return;
    case "hang":
      return;
    case "drip": {
      response.writeHead(200, { "content-type": "application/json" });
      const timer = setInterval(() => response.write(" "), 5);
      response.on("close", () => clearInterval(timer));
      return;
    }
    case "flood":
      response.writeHead(200, {
        "content-type": "application/json",
        ...(fault.announced && { "content-length": fault.bytes }),
      });
      Readable.from(blanks(fault)).pipe(response);
      return;
  }
}

/** JSON may begin with any number of them. */
function* blanks(fault: Extract<Fault, { kind: "flood" }>): Generator<Buffer> {
  const block = Buffer.alloc(64 * 1024, " ");
  fault.sent = 0;
  while (fault.sent < fault.bytes) {
    const piece = block.subarray(0, fault.bytes - fault.sent);
    fault.sent += piece.length;
    yield piece;
  }
}
