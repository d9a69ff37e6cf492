import type { Session } from "./session.js";

/** Shows how far the reading of posts is, if the client can and if there are enough of them. */
export interface ReadingProgress {
  report(done: number, total: number): void;
  done(): void;
}

/** Fewer posts than this are read before a message about it can be. */
const worthTelling = 200;

/** Per cent: each message takes as long as reading some posts. */
const step = 5;

export function createProgress({
  connection,
  client,
  logError,
}: Session): ReadingProgress {
  let shown: Promise<void> | undefined;
  let update = (_percentage: number) => {};
  let end = () => {};
  let last: number | undefined;

  async function show(): Promise<void> {
    const reporter = await connection.window.createWorkDoneProgress();
    reporter.begin("Reading posts", 0);
    update = (percentage) => reporter.report(percentage);
    end = () => reporter.done();
  }

  return {
    report(done, total) {
      if (!client.progress || total < worthTelling) return;
      shown ??= show().catch(logError);
      const percentage = step * Math.floor((100 * done) / total / step);
      if (percentage === last) return;
      last = percentage;
      update(percentage);
    },
    done() {
      void shown?.then(() => end());
    },
  };
}
