/** Tells how far a long piece of work is. */
export interface Progress {
  /** `Checking`, so many of so many posts. */
  report(doing: string, done: number, total: number): void;
  /** Takes away what is shown. */
  clear(): void;
}

export interface ProgressTerminal {
  /** Milliseconds. */
  now(): number;
  write(text: string): void;
}

/** What is done sooner needs no progress. */
const patience = 500;
const between = 100;
const startOfEmptyLine = "\r\u001B[K";

/** One line of a terminal that is written over, and gone at the end. Without a terminal nothing. */
export function createProgress(
  terminal: ProgressTerminal | undefined,
): Progress {
  if (!terminal) return { report() {}, clear() {} };
  const { now, write } = terminal;
  let next = now() + patience;
  let isShown = false;
  return {
    report(doing, done, total) {
      if (now() < next) return;
      next = now() + between;
      isShown = true;
      write(
        `${startOfEmptyLine}${doing} ${grouped(done)} of ${grouped(total)} posts…`,
      );
    },
    clear() {
      if (isShown) write(startOfEmptyLine);
      isShown = false;
    },
  };
}

/** `10,000` */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
