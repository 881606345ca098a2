import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

/** A request that came to a server of this process, as it was sent. */
export interface Overheard {
  readonly port: number;
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
}

const channel = "http.server.request.start";

/**
 * Hears every request to every server of this process, whoever made it: stand-ins, sites, what stands before them.
 * Node tells of each request before its server does; the body is heard as it is handed on.
 * @returns what ends it.
 */
export function overhearServers(tell: (request: Overheard) => void): () => void {
  const hear = (message: unknown): void => {
    const { request } = message as { readonly request: IncomingMessage };
    const chunks: Buffer[] = [];
    const push = request.push.bind(request);
    request.push = (chunk: unknown, ...more: []): boolean => {
      if (chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk));
      return push(chunk, ...more);
    };
    request.once("close", () => {
      const { method = "", url = "", headers, socket } = request;
      tell({ port: socket.localPort ?? 0, method, url, headers, body: Buffer.concat(chunks) });
    });
  };
  subscribe(channel, hear);
  return () => void unsubscribe(channel, hear);
}
