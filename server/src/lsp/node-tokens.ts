import { execFile } from "node:child_process";
import { dirname } from "node:path";
import { hostOfApi, publicApi, publicHost } from "../github/api-host.js";
import type { Tokens } from "./environment.js";

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * GitHub's tokens in the environment, by the names that `gh` and GitHub Actions have for them: `GITHUB_TOKEN` belongs to
 * the host of `GITHUB_API_URL`, by default github.com, and goes nowhere else.
 */
function tokensOfEnvironment(
  env: Variables,
  apiUrl: string = publicApi,
): Tokens {
  const host = hostOfApi(apiUrl);
  const general = env.GITHUB_TOKEN || env.GH_TOKEN || undefined;
  if (host === publicHost) return { publicToken: general };
  const enterprise = env.GITHUB_ENTERPRISE_TOKEN || env.GH_ENTERPRISE_TOKEN;
  const isGeneralsHost = hostOfApi(env.GITHUB_API_URL ?? publicApi) === host;
  return isGeneralsHost
    ? { token: general || enterprise, publicToken: undefined }
    : { token: enterprise || undefined, publicToken: general };
}

/** The same, and for hosts without one the token that GitHub's command line has. */
export async function tokensOfUser(
  env: Variables,
  apiUrl: string = publicApi,
): Promise<Tokens> {
  const host = hostOfApi(apiUrl);
  const known = tokensOfEnvironment(env, apiUrl);
  const [token, publicToken] = await Promise.all([
    known.token ??
      (host === publicHost ? undefined : askCommandLine(env, host)),
    known.publicToken ?? askCommandLine(env, publicHost),
  ]);
  return { token, publicToken };
}

/** Milliseconds. Some keychains ask the user; nobody waits for that. */
const patience = 2_000;

function askCommandLine(
  env: Variables,
  host: string,
): Promise<string | undefined> {
  // Windows writes `Path`.
  if (!(env.PATH ?? env.Path)) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    const child = execFile(
      "gh",
      ["auth", "token", "--hostname", host],
      {
        env: { ...env },
        timeout: patience,
        killSignal: "SIGKILL",
        windowsHide: true,
        // Windows looks for programs in the current folder first, which may be anybody's.
        cwd: dirname(process.execPath),
      },
      (error, output) => {
        const token = output.trim();
        resolve(!error && /^\S+$/.test(token) ? token : undefined);
      },
    );
    child.stdin?.end();
  });
}
