import type { Environment } from "../../server/src/cli/command-line.js";

/** A process for the command line to run in, and what it wrote. */
export interface Recording {
  readonly environment: Environment;
  readonly output: string;
  readonly errors: string;
}

/** Nobody looks at it, and nobody stops it. */
export function recordingIn(
  cwd: string,
  changes: Partial<Environment> = {},
): Recording {
  let output = "";
  let errors = "";
  return {
    environment: {
      cwd,
      env: {},
      isTerminal: false,
      isErrorTerminal: false,
      now: () => 0,
      write: (text) => {
        output += text;
      },
      writeError: (text) => {
        errors += text;
      },
      interruption: () => new AbortController().signal,
      ...changes,
    },
    get output() {
      return output;
    },
    get errors() {
      return errors;
    },
  };
}
