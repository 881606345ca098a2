import { request } from "node:http";
import { createServer } from "node:http";
import { type Listening, listen } from "../../rehearsal/stand-ins/server.ts";

/** A server in front of another one whose answers take `ms` longer, as over the internet. Counts what it is asked. */
export async function slowed(url: string, ms: number): Promise<Listening & { readonly asked: () => number }> {
  let count = 0;
  const server = createServer((incoming, outgoing) => {
    count += 1;
    const { method, headers, url: path = "/" } = incoming;
    setTimeout(() => {
      const forward = request(new URL(path, url), { method, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      });
      forward.on("error", () => outgoing.destroy());
      incoming.pipe(forward);
    }, ms);
  });
  return { ...(await listen(server)), asked: () => count };
}
