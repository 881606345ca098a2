import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What a route receives: the decoded path parameters, the query, and the whole body. */
export interface StandInRequest {
  readonly method: string;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
}

/** What a route answers. A `json` body gets its content type; a `body` gets none unless `headers` has it. */
export interface StandInResponse {
  readonly status: number;
  readonly json?: unknown;
  readonly body?: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Handler = (request: StandInRequest) => StandInResponse | Promise<StandInResponse>;

/** One line of a routing table: `["GET", "/v1/projects/:ref", handler]`. `:name` is one segment, `*name` the rest. */
export type Route = readonly [method: string, pattern: string, handler: Handler];

/** A server that listens on loopback. */
export interface Listening {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Serves a routing table on 127.0.0.1. The first route that fits answers; `otherwise` answers the rest.
 * @throws {Error} when the port is taken (code EADDRINUSE).
 */
export async function serve(routes: readonly Route[], otherwise: Handler, port = 0): Promise<Listening> {
  const compiled = routes.map(([method, pattern, handler]) => ({ method, match: compile(pattern), handler }));
  const server = createServer((incoming, outgoing) => {
    void answer(incoming, async (request) => {
      for (const { method, match, handler } of compiled) {
        const params = method === request.method || method === "*" ? match(request.path) : undefined;
        if (params) return await handler({ ...request, params });
      }
      return await otherwise(request);
    }).then((response) => send(outgoing, response));
  });
  return await listen(server, port);
}

/** Listens on 127.0.0.1 and closes hard: open keep-alive connections do not hold a rehearsal back. */
export async function listen(server: Server, port = 0): Promise<Listening> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const bound = (server.address() as AddressInfo).port;
  return {
    port: bound,
    url: `http://127.0.0.1:${bound}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function compile(pattern: string): (path: string) => Record<string, string> | undefined {
  const source = pattern
    .split("/")
    .map((part) => {
      if (part.startsWith(":")) return `(?<${part.slice(1)}>[^/]+)`;
      if (part.startsWith("*")) return `(?<${part.slice(1)}>.*)`;
      return part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    })
    .join("/");
  const regex = new RegExp(`^${source}$`);
  return (path) => {
    const found = regex.exec(path);
    if (!found) return undefined;
    try {
      return Object.fromEntries(
        Object.entries(found.groups ?? {}).map(([k, v]) => [k, decodeURIComponent(v)]),
      );
    } catch {
      return undefined; // An escape that is none names nothing.
    }
  };
}

async function answer(incoming: IncomingMessage, handler: Handler): Promise<StandInResponse> {
  try {
    const url = new URL(incoming.url ?? "/", "http://127.0.0.1");
    // A client that goes away in the middle makes this throw; nobody hears the answer then.
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    return await handler({
      method: incoming.method ?? "GET",
      path: url.pathname,
      params: {},
      query: url.searchParams,
      headers: incoming.headers,
      body: Buffer.concat(chunks),
    });
  } catch (error) {
    return { status: 500, json: { message: `stand-in: ${String(error)}` } };
  }
}

function send(outgoing: ServerResponse, response: StandInResponse): void {
  const body = response.json === undefined ? response.body : JSON.stringify(response.json);
  const type = response.json === undefined ? {} : { "content-type": "application/json; charset=utf-8" };
  outgoing.writeHead(response.status, { ...type, ...response.headers });
  outgoing.end(body);
}
