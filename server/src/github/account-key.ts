/**
 * Stands before the keys of what an account asked. Tells accounts and servers apart, also in another life of the program,
 * and does not tell the token: a digest of it leads nowhere.
 */
export async function accountKey(
  apiUrl: string,
  token: string | undefined,
): Promise<string> {
  return `${kindOf(token)}-${hex(await digest(`${apiUrl} ${token ?? ""}`))}`;
}

/** The same for what does not outlive the program. */
export function passingAccountKey(
  host: string,
  token: string | undefined,
  ordinal: number,
): string {
  return `${kindOf(token)}-${ordinal}@${host}`;
}

/** Whether what has this key was asked without an account. */
export function isAnonymousKey(key: string): boolean {
  return key.startsWith(`${anonymous}-`);
}

const anonymous = "anonymous";

function kindOf(token: string | undefined): string {
  return token === undefined ? anonymous : "account";
}

async function digest(text: string): Promise<Uint8Array> {
  // A page that was not loaded by HTTPS has no digests: nothing outlives the program there.
  const { subtle }: { subtle?: SubtleCrypto } = crypto;
  if (subtle === undefined) return crypto.getRandomValues(new Uint8Array(16));
  const bytes = new TextEncoder().encode(`weeknotes ${text}`);
  return new Uint8Array(await subtle.digest("SHA-256", bytes)).slice(0, 16);
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
