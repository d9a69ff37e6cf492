/** Stands in for VS Code's GitHub sign-in: the same provider id, an account of its own, no browser and no network. */
const vscode = require("vscode");

const account = { id: "1", label: "manveru" };
/** The stand-in for GitHub takes it. */

exports.activate = (/** @type {vscode.ExtensionContext} */ context) => {
  /** @type {vscode.AuthenticationSession[]} */
  let sessions = [];
  const changes = new vscode.EventEmitter();
  const replace = (next, change) => {
    sessions = next;
    changes.fire({ added: [], removed: [], changed: [], ...change });
  };
  const provider = {
    onDidChangeSessions: changes.event,
    getSessions: async () => sessions,
    createSession: async (/** @type {readonly string[]} */ scopes) => {
      const accessToken = "token-of-a-member";
      const session = { id: "1", accessToken, account, scopes };
      replace([session], { added: [session] });
      return session;
    },
    removeSession: async () => replace([], { removed: sessions }),
  };
  context.subscriptions.push(
    vscode.authentication.registerAuthenticationProvider(
      "github",
      "GitHub",
      provider,
    ),
  );
};
