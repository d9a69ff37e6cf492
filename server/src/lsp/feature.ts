import type { Session } from "./session.js";

/** A feature registers the handlers of what `capabilities.ts` promises by its name. */
export type Feature = (session: Session) => void;
