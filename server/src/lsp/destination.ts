import { copyReference } from "../features/copy-reference.js";
import { targetAt } from "../features/target-at.js";
import {
  type DestinationAtParams,
  destinationAt,
  type ReferenceAtParams,
  type ReferenceAtResult,
  referenceAt,
} from "../protocol/protocol.js";
import type { Feature } from "./feature.js";

/** What stands under the cursor, for the client's commands that open and copy it. */
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
  connection.onRequest(
    referenceAt,
    handlers.forDocument<ReferenceAtParams, ReferenceAtResult | null>(
      null,
      (context, { position }) => {
        const copied = copyReference(context, position);
        if (!copied) return null;
        const { link, withDefinition } = copied;
        return {
          link,
          ...(withDefinition !== undefined && { withDefinition }),
        };
      },
    ),
  );
};
