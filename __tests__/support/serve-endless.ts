import { createServer } from "node:http";
import { createGzip } from "node:zlib";
import { type Listening, listen } from "../../rehearsal/stand-ins/server.ts";

/** A server whose every answer goes on for ever, and how much of the last one was taken. */
export interface Endless extends Listening {
  /** Bytes that went out, before compression. */
  sent(): number;
  /** Resolves when the client has let go of every answer so far. */
  letGo(): Promise<void>;
}

/** `begin` is what an answer begins with; `gzip`: a few bytes on the way, without an end once they are unpacked. */
export async function serveEndless({
  begin = "[",
  type = "application/json",
  gzip = false,
}: {
  readonly begin?: string;
  readonly type?: string;
  readonly gzip?: boolean;
} = {}): Promise<Endless> {
  const chunk = Buffer.alloc(256 * 1024, " ");
  const open = new Set<Promise<void>>();
  let sent = 0;
  const server = createServer((request, response) => {
    request.resume();
    const gone = new Promise<void>((done) => response.once("close", done));
    open.add(gone);
    response.on("error", () => undefined);
    response.writeHead(200, { "content-type": type, ...(gzip ? { "content-encoding": "gzip" } : {}) });
    const out = gzip ? createGzip({ level: 1 }) : response;
    if (out !== response) out.pipe(response);
    out.write(begin);
    const more = (): void => {
      while (!response.destroyed) {
        sent += chunk.length;
        if (!out.write(chunk)) return void out.once("drain", more);
      }
    };
    more();
  });
  const listening = await listen(server);
  return {
    ...listening,
    sent: () => sent,
    letGo: async () => void (await Promise.all(open)),
  };
}
