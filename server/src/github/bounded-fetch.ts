/** Bytes. The longest answers, lists of a hundred items with their descriptions, stay far below. */
const maximumLength = 16 * 1024 * 1024;

/** `fetch` that breaks off an answer as soon as it gets too long to be one of GitHub's. */
export async function boundedFetch(
  input: string | URL | Request,
  init?: RequestInit,
): Promise<Response> {
  const response = await fetch(input, init);
  if (response.body === null) return response;
  if (Number(response.headers.get("content-length")) > maximumLength) {
    await response.body.cancel();
    throw tooLong();
  }
  let length = 0;
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        length += chunk.byteLength;
        if (length > maximumLength) controller.error(tooLong());
        else controller.enqueue(chunk);
      },
    }),
  );
  const { status, statusText, headers, url } = response;
  const bounded = new Response(counted, { status, statusText, headers });
  // A response that was made by hand has no address.
  return Object.defineProperty(bounded, "url", { value: url });
}

function tooLong(): Error {
  return new Error("GitHub's answer is too long to be one");
}
