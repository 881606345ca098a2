import { createHash } from "node:crypto";
import type { Handler, Route, StandInRequest, StandInResponse } from "../server.ts";
import { forget } from "../edge/forget.ts";
import { cloudflareError, success } from "./errors.ts";
import { readSelection } from "./selection.ts";
import type { CloudflareState, CloudflareToken, CloudflareZone } from "./state.ts";
import { jsonOf } from "../edge/account.ts";

/** What the API works with. */
export interface ApiContext {
  readonly state: CloudflareState;
  readonly now: () => number;
}

const base = "/client/v4";

/** The routing table of the API. */
export function routes(context: ApiContext): Route[] {
  return [
    ["GET", `${base}/user/tokens/verify`, verifyToken(context)],
    ["GET", `${base}/zones/:zone`, guarded(context, "zone_read", readZone)],
    ["POST", `${base}/zones/:zone/purge_cache`, guarded(context, "cache_purge", purge(context, false))],
    ["POST", `${base}/zones/:zone/invalidate_cache`, guarded(context, "cache_purge", purge(context, true))],
  ];
}

type ZoneHandler = (zone: CloudflareZone, request: StandInRequest) => StandInResponse;

/** Whether the header of a request holds a token as the vendor writes them. */
function bearer({ headers }: StandInRequest): string | StandInResponse {
  if (headers.authorization === undefined) {
    const message = "Missing X-Auth-Key, X-Auth-Email or Authorization headers";
    return cloudflareError(400, { code: 9106, message });
  }
  const given = /^Bearer ([\w.-]+)$/.exec(headers.authorization)?.[1];
  if (given !== undefined) return given;
  const chain = [{ code: 6111, message: "Invalid format for Authorization header" }];
  return cloudflareError(400, { code: 6003, message: "Invalid request headers", error_chain: chain });
}

/** GET /user/tokens/verify: any token may ask it about itself. */
function verifyToken({ state }: ApiContext): Handler {
  return (request) => {
    const given = bearer(request);
    if (typeof given !== "string") return given;
    if (state.tokens[given] === undefined)
      return cloudflareError(401, { code: 1000, message: "Invalid API Token" });
    return success({ id: createHash("md5").update(given).digest("hex"), status: "active" });
  };
}

/** GET /zones/{id} */
const readZone: ZoneHandler = ({ id, name }) => success({ id, name, status: "active" });

/** Token, permission and zone, in the order and the words of the vendor. */
function guarded(
  { state }: ApiContext,
  permission: CloudflareToken["permissions"][number],
  handler: ZoneHandler,
): Handler {
  return (request) => {
    const given = bearer(request);
    if (typeof given !== "string") return given;
    const token = state.tokens[given];
    if (token === undefined) return cloudflareError(401, { code: 10000, message: "Authentication error" });
    const id = request.params["zone"] ?? "";
    if (!/^[0-9a-f]{32}$/.test(id)) {
      const message = `Could not route to ${request.path.slice(base.length)}, perhaps your object identifier is invalid?`;
      return cloudflareError(400, { code: 7003, message });
    }
    const zone = state.zones.find((one) => one.id === id);
    const allowed = token.permissions.includes(permission) && (token.zones?.includes(id) ?? true);
    if (zone === undefined || !allowed) {
      return cloudflareError(403, { code: 10000, message: "Authentication error" });
    }
    return handler(zone, request);
  };
}

function purge(context: ApiContext, soft: boolean): ZoneHandler {
  const { state, now } = context;
  return (zone, request) => {
    const body = jsonOf(request.body);
    if (body === undefined)
      return cloudflareError(400, { code: 6007, message: "Malformed JSON in request body" });
    const selection = readSelection(body, zone);
    if ("refused" in selection) return cloudflareError(400, selection.refused);
    if (selection.costs && !take(zone, now())) {
      const message =
        "Unable to purge, rate limit reached. Please wait if you need to perform more operations.";
      return cloudflareError(429, { code: 1134, message }, { "retry-after": String(waitOf(zone)) });
    }
    state.sequence += 1;
    const id = createHash("md5").update(`${zone.id}${state.sequence}`).digest("hex");
    const forgot = forget(state, zone, selection.means, soft);
    state.purges.push({ id, zone: zone.id, soft, body, at: now(), forgot });
    return success({ id });
  };
}

/** Purges a minute and the size of the bucket, by plan. */
const rates = {
  free: { perMinute: 5, bucket: 25 },
  pro: { perMinute: 300, bucket: 25 },
  business: { perMinute: 600, bucket: 50 },
  enterprise: { perMinute: 3000, bucket: 500 },
} as const;

function take(zone: CloudflareZone, now: number): boolean {
  const { perMinute, bucket } = rates[zone.plan];
  const filled = zone.bucket.tokens + ((now - zone.bucket.filledAt) / 60_000) * perMinute;
  const tokens = Math.min(bucket, filled);
  const enough = tokens >= 1;
  zone.bucket = { tokens: enough ? tokens - 1 : tokens, filledAt: now };
  return enough;
}

function waitOf(zone: CloudflareZone): number {
  return Math.ceil(60 / rates[zone.plan].perMinute);
}
