/** Bytes. The longest answers, lists of a hundred items with their descriptions, stay far below. */
const maximumLength = 16 * 1024 * 1024;

/**
 * `fetch` that breaks off an answer as soon as it gets too long to be one of GitHub's. It waits for the whole of it:
 * Octokit takes what came before a connection broke, or before time was up, for all there is.
 */
export async function boundedFetch(
  input: string | URL | Request,
  init?: RequestInit,
): Promise<Response> {
  const response = await fetch(input, init);
  if (response.body === null) return response;
  const { status, statusText, headers, url } = response;
  const bounded = new Response(await read(response.body, headers), {
    status,
    statusText,
    headers,
  });
  // A response that was made by hand has no address.
  return Object.defineProperty(bounded, "url", { value: url });
}

async function read(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  headers: Headers,
): Promise<Blob> {
  const reader = body.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length =
    Number(headers.get("content-length")) > maximumLength ? Infinity : 0;
  for (;;) {
    if (length > maximumLength) {
      await reader.cancel();
      throw new Error("GitHub's answer is too long to be one");
    }
    const { done, value } = await reader.read();
    if (done) return new Blob(chunks);
    chunks.push(value);
    length += value.byteLength;
  }
}
