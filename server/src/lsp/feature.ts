import type { ServerCapabilities } from "vscode-languageserver";
import type { Session } from "./session.js";

/** A feature registers its handlers and returns the capabilities it thereby provides: advertised is implemented. */
export type Feature = (session: Session) => ServerCapabilities;
