import {
  type Connection,
  MessageType,
  ShowMessageNotification,
} from "vscode-languageserver";

/** Says something to the user, who need not answer. */
export function showInformation(connection: Connection, message: string): void {
  show(connection, MessageType.Info, message);
}

export function showWarning(connection: Connection, message: string): void {
  show(connection, MessageType.Warning, message);
}

/** `connection.window.show…Message` sends a request: a client that knows none would reject it. */
function show(
  connection: Connection,
  type: MessageType,
  message: string,
): void {
  void connection.sendNotification(ShowMessageNotification.type, {
    type,
    message: `Weeknotes: ${message}`,
  });
}
