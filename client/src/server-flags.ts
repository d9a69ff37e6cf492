/**
 * What Node is told when it runs the server. V8 gives what is new up to 16 MB, and more from Node 22 on, twice; half of
 * that is no slower, as what a server keeps of a text is soon old.
 */
export const serverFlags: readonly string[] = ["--max-semi-space-size=8"];
