import { createHash } from "node:crypto";
import { type Listening, type StandInRequest, type StandInResponse, serve } from "../server.ts";
import { type Fetched, fetchOrigin } from "./origin.ts";
import type { CachedAnswer, CloudflareHost, CloudflareState, CloudflareZone } from "./state.ts";
import { ttlOf } from "./ttl.ts";

/** What the edge works with. `upstream` gives the address behind a host. */
export interface EdgeContext {
  readonly state: CloudflareState;
  readonly now: () => number;
  readonly upstream: (host: string) => string;
}

/** The servers that browsers talk to: one port a host. The ports in the state are taken again where they are free. */
export async function openEdge(context: EdgeContext): Promise<readonly Listening[]> {
  const opened: Listening[] = [];
  for (const zone of context.state.zones) {
    for (const host of zone.hosts) {
      const handler = async (request: StandInRequest): Promise<StandInResponse> =>
        transformed(zone, request, await answer(context, zone, host, request));
      const server = await serve([], handler, host.port).catch(() => serve([], handler));
      host.port = server.port;
      opened.push(server);
    }
  }
  return opened;
}

/** The last thing that happens: what is in the cache never knows of it. */
function transformed(
  { transforms }: CloudflareZone,
  { path }: StandInRequest,
  response: StandInResponse,
): StandInResponse {
  const fitting = transforms.filter(({ prefix }) => path.startsWith(prefix));
  return { ...response, headers: Object.assign({}, response.headers, ...fitting.map(({ set }) => set)) };
}

async function answer(
  context: EdgeContext,
  zone: CloudflareZone,
  host: CloudflareHost,
  request: StandInRequest,
): Promise<StandInResponse> {
  const isRead = request.method === "GET" || request.method === "HEAD";
  const place = placeOf(zone, host, request);
  const copy = isRead ? find(context.state, place) : undefined;
  if (copy !== undefined && !copy.stale && age(context, copy) < copy.ttl)
    return fromCopy(context, copy, "HIT", request);
  if (copy?.stale === true) return await revalidate(context, zone, host, copy, request);
  const fetched = await fetchOrigin(context.upstream(host.name), request);
  if (fetched === undefined) return unreachable(context, request);
  const ttl = isRead ? ttlOf(zone, request.path, fetched) : "uncached";
  if (ttl === "uncached") return give(context, request, fetched, { "cf-cache-status": "DYNAMIC" });
  if (ttl <= 0) return give(context, request, fetched, { "cf-cache-status": "BYPASS" });
  // A HEAD fills nothing: its answer has no body.
  if (request.method === "GET") store(context, place, fetched, ttl);
  const word = copy === undefined ? "MISS" : "EXPIRED";
  return give(context, request, fetched, { "cf-cache-status": word });
}

/** After a soft purge the origin is asked whether the copy is still good. */
async function revalidate(
  context: EdgeContext,
  zone: CloudflareZone,
  host: CloudflareHost,
  copy: CachedAnswer,
  request: StandInRequest,
): Promise<StandInResponse> {
  const fetched = await fetchOrigin(context.upstream(host.name), request, copy.headers["etag"]);
  if (fetched === undefined) return unreachable(context, request);
  if (fetched.status === 304) {
    copy.stale = false;
    copy.storedAt = context.now();
    return fromCopy(context, copy, "REVALIDATED", request);
  }
  const ttl = ttlOf(zone, request.path, fetched);
  if (ttl !== "uncached" && ttl > 0 && request.method === "GET") store(context, copy, fetched, ttl);
  return give(context, request, fetched, { "cf-cache-status": "EXPIRED" });
}

type Place = Pick<CachedAnswer, "zone" | "host" | "path" | "query">;

function placeOf(zone: CloudflareZone, { port }: CloudflareHost, { path, query }: StandInRequest): Place {
  const text = zone.ignoresQueries ? "" : query.toString();
  return { zone: zone.id, host: `127.0.0.1:${port}`, path, query: text === "" ? "" : `?${text}` };
}

function find({ cache }: CloudflareState, { host, path, query }: Place): CachedAnswer | undefined {
  return cache.find((copy) => copy.host === host && copy.path === path && copy.query === query);
}

function store({ state, now }: EdgeContext, place: Place, fetched: Fetched, ttl: number): void {
  const { zone, host, path, query } = place;
  const old = find(state, place);
  if (old !== undefined) state.cache.splice(state.cache.indexOf(old), 1);
  const { status, headers } = fetched;
  const body = Buffer.from(fetched.body).toString("base64");
  state.cache.push({ zone, host, path, query, status, headers, body, storedAt: now(), ttl, stale: false });
}

function age({ now }: EdgeContext, { storedAt }: CachedAnswer): number {
  return Math.floor((now() - storedAt) / 1000);
}

function fromCopy(
  context: EdgeContext,
  copy: CachedAnswer,
  word: "HIT" | "REVALIDATED",
  request: StandInRequest,
): StandInResponse {
  const body = Buffer.from(copy.body, "base64");
  const own = { "cf-cache-status": word, age: String(age(context, copy)) };
  return give(context, request, { status: copy.status, headers: copy.headers, body }, own);
}

function give(
  context: EdgeContext,
  request: StandInRequest,
  { status, headers, body }: Fetched,
  own: Readonly<Record<string, string>>,
): StandInResponse {
  const all = { ...headers, ...own, ...signs(context, request) };
  const etag = headers["etag"];
  const isSame = etag !== undefined && (request.headers["if-none-match"] ?? "").includes(etag);
  if (isSame && status === 200) return { status: 304, headers: all };
  return request.method === "HEAD" ? { status, headers: all } : { status, body, headers: all };
}

function signs({ state }: EdgeContext, { path }: StandInRequest): Readonly<Record<string, string>> {
  state.sequence += 1;
  const ray = createHash("sha1").update(`${state.sequence}${path}`).digest("hex").slice(0, 16);
  return { server: "cloudflare", "cf-ray": `${ray}-AMS` };
}

function unreachable(context: EdgeContext, request: StandInRequest): StandInResponse {
  const headers = { "content-type": "text/html; charset=UTF-8", ...signs(context, request) };
  return { status: 521, body: "<!doctype html><title>521: Web server is down</title>", headers };
}
