/**
 * Stands in for VS Code's own extension of this name: the same provider, an account that is known already, no browser
 * and no network. The account lets see private repositories: who asks for less finds no session.
 */
const vscode = require("vscode");

/** @type {vscode.AuthenticationSession} */
const session = {
  id: "1",
  // The stand-in for GitHub takes it.
  accessToken: "token-of-a-member",
  account: { id: "1", label: "manveru" },
  scopes: ["repo"],
};

/** @type {vscode.AuthenticationProvider} */
const provider = {
  onDidChangeSessions: () => new vscode.Disposable(() => {}),
  getSessions: async (scopes) =>
    !scopes || scopes.includes("repo") ? [session] : [],
  createSession: async () => session,
  removeSession: async () => {},
};

exports.activate = (/** @type {vscode.ExtensionContext} */ context) => {
  context.subscriptions.push(
    vscode.authentication.registerAuthenticationProvider(
      "github",
      "GitHub",
      provider,
    ),
  );
};
