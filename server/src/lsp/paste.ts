import { pasteUrls } from "../features/paste-urls.js";
import {
  type PasteUrlsParams,
  type PasteUrlsResult,
  pasteUrls as pasteUrlsRequest,
} from "../protocol/protocol.js";
import type { Feature } from "./feature.js";

/** References for the URLs that a client is about to paste. */
export const pasteFeature: Feature = ({ connection, handlers }) => {
  connection.onRequest(
    pasteUrlsRequest,
    handlers.forDocument<PasteUrlsParams, PasteUrlsResult | null>(
      null,
      ({ post }, { range, text }) => pasteUrls(post, range, text) ?? null,
    ),
  );
};
