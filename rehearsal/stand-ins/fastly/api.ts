import { type AccountState, jsonOf, may, purge, textsOf } from "../edge/account.ts";
import { tagsOf } from "../edge/forget.ts";
import type { ApiContext } from "../edge/start.ts";
import type { CachedAnswer, EdgeZone } from "../edge/state.ts";
import type { Handler, Route, StandInRequest, StandInResponse } from "../server.ts";

type Context = ApiContext<AccountState>;

/** The routing table of the API. A single key may stand in the path as well. */
export function routes(context: Context): Route[] {
  return [
    ["GET", "/tokens/self", tokenSelf(context)],
    ["POST", "/service/:service/purge_all", ofService(context, "purge_all", purgeAll(context))],
    ["POST", "/service/:service/purge/:key", ofService(context, "purge_select", purgeKey(context))],
    ["POST", "/service/:service/purge", ofService(context, "purge_select", purgeKeys(context))],
    ["POST", "/purge/*url", purgeUrl(context)],
  ];
}

/** Fastly's words for what it refuses. */
export function fastlyError(status: number, msg: string, detail?: string): StandInResponse {
  return { status, json: detail === undefined ? { msg } : { msg, detail } };
}

type ServiceHandler = (service: EdgeZone, request: StandInRequest) => StandInResponse;

type Scope = "purge_select" | "purge_all";
const scopes: readonly Scope[] = ["purge_select", "purge_all"];

const unauthorized = fastlyError(403, "You are not authorized to perform this action");

function ofService(context: Context, scope: Scope, handler: ServiceHandler): Handler {
  return (request) => {
    const mine = servicesOf(context, request);
    if (mine === undefined) return fastlyError(401, "Provided credentials are missing or invalid");
    const service = context.state.zones.find(({ id }) => id === request.params["service"]);
    if (service === undefined) return fastlyError(404, "Record not found", "Cannot load service");
    if (!mine.includes(service.id) || !may(context.state, keyOf(request), scope)) return unauthorized;
    return handler(service, request);
  };
}

function servicesOf({ state }: Context, request: StandInRequest): readonly string[] | undefined {
  return state.tokens[keyOf(request)];
}

function keyOf({ headers }: StandInRequest): string {
  const key = headers["fastly-key"];
  return typeof key === "string" ? key : "";
}

/** What the token may do, and for which services. */
function tokenSelf(context: Context): Handler {
  return (request) => {
    const services = servicesOf(context, request);
    if (services === undefined) return fastlyError(401, "Provided credentials are missing or invalid");
    const scope = scopes.filter((one) => may(context.state, keyOf(request), one)).join(" ");
    return { status: 200, json: { id: "5Yo3XXnrQpjc20u0ybrf2g", services, scope } };
  };
}

/** It is there or not: its value says nothing. */
const isSoft = ({ headers }: StandInRequest): boolean => headers["fastly-soft-purge"] !== undefined;

/** Never soft, whatever is asked. */
function purgeAll(context: Context): ServiceHandler {
  return (service) => {
    purge(context, service, { soft: false, what: "all", means: () => true });
    return { status: 200, json: { status: "ok" } };
  };
}

function purgeKey(context: Context): ServiceHandler {
  return (service, request) => {
    const key = request.params["key"] ?? "";
    const { id } = purge(context, service, { soft: isSoft(request), what: [key], means: carries([key]) });
    return { status: 200, json: { status: "ok", id } };
  };
}

/** Up to 256 keys, in a header or a body. */
function purgeKeys(context: Context): ServiceHandler {
  return (service, request) => {
    const header = request.headers["surrogate-key"];
    const written = typeof header === "string" ? header.split(/\s+/) : undefined;
    const keys = written ?? textsOf(jsonOf(request.body)?.["surrogate_keys"]);
    if (keys === undefined || keys.length === 0)
      return fastlyError(400, "Bad request", "No surrogate keys were given");
    if (keys.length > 256)
      return fastlyError(400, "Bad request", "Purging is limited to 256 surrogate keys per request");
    const { id } = purge(context, service, { soft: isSoft(request), what: keys, means: carries(keys) });
    return { status: 200, json: Object.fromEntries(keys.map((key, index) => [key, `${id}-${index}`])) };
  };
}

const carries =
  (keys: readonly string[]) =>
  (copy: CachedAnswer): boolean => {
    const wanted = keys.map((key) => key.toLowerCase());
    return tagsOf(copy, "surrogate-key").some((tag) => wanted.includes(tag));
  };

/** One address, its query included; `host/path`, also as one encoded segment. */
function purgeUrl(context: Context): Handler {
  return (request) => {
    const mine = servicesOf(context, request);
    if (mine === undefined) return fastlyError(401, "Provided credentials are missing or invalid");
    const query = request.query.size === 0 ? "" : `?${request.query.toString()}`;
    const raw = request.path.slice("/purge/".length);
    const asked = raw.includes("/") ? raw + query : decodeURIComponent(raw);
    const service = context.state.zones.find(
      ({ id, hosts }) => mine.includes(id) && hosts.some((host) => isOf(host, asked)),
    );
    if (service === undefined || !may(context.state, keyOf(request), "purge_select")) return unauthorized;
    const { id } = purge(context, service, {
      soft: isSoft(request),
      what: asked,
      means: ({ host, path, query: own }) => host + path + own === asked,
    });
    return { status: 200, json: { status: "ok", id } };
  };
}

function isOf({ name, port }: { readonly name: string; readonly port: number }, asked: string): boolean {
  const host = asked.split("/")[0];
  return host === name || host === `127.0.0.1:${port}`;
}
