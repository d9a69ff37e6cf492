/**
 * What Node is told when it runs the server.
 *
 * V8 compiles and collects garbage on four threads beside the one that answers. Where a computer has few cores, they take them
 * from that one, for the 4 ms of a turn: one key in ten waits so. One thread is enough for a program that rests between keys.
 *
 * V8 gives what is new up to 16 MB, and more from Node 22 on, twice. Half of that is as fast, as what a server keeps of a text
 * is soon old, and takes a tenth less memory.
 */
export const serverFlags: readonly string[] = [
  "--v8-pool-size=1",
  "--max-semi-space-size=8",
];
