import {
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
  createServer,
  request,
} from "node:http";
import type { AddressInfo } from "node:net";
import type { CallBook, FaultName } from "./faults.ts";

/** A proxy before one service. */
export interface Proxy {
  readonly url: string;
  close(): Promise<void>;
}

/** How long a refusing service does not listen, and how much later a delayed answer comes, in ms. */
const away = 60;
const late = 400;

/** Stands before the service at `to`: what `book` orders happens to a call, anything else passes. */
export async function httpProxy(name: string, to: string, book: () => CallBook): Promise<Proxy> {
  const upstream = new URL(to);
  const server = createServer((incoming, outgoing) => {
    void answer(incoming, outgoing).catch(() => outgoing.destroy());
  });
  const port = await listenOn(server, 0);
  const reopening = new Set<NodeJS.Timeout>();
  const refuse = (): void => {
    server.close();
    server.closeAllConnections();
    const timer = setTimeout(() => {
      reopening.delete(timer);
      // Whoever took the port meanwhile is none of ours.
      void listenOn(server, port).catch(() => undefined);
    }, away);
    reopening.add(timer);
  };
  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const fault = book().note(`${name} ${incoming.method} ${placeOf(incoming.url ?? "/")}`);
    const body = await bodyOf(incoming);
    const pass = (): Promise<Answered> => carried(upstream, incoming, body);
    if (fault === undefined) return send(outgoing, await pass());
    await disturbed(fault, { outgoing, pass, refuse });
  };
  return {
    url: `http://127.0.0.1:${port}${upstream.pathname === "/" ? "" : upstream.pathname}`,
    close: async () => {
      for (const timer of reopening) clearTimeout(timer);
      server.closeAllConnections();
      if (server.listening) await new Promise((closed) => server.close(closed));
    },
  };
}

interface Meeting {
  readonly outgoing: ServerResponse;
  pass(): Promise<Answered>;
  refuse(): void;
}

async function disturbed(fault: FaultName, { outgoing, pass, refuse }: Meeting): Promise<void> {
  switch (fault) {
    case "refused":
      return refuse();
    case "reset":
      outgoing.socket?.resetAndDestroy();
      return;
    case "stalled":
      return;
    case "delayed":
      await new Promise((done) => setTimeout(done, late));
      return send(outgoing, await pass());
    case "truncated":
      return half(outgoing, await pass());
    case "answer lost":
      await pass();
      outgoing.socket?.resetAndDestroy();
      return;
    default:
      return send(outgoing, answers[fault]);
  }
}

interface Answered {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

const json = { "content-type": "application/json; charset=utf-8" };
const html = { "content-type": "text/html; charset=utf-8" };
const page = Buffer.from(
  "<!doctype html><html><head><title>Sign in</title></head><body><h1>Bad gateway</h1></body></html>",
);

const answers: Readonly<
  Record<
    Exclude<FaultName, "refused" | "reset" | "stalled" | "delayed" | "truncated" | "answer lost">,
    Answered
  >
> = {
  "429": { status: 429, headers: json, body: Buffer.from('{"message":"Too Many Requests"}') },
  "429 with Retry-After": {
    status: 429,
    headers: { ...json, "retry-after": "1" },
    body: Buffer.from('{"message":"Too Many Requests"}'),
  },
  "500": { status: 500, headers: json, body: Buffer.from('{"message":"Internal Server Error"}') },
  "502 page": { status: 502, headers: html, body: page },
  page: { status: 200, headers: html, body: page },
  "error in a 200": {
    status: 200,
    headers: json,
    body: Buffer.from('{"error":{"code":"internal_error","message":"Something went wrong"}}'),
  },
  "invalid JSON": { status: 200, headers: json, body: Buffer.from('{"id": 1, "name": "') },
};

function send(outgoing: ServerResponse, { status, headers, body }: Answered): void {
  const isEmpty = [204, 304].includes(status);
  const length = isEmpty ? {} : { "content-length": String(body.length) };
  outgoing.writeHead(status, { ...headers, ...length }).end(isEmpty ? undefined : body);
}

/** The head says how much there is; the connection ends in the middle of it. */
function half(outgoing: ServerResponse, { status, headers, body }: Answered): void {
  const whole = Math.max(body.length, 2);
  outgoing.writeHead(status, { ...headers, "content-length": String(whole) });
  outgoing.write(body.subarray(0, Math.floor(body.length / 2)), () => outgoing.destroy());
  outgoing.flushHeaders();
}

const ofConnection = new Set(["connection", "transfer-encoding", "content-length", "keep-alive", "expect"]);

function carried(upstream: URL, incoming: IncomingMessage, body: Buffer): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const given = Object.entries(incoming.headers).filter(([name]) => !ofConnection.has(name));
    const asked = request(
      {
        host: upstream.hostname,
        port: upstream.port,
        method: incoming.method,
        path: incoming.url,
        headers: { ...Object.fromEntries(given), "content-length": body.length },
        timeout: 30_000,
      },
      (message) => {
        const chunks: Buffer[] = [];
        message.on("data", (chunk: Buffer) => chunks.push(chunk));
        message.on("error", reject);
        message.on("end", () => {
          const kept = Object.entries(message.headers).filter(([name]) => !ofConnection.has(name));
          resolve({
            status: message.statusCode ?? 502,
            headers: Object.fromEntries(kept),
            body: Buffer.concat(chunks),
          });
        });
      },
    );
    asked.on("timeout", () => asked.destroy(new Error("the stand-in did not answer within 30 s")));
    asked.on("error", reject);
    asked.end(body);
  });
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** A path without what differs from run to run: ids, digests, values of the query. */
export function placeOf(url: string): string {
  const { pathname, searchParams } = new URL(url, "http://services/");
  const path = pathname
    .replace(/127\.0\.0\.1(:|%3A)\d+/g, ":host")
    .split("/")
    .map((part) => (/^(\d{4,}|dpl_\w+|[0-9a-f]{12,}|[0-9a-f-]{36})$/.test(part) ? ":id" : part))
    .join("/");
  const names = [...new Set(searchParams.keys())].sort();
  return names.length === 0 ? path : `${path}?${names.join("&")}`;
}

function listenOn(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.removeListener("error", reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}
