import type { StandInRequest } from "../server.ts";

/** What the origin answered; headers that belong to one connection are gone. */
export interface Fetched {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Uint8Array;
}

const hopByHop = [
  "connection",
  "keep-alive",
  "transfer-encoding",
  "content-length",
  "content-encoding",
  "date",
];
const notPassedOn = [
  "host",
  "connection",
  "content-length",
  "if-none-match",
  "if-modified-since",
  "accept-encoding",
];

/** Asks the origin as the edge does; `etag` makes the question conditional. Undefined when there is no answer. */
export async function fetchOrigin(
  upstream: string,
  request: StandInRequest,
  etag?: string,
): Promise<Fetched | undefined> {
  const { method, path, query, body } = request;
  const headers = new Headers(etag === undefined ? {} : { "if-none-match": etag });
  for (const [name, value] of Object.entries(request.headers)) {
    if (!notPassedOn.includes(name) && typeof value === "string") headers.set(name, value);
  }
  const text = query.toString();
  const init = method === "GET" || method === "HEAD" ? {} : { body: new Uint8Array(body) };
  try {
    const url = `${upstream}${path}${text === "" ? "" : `?${text}`}`;
    const response = await fetch(url, { method, headers, redirect: "manual", ...init });
    const all = Object.fromEntries([...response.headers].filter(([name]) => !hopByHop.includes(name)));
    return { status: response.status, headers: all, body: new Uint8Array(await response.arrayBuffer()) };
  } catch {
    return undefined;
  }
}
