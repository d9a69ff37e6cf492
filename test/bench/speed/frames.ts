/** The Language Server Protocol's framing, with the time each message's last byte was read. */
export interface Frame {
  /** Milliseconds, by `performance.now`. */
  readonly at: number;
  readonly bytes: number;
  readonly body: string;
}

/** Gives the handler of a stream's chunks. A long message is joined once, however many chunks it comes in. */
export function readFrames(
  receive: (frame: Frame) => void,
): (chunk: Buffer) => void {
  let chunks: Buffer[] = [];
  let length = 0;
  let wanted: number | undefined;

  function joined(): Buffer {
    const [first] = chunks;
    const all = chunks.length === 1 && first ? first : Buffer.concat(chunks);
    chunks = [all];
    return all;
  }

  function rest(of: Buffer, from: number): void {
    chunks = from < of.length ? [of.subarray(from)] : [];
    length = of.length - from;
  }

  return (chunk) => {
    chunks.push(chunk);
    length += chunk.length;
    while (length > 0) {
      if (wanted === undefined) {
        const all = joined();
        const end = all.indexOf("\r\n\r\n");
        if (end === -1) return;
        const header = /content-length: *(\d+)/i.exec(
          all.toString("latin1", 0, end),
        );
        wanted = Number(header?.[1]);
        rest(all, end + 4);
      }
      if (length < wanted) return;
      const all = joined();
      const at = performance.now();
      const body = all.toString("utf8", 0, wanted);
      rest(all, wanted);
      receive({ at, bytes: wanted, body });
      wanted = undefined;
    }
  };
}

export function frame(message: object): Buffer {
  const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
  return Buffer.concat([
    Buffer.from(`Content-Length: ${body.length}\r\n\r\n`),
    body,
  ]);
}
