import { setFlagsFromString } from "node:v8";
import { createConnection } from "vscode-languageserver/node";
import { introduce } from "./capabilities.js";
import type { Environment } from "./environment.js";
import { holdMessages } from "./held-messages.js";
import { othersDone } from "./slices.js";

/** The event loop's, after which the answer to `initialize` is written. In more of them a hasty client's input may end. */
const turnsToAnswer = 2;

/**
 * Serves the client that this process was started by. `initialize` is answered at once; all that is needed after it is
 * loaded while the client reads the answer.
 */
export function startNodeServer(tokens?: Environment["tokens"]): void {
  // V8 lets a heap grow to several times what is in use before it looks for garbage: half as much again is enough.
  setFlagsFromString("--heap-growing-percent=50");
  const held = holdMessages();
  const connection = createConnection({ messageStrategy: held.strategy });
  connection.onInitialize((params) => {
    const { client, introduction } = introduce(params);
    // Not by a timer: a slow computer would load all the rest before the answer is written.
    const opened = othersDone(turnsToAnswer)
      .then(() => import("./node-session.js"))
      .then(({ openNodeSession }) =>
        openNodeSession(connection, client, tokens),
      );
    held.until(opened);
    opened.catch((error) => {
      connection.console.error(`Weeknotes could not start: ${error.stack}`);
    });
    return introduction;
  });
  connection.listen();
}
