import { type AccountState, purge } from "../edge/account.ts";
import type { Came } from "../edge/edge.ts";
import { tagsOf } from "../edge/forget.ts";
import { type ApiContext, type EdgeOptions, type EdgeStandIn, startEdge } from "../edge/start.ts";
import type { CachedAnswer, EdgeZone } from "../edge/state.ts";
import type { StandInRequest, StandInResponse } from "../server.ts";

/**
 * Running caches of one's own, as a team sets up Varnish: a zone is a node, which is purged where browsers ask, by
 * `PURGE` of an address, or of whatever a header names. It has no other API.
 */
export type HttpCacheStandIn = EdgeStandIn<AccountState>;

type Context = ApiContext<AccountState>;

/** Starts it on loopback. @throws {Error} when `port` is taken (code EADDRINUSE). */
export async function startHttpCache(options: EdgeOptions<AccountState>): Promise<HttpCacheStandIn> {
  return await startEdge(options, {
    vendor: (context) => ({
      says: (came, age = 0) => ({ "x-cache": words[came], age: String(age) }),
      signs: (number) => ({ "x-varnish": String(number), via: "1.1 varnish (Varnish/7.1)" }),
      tagHeader: "xkey",
      unreachable: { status: 503, title: "503 Backend fetch failed" },
      intercept: (node, request) =>
        request.method === "PURGE" ? purgeNode(context, node, request) : undefined,
    }),
    routes: () => [],
    noRoute: () => page(404, "Not found"),
  });
}

const words: Readonly<Record<Came, string>> = {
  HIT: "HIT",
  STALE: "HIT",
  REVALIDATED: "MISS",
  EXPIRED: "MISS",
  MISS: "MISS",
  DYNAMIC: "PASS",
  BYPASS: "PASS",
};

function purgeNode(context: Context, node: EdgeZone, request: StandInRequest): StandInResponse {
  const token = request.headers["x-purge-token"];
  const mine = typeof token === "string" ? context.state.tokens[token] : undefined;
  if (mine?.includes(node.id) !== true) return page(405, "Not allowed");
  const fault = context.state.faults.find(({ method, times }) => method === "PURGE" && times > 0);
  if (fault !== undefined) {
    fault.times -= 1;
    return {
      status: fault.status,
      body: fault.body ?? "",
      ...(fault.headers ? { headers: fault.headers } : {}),
    };
  }
  const { forgot } = purge(context, node, {
    soft: request.headers["x-purge-soft"] === "1",
    what: { ...request.headers, path: request.path },
    means: meant(request),
  });
  return forgot === 0 ? page(404, "Not in cache") : page(200, "Purged");
}

/** A tag, an expression over one host's addresses, a whole host, all of it; or the very address that is asked. */
function meant({ headers, path, query }: StandInRequest): (copy: CachedAnswer) => boolean {
  const text = query.size === 0 ? "" : `?${query.toString()}`;
  const [tag, match, scope] = ["xkey", "x-purge-match", "x-purge-scope"].map((name) => headers[name]);
  if (typeof tag === "string") return (copy) => tagsOf(copy, "xkey").includes(tag.toLowerCase());
  if (scope === "all") return () => true;
  const isHost = (copy: CachedAnswer): boolean => copy.host === headers.host;
  if (scope === "host") return isHost;
  if (typeof match !== "string") return (copy) => isHost(copy) && copy.path === path && copy.query === text;
  const expression = new RegExp(match);
  return (copy) => isHost(copy) && expression.test(copy.path + copy.query);
}

function page(status: number, title: string): StandInResponse {
  const body = `<!DOCTYPE html><html><head><title>${status} ${title}</title></head></html>`;
  return { status, body, headers: { "content-type": "text/html; charset=utf-8" } };
}
