import {
  type Disposable,
  languages,
  StatusBarAlignment,
  ThemeColor,
  window,
  workspace,
} from "vscode";
import type { AccountChangedParams } from "../../server/src/protocol/protocol.js";
import { accountStatus } from "./account-status.js";
import { showCommands } from "./commands.js";
import { documentSelector } from "./document-selector.js";

export interface StatusBar extends Disposable {
  show(account: AccountChangedParams): void;
}

/** The account, beside the editor of a post. A click offers the commands. */
export function createStatusBar(): StatusBar {
  const item = window.createStatusBarItem(
    "weeknotes.account",
    StatusBarAlignment.Right,
    100,
  );
  item.name = "Weeknotes";
  item.command = showCommands;
  let account: AccountChangedParams = { accounts: [] };

  function render(): void {
    const document = window.activeTextEditor?.document;
    const isPost = document && languages.match(documentSelector, document);
    const status =
      isPost &&
      accountStatus(account, { trusted: workspace.isTrusted, formatTime });
    if (!status) {
      item.hide();
      return;
    }
    item.text = status.text;
    item.tooltip = `Weeknotes: ${status.tooltip}`;
    item.accessibilityInformation = { label: `Weeknotes: ${status.tooltip}` };
    item.backgroundColor = status.warning
      ? new ThemeColor("statusBarItem.warningBackground")
      : undefined;
    item.show();
  }

  const onEditor = window.onDidChangeActiveTextEditor(render);
  return {
    show(changed) {
      account = changed;
      render();
    },
    dispose() {
      onEditor.dispose();
      item.dispose();
    },
  };
}

const formatTime = (milliseconds: number): string =>
  new Date(milliseconds).toLocaleTimeString(undefined, {
    hour: "2-digit",
    minute: "2-digit",
  });
