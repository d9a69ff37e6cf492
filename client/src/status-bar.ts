import {
  Disposable,
  languages,
  StatusBarAlignment,
  ThemeColor,
  window,
  workspace,
} from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  type AccountChangedParams,
  accountChanged,
} from "../../server/src/protocol/protocol.js";
import { accountStatus } from "./account-status.js";
import { showCommands } from "./commands.js";
import { documentSelector } from "./document-selector.js";

/** The account, beside the editor of a post. A click offers the commands. */
export function showStatus(client: BaseLanguageClient): Disposable {
  const item = window.createStatusBarItem(
    "weeknotes.account",
    StatusBarAlignment.Right,
    100,
  );
  item.name = "Weeknotes";
  item.command = showCommands;
  let account: AccountChangedParams | undefined;

  function render(): void {
    const document = window.activeTextEditor?.document;
    if (!account || !document || !languages.match(documentSelector, document)) {
      item.hide();
      return;
    }
    const status = accountStatus(account, {
      trusted: workspace.isTrusted,
      formatTime,
    });
    item.text = status.text;
    item.tooltip = `Weeknotes: ${status.tooltip}`;
    item.accessibilityInformation = { label: `Weeknotes: ${status.tooltip}` };
    item.backgroundColor = status.warning
      ? new ThemeColor("statusBarItem.warningBackground")
      : undefined;
    item.show();
  }

  return Disposable.from(
    item,
    window.onDidChangeActiveTextEditor(render),
    client.onNotification(accountChanged, (changed: AccountChangedParams) => {
      account = changed;
      render();
    }),
  );
}

const formatTime = (milliseconds: number): string =>
  new Date(milliseconds).toLocaleTimeString(undefined, {
    hour: "2-digit",
    minute: "2-digit",
  });
