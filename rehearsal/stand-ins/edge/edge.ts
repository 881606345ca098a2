import { type Listening, type StandInRequest, type StandInResponse, serve } from "../server.ts";
import { type Fetched, fetchOrigin } from "./origin.ts";
import type { CachedAnswer, EdgeHost, EdgeState, EdgeZone } from "./state.ts";
import { ttlOf } from "./ttl.ts";

/** How an answer came to be: by a copy, by the origin, or past the cache. */
export type Came = "HIT" | "STALE" | "REVALIDATED" | "MISS" | "EXPIRED" | "DYNAMIC" | "BYPASS";

/** What a vendor's edge adds of its own. */
export interface Vendor {
  /** The headers that tell how an answer came to be; `age` in seconds, for a copy. */
  readonly says: (came: Came, age: number | undefined) => Readonly<Record<string, string>>;
  /** The headers that it puts on every answer; `number` is new each time. */
  readonly signs: (number: number, path: string) => Readonly<Record<string, string>>;
  /** The header in which an origin writes the tags of an answer. */
  readonly tagHeader: string;
  /** The answer where the origin gives none. */
  readonly unreachable: { readonly status: number; readonly title: string };
  /** After a soft purge the old copy is given once more while the origin is asked. */
  readonly givesStale?: boolean;
  /** Answers in the edge's stead: caches that are purged where browsers ask. */
  readonly intercept?: (zone: EdgeZone, request: StandInRequest) => StandInResponse | undefined;
}

/** What the edge works with. `upstream` gives the address behind a host. */
export interface EdgeContext {
  readonly state: EdgeState;
  readonly now: () => number;
  readonly upstream: (host: string) => string;
  readonly vendor: Vendor;
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
  { transforms }: EdgeZone,
  { path }: StandInRequest,
  response: StandInResponse,
): StandInResponse {
  const fitting = transforms.filter(({ prefix }) => path.startsWith(prefix));
  return { ...response, headers: Object.assign({}, response.headers, ...fitting.map(({ set }) => set)) };
}

async function answer(
  context: EdgeContext,
  zone: EdgeZone,
  host: EdgeHost,
  request: StandInRequest,
): Promise<StandInResponse> {
  const taken = context.vendor.intercept?.(zone, request);
  if (taken !== undefined) return taken;
  const isRead = request.method === "GET" || request.method === "HEAD";
  const place = placeOf(zone, host, request);
  const copy = isRead ? find(context.state, place) : undefined;
  if (copy !== undefined && !copy.stale && age(context, copy) < copy.ttl)
    return fromCopy(context, copy, "HIT", request);
  if (copy?.stale === true) return await revalidate(context, zone, host, copy, request);
  const fetched = await fetchOrigin(context.upstream(host.name), request);
  if (fetched === undefined) return unreachable(context, request);
  const ttl = isRead ? ttlOf(zone, request.path, fetched) : "uncached";
  if (ttl === "uncached") return give(context, request, fetched, "DYNAMIC");
  if (ttl <= 0) return give(context, request, fetched, "BYPASS");
  // A HEAD fills nothing: its answer has no body.
  if (request.method === "GET") store(context, zone, place, fetched, ttl);
  return give(context, request, fetched, copy === undefined ? "MISS" : "EXPIRED");
}

/** After a soft purge the origin is asked whether the copy is still good. */
async function revalidate(
  context: EdgeContext,
  zone: EdgeZone,
  host: EdgeHost,
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
  const once = { ...copy };
  if (ttl !== "uncached" && ttl > 0 && request.method === "GET") store(context, zone, copy, fetched, ttl);
  if (context.vendor.givesStale === true) return fromCopy(context, once, "STALE", request);
  return give(context, request, fetched, "EXPIRED");
}

type Place = Pick<CachedAnswer, "zone" | "host" | "path" | "query">;

function placeOf(zone: EdgeZone, { port }: EdgeHost, { path, query, headers }: StandInRequest): Place {
  const text = zone.ignoresQueries ? "" : query.toString();
  const host = headers.host ?? `127.0.0.1:${port}`;
  return { zone: zone.id, host, path, query: text === "" ? "" : `?${text}` };
}

function find({ cache }: EdgeState, { zone, host, path, query }: Place): CachedAnswer | undefined {
  return cache.find(
    (copy) => copy.zone === zone && copy.host === host && copy.path === path && copy.query === query,
  );
}

function store(
  { state, now, vendor }: EdgeContext,
  { pageTag }: EdgeZone,
  place: Place,
  fetched: Fetched,
  ttl: number,
): void {
  const { zone, host, path, query } = place;
  const old = find(state, place);
  if (old !== undefined) state.cache.splice(state.cache.indexOf(old), 1);
  const { status } = fetched;
  const isPage = /^text\/html/i.test(fetched.headers["content-type"] ?? "");
  const tags = pageTag !== undefined && isPage ? { [vendor.tagHeader]: pageTag } : {};
  const headers = { ...fetched.headers, ...tags };
  const body = Buffer.from(fetched.body).toString("base64");
  state.cache.push({ zone, host, path, query, status, headers, body, storedAt: now(), ttl, stale: false });
}

function age({ now }: EdgeContext, { storedAt }: CachedAnswer): number {
  return Math.floor((now() - storedAt) / 1000);
}

function fromCopy(
  context: EdgeContext,
  copy: CachedAnswer,
  word: Came,
  request: StandInRequest,
): StandInResponse {
  const body = Buffer.from(copy.body, "base64");
  const { status, headers } = copy;
  return give(context, request, { status, headers, body }, word, age(context, copy));
}

function give(
  context: EdgeContext,
  request: StandInRequest,
  { status, headers, body }: Fetched,
  came: Came,
  seconds?: number,
): StandInResponse {
  const all = { ...headers, ...context.vendor.says(came, seconds), ...signs(context, request) };
  const etag = headers["etag"];
  const isSame = etag !== undefined && (request.headers["if-none-match"] ?? "").includes(etag);
  if (isSame && status === 200) return { status: 304, headers: all };
  return request.method === "HEAD" ? { status, headers: all } : { status, body, headers: all };
}

function signs({ state, vendor }: EdgeContext, { path }: StandInRequest): Readonly<Record<string, string>> {
  state.sequence += 1;
  return vendor.signs(state.sequence, path);
}

function unreachable(context: EdgeContext, request: StandInRequest): StandInResponse {
  const { status, title } = context.vendor.unreachable;
  const headers = { "content-type": "text/html; charset=UTF-8", ...signs(context, request) };
  return { status, body: `<!doctype html><title>${title}</title>`, headers };
}
