import { targetAt } from "../features/target-at.js";
import {
  type DestinationAtParams,
  destinationAt,
} from "../protocol/protocol.js";
import type { Feature } from "./feature.js";

/** The URL under the cursor, for the client's command that opens it. */
export const destinationFeature: Feature = ({ connection, handlers }) => {
  connection.onRequest(
    destinationAt,
    handlers.forDocument<DestinationAtParams, string | null>(
      null,
      ({ post }, { position }) => {
        const destination = targetAt(post, position)?.destination;
        return destination && /^https?:\/\//i.test(destination)
          ? destination
          : null;
      },
    ),
  );
  return {};
};
