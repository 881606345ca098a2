import { Writable } from "node:stream";

/** A stream that keeps what is written to it, as a terminal would show it. */
export function paper(): Writable & { text: string } {
  const stream = new Writable({
    write(chunk: Buffer, _, done) {
      (stream as unknown as { text: string }).text += chunk.toString("utf8");
      done();
    },
  });
  return Object.assign(stream, { text: "" });
}
