import type { IncomingMessage, ServerResponse } from "node:http";
import type { Http } from "../../kit/ports/http.ts";
import { serveLoopback } from "../support/serve-loopback.ts";

/**
 * A server that answers as a web which is passed in does, for a client that brings its own: GitHub's does. One piece of
 * work at a time.
 */
export async function bridge(to: string): Promise<{
  readonly url: string;
  through<T>(http: Http, work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}> {
  let now: Http | undefined;
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const { method = "GET", url = "/", headers } = request;
    const sent = Buffer.concat(parts);
    const kept = Object.entries(headers).filter(([name]) =>
      /^(authorization|accept|content-type)$/.test(name),
    );
    const init = { method, headers: Object.fromEntries(kept) as Record<string, string> };
    const answered = await (now ?? fetch)(`${to}${url}`, sent.length === 0 ? init : { ...init, body: sent });
    response.writeHead(answered.status, Object.fromEntries(answered.headers));
    response.end(Buffer.from(await answered.arrayBuffer()));
  };
  const server = await serveLoopback((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  return {
    url: server.url,
    through: async (http, work) => {
      now = http;
      try {
        return await work();
      } finally {
        now = undefined;
      }
    },
    close: server.close,
  };
}
