import { type AccountState, jsonOf, purge, textsOf } from "../edge/account.ts";
import type { Came } from "../edge/edge.ts";
import { tagsOf } from "../edge/forget.ts";
import { type ApiContext, type EdgeOptions, type EdgeStandIn, startEdge } from "../edge/start.ts";
import type { Route, StandInRequest, StandInResponse } from "../server.ts";

/** A running stand-in for Netlify's edge cache, of which a zone is a site. */
export type NetlifyEdgeStandIn = EdgeStandIn<AccountState>;

/** Starts it on loopback. @throws {Error} when `port` is taken (code EADDRINUSE). */
export async function startNetlifyEdge(options: EdgeOptions<AccountState>): Promise<NetlifyEdgeStandIn> {
  return await startEdge(options, {
    vendor: () => ({
      says: (came, age = 0) => ({ "cache-status": `"Netlify Edge"; ${word(came)}`, age: String(age) }),
      signs: (number) => ({ server: "Netlify", "x-nf-request-id": `01J${number}` }),
      tagHeader: "netlify-cache-tag",
      unreachable: { status: 502, title: "502" },
    }),
    routes,
    noRoute: () => ({ status: 404, json: { code: 404, message: "Not Found" } }),
    base: "/api/v1",
  });
}

const words: Readonly<Record<Came, string>> = {
  HIT: "hit",
  STALE: "hit",
  REVALIDATED: "fwd=stale",
  EXPIRED: "fwd=stale",
  MISS: "fwd=miss",
  DYNAMIC: "fwd=bypass",
  BYPASS: "fwd=bypass",
};
const word = (came: Came): string => words[came];

function routes(context: ApiContext<AccountState>): Route[] {
  return [["POST", "/api/v1/purge", (request) => purgeSite(context, request)]];
}

/** The whole site, or what carries one of the tags. Accepted is 202. */
function purgeSite(context: ApiContext<AccountState>, { headers, body }: StandInRequest): StandInResponse {
  const token = /^Bearer (.+)$/.exec(headers.authorization ?? "")?.[1];
  const mine = token === undefined ? undefined : context.state.tokens[token];
  if (mine === undefined) return { status: 401, json: { code: 401, message: "Access Denied" } };
  const given = jsonOf(body) ?? {};
  const site = context.state.zones.find(({ id }) => id === given["site_id"]);
  if (given["site_id"] === undefined && given["site_slug"] === undefined)
    return { status: 400, json: { code: 400, message: "site_id or site_slug is required" } };
  if (site === undefined || !mine.includes(site.id))
    return { status: 404, json: { code: 404, message: "Not Found" } };
  const tags = given["cache_tags"] === undefined ? undefined : textsOf(given["cache_tags"]);
  if (given["cache_tags"] !== undefined && (tags === undefined || tags.length === 0))
    return { status: 400, json: { code: 400, message: "cache_tags must be a list of texts" } };
  purge(context, site, {
    soft: false,
    what: tags ?? "all",
    means: (copy) =>
      tags === undefined ||
      tagsOf(copy, "netlify-cache-tag").some((tag) => tags.some((one) => one.toLowerCase() === tag)),
  });
  return { status: 202 };
}
