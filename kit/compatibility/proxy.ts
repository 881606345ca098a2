import { request, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";

/** Answers with JSON. */
export function reply(
  outgoing: ServerResponse,
  status: number,
  json: unknown,
  headers: Record<string, string> = {},
): void {
  outgoing.writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers });
  outgoing.end(JSON.stringify(json));
}

const HOP_BY_HOP = ["connection", "keep-alive", "transfer-encoding", "upgrade", "te", "trailer"];

/**
 * Passes a request on and its answer back, both as streams, so that functions may stream theirs.
 * Resolves with the status when the answer has been sent.
 */
export async function passOn(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  target: string,
  headers: IncomingHttpHeaders,
  more: Readonly<Record<string, string>> = {},
): Promise<number> {
  const onward = request(target, { method: incoming.method, headers: withoutHops(headers) });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    onward.once("response", resolve);
    onward.once("error", reject);
  });
  // A client that goes away ends the request; its error is the one of `answered`.
  pipeline(incoming, onward).catch(() => onward.destroy());
  const answer = await answered;
  const status = answer.statusCode ?? 502;
  outgoing.writeHead(status, { ...withoutHops(answer.headers), ...more });
  await pipeline(answer, outgoing).catch(() => answer.destroy());
  return status;
}

function withoutHops(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP_BY_HOP.includes(name)));
}
