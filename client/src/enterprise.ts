import { hostOfApi, publicHost } from "../../server/src/github/api-host.js";

/** An enterprise's GitHub, beside github.com. */
export interface Enterprise {
  readonly host: string;
  /** Whether VS Code signs in to this very host: its token must go to no other one. */
  readonly canSignIn: boolean;
}

/** From `weeknotes.github.apiUrl`, and from `github-enterprise.uri`, which tells VS Code where its provider signs in. */
export function enterpriseOf(
  apiUrl: string | undefined,
  enterpriseUri: string | undefined,
): Enterprise | undefined {
  const host = hostOfApi(apiUrl ?? "").toLowerCase();
  if (host === publicHost) return undefined;
  return { host, canSignIn: host === hostOf(enterpriseUri) };
}

function hostOf(uri: string | undefined): string | undefined {
  return uri !== undefined && URL.canParse(uri) ? new URL(uri).host : undefined;
}
