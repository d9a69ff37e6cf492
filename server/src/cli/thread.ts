import { Worker } from "node:worker_threads";
import type { Checker, CheckerOptions } from "./checker.js";
import { FileError } from "./files.js";
import type { Answer, Call } from "./worker.js";

/** A checker in a thread of its own. */
export interface Thread extends Checker {
  stop(): Promise<void>;
}

interface Asker {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/** `program`: what is run in the thread. It finds the options in `workerData`, and has to call `answerCalls`. */
export function startThread(program: URL, options: CheckerOptions): Thread {
  const worker = new Worker(program, { workerData: options });
  const waiting = new Map<number, Asker>();
  let asked = 0;
  let end: Error | undefined;

  worker.on("message", (answer: Answer) => {
    const asker = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ("value" in answer) asker?.resolve(answer.value);
    else {
      const { error, isFileError } = answer;
      asker?.reject(isFileError ? new FileError(error.message) : error);
    }
  });
  worker.on("error", breakOff);
  worker.on("exit", () => breakOff(new Error("A thread has ended too soon")));

  function breakOff(error: Error): void {
    end ??= error;
    for (const { reject } of waiting.values()) reject(end);
    waiting.clear();
  }

  function ask<Method extends keyof Checker>(
    method: Method,
    argument: Parameters<Checker[Method]>[0],
  ): ReturnType<Checker[Method]> {
    const call = { id: asked++, method, argument } as Call;
    const answer = new Promise<unknown>((resolve, reject) => {
      if (end) reject(end);
      else waiting.set(call.id, { resolve, reject });
    });
    if (!end) worker.postMessage(call);
    return answer as ReturnType<Checker[Method]>;
  }

  return {
    read: (paths) => ask("read", paths),
    open: (project) => ask("open", project),
    check: (paths) => ask("check", paths),
    async stop() {
      await worker.terminate();
    },
  };
}
