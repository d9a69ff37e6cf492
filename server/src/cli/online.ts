import { createGitHub, type GitHubClient } from "../github/client.js";
import { cacheOfUser } from "../lsp/node-cache.js";
import { tokensOfUser } from "../lsp/node-tokens.js";

/** GitHub as the user sees it who runs the command line. */
export async function createOnline(
  env: Readonly<Record<string, string | undefined>>,
  now: () => number,
): Promise<GitHubClient> {
  // GitHub Actions sets it, to the API of its own host.
  const apiUrl = env.GITHUB_API_URL || undefined;
  const { token, publicToken } = await tokensOfUser(env, apiUrl);
  return createGitHub({
    now,
    file: cacheOfUser(env, process.platform),
    ...(token && { token }),
    ...(publicToken && { publicToken }),
    ...(apiUrl && { apiUrl }),
  });
}
