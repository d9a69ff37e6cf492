import type { Location } from "vscode-languageserver";
import type { Place } from "../features/references.js";
import type { Session } from "./session.js";

/**
 * Places in posts, open or on disk, as the client understands them: by lines, and with the URI it knows a document by.
 * A post that is gone is left out.
 */
export async function locate<T extends Place>(
  { documents, posts }: Session,
  places: readonly T[],
): Promise<(T & Location)[]> {
  const uris = [...new Set(places.map(({ uri }) => uri))];
  const lines = new Map(
    await Promise.all(
      uris.map(async (uri) => [uri, await posts.linesOf(uri)] as const),
    ),
  );
  return places.flatMap((place) => {
    const range = lines.get(place.uri)?.rangeOf(place.span);
    const uri = documents.get(place.uri)?.uri ?? place.uri;
    return range ? [{ ...place, uri, range }] : [];
  });
}
