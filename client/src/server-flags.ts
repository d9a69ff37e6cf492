/**
 * What Node is told when it runs the server. V8 gives what is new up to 16 MB, and more from Node 22 on, twice. A quarter of
 * that is no slower in posts of a few thousand lines, as what a server keeps of a text is soon old, and a tenth less memory.
 */
export const serverFlags: readonly string[] = ["--max-semi-space-size=4"];
