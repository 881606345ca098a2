import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { listen } from "../../rehearsal/stand-ins/server.ts";

/** A bare server on loopback, for answers that no stand-in would give: cut, late, HTML, wrong JSON. */
export async function serveLoopback(
  answer: (request: IncomingMessage, response: ServerResponse, number: number) => void,
): Promise<{ readonly url: string; readonly asked: string[]; close(): Promise<void> }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    answer(request, response, asked.length);
  });
  const { url, close } = await listen(server);
  return { url, asked, close };
}
