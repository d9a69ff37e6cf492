/** Written into the bundle by the build; a run from the sources has none. */
export const version = process.env.WEEKNOTES_VERSION ?? "0.0.0-development";
