export const publicHost = "github.com";
export const publicApi = "https://api.github.com";

/** `https://HOST/api/v3` and `https://api.NAME.ghe.com` are an enterprise's; everything else speaks for github.com. */
export function hostOfApi(apiUrl: string): string {
  const url = URL.canParse(apiUrl) ? new URL(apiUrl) : undefined;
  if (url && /^\/api\/v3\/?$/.test(url.pathname)) return url.host;
  if (url?.host.endsWith(".ghe.com")) return url.host.replace(/^api\./, "");
  return publicHost;
}
