import type { MessagePort } from "node:worker_threads";
import type { Checker } from "./checker.js";
import { FileError } from "./files.js";

/** What another thread asks of a checker. */
export type Call = { readonly id: number } & {
  [Method in keyof Checker]: {
    readonly method: Method;
    readonly argument: Parameters<Checker[Method]>[0];
  };
}[keyof Checker];

export type Answer = { readonly id: number } & (
  | { readonly value: unknown }
  | {
      readonly error: Error;
      /** It is a FileError: a class of ours does not get through to another thread. */
      readonly isFileError: boolean;
    }
);

/** Lets another thread use a checker of this one. */
export function answerCalls(port: MessagePort, checker: Checker): void {
  port.on("message", async (call: Call) => {
    port.postMessage(await answerTo(call, checker));
  });
}

async function answerTo(call: Call, checker: Checker): Promise<Answer> {
  const { id } = call;
  try {
    return { id, value: await perform(call, checker) };
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error(String(thrown));
    return { id, error, isFileError: error instanceof FileError };
  }
}

function perform(call: Call, checker: Checker): Promise<unknown> {
  switch (call.method) {
    case "read":
      return checker.read(call.argument);
    case "open":
      return checker.open(call.argument);
    case "check":
      return checker.check(call.argument);
  }
}
