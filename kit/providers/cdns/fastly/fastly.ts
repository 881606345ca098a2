import { UserError } from "../../../errors/user-error.ts";
import type { CdnInputs } from "../../../parts/cdn/inputs.ts";
import { type Api, type ApiAnswer, jsonApi } from "../../../ports/json-api.ts";
import type { CacheSays, Cdn, CdnWorld, PurgeOrder } from "../cdn.ts";
import { lackOfToken, zoneOf } from "../needs.ts";
import { atOnce, inBatches, isEverything, valuesOf } from "../order.ts";
import { encoded } from "../../../ports/encoded.ts";

export const tokenHint =
  "Pass a Fastly API token with the scope purge_select (purge_all for everything) for this service as `cdn-token`.";

export const serviceHint = "the service's id (on the service's page)";

/** Keys that one call takes. */
const keysPerCall = 256;
/** An address is a call of its own; so many of them at a time. */
const addressesAtOnce = 8;

/** Fastly by its REST API. It knows addresses and surrogate keys; what lies below a path it cannot name. */
export function openFastly(inputs: CdnInputs, world: CdnWorld): Cdn {
  const service = zoneOf(inputs, serviceHint);
  const { cdnToken } = inputs;
  const api = fastlyApi(inputs, world, 6);
  return {
    name: "fastly",
    purges: new Set(["path", "tag", "everything"]),
    softens: new Set(["path", "tag"]),
    takesQueries: false,
    lacks: () => lackOfToken(cdnToken, tokenHint),
    purge: (order) => purge(api, service, order),
    says,
  };
}

/** A caller of Fastly's API. */
export function fastlyApi(
  { cdnToken, cdnApiUrl }: Pick<CdnInputs, "cdnToken" | "cdnApiUrl">,
  world: CdnWorld,
  attempts: number,
): Api {
  return jsonApi(world, {
    name: "Fastly",
    baseUrl: cdnApiUrl ?? "https://api.fastly.com",
    headers: { "fastly-key": cdnToken ?? "", "user-agent": "prism-rollout" },
    tokenHint,
    attempts,
  });
}

async function purge(api: Api, service: string, order: PurgeOrder): Promise<readonly string[]> {
  const { origins, patterns, soft } = order;
  const base = `/service/${encoded(service)}`;
  if (isEverything(patterns)) return [idOf(await post(api, `${base}/purge_all`, {}), "purge_all")];
  const headers: Readonly<Record<string, string>> = soft ? { "fastly-soft-purge": "1" } : {};
  const ids: string[] = [];
  for (const keys of inBatches(valuesOf(patterns, "tag"), keysPerCall)) {
    const answer = await post(api, `${base}/purge`, headers, { surrogate_keys: keys });
    ids.push(...idsOf(answer, keys));
  }
  const addresses = origins.flatMap((origin) =>
    valuesOf(patterns, "path").map((path) => new URL(origin).host + path),
  );
  const purged = await atOnce(addresses, addressesAtOnce, async (address) =>
    idOf(await post(api, `/purge/${address}`, headers), address),
  );
  return [...ids, ...purged];
}

/** Purging twice does no harm. */
function post(
  api: Api,
  path: string,
  headers: Readonly<Record<string, string>>,
  json?: unknown,
): Promise<ApiAnswer> {
  return api("POST", path, { headers, safe: true, ...(json === undefined ? {} : { json }) });
}

interface Said {
  readonly status?: unknown;
  readonly id?: unknown;
  readonly msg?: unknown;
  readonly detail?: unknown;
}

function idOf({ status, json }: ApiAnswer, what: string): string {
  const said = (json ?? {}) as Said;
  if (said.status === "ok") return typeof said.id === "string" ? said.id : "";
  throw notPurged(`Fastly answered ${status} to the purge of ${what}`, said);
}

/** An id for each key: what is not in the answer was not purged. */
function idsOf({ status, json }: ApiAnswer, keys: readonly string[]): readonly string[] {
  const said = (json ?? {}) as Readonly<Record<string, unknown>>;
  const ids = keys.flatMap((key) => (typeof said[key] === "string" ? [said[key]] : []));
  if (ids.length === keys.length) return ids;
  throw notPurged(`Fastly answered ${status} with ${ids.length} of ${keys.length} surrogate keys`, said);
}

function notPurged(what: string, { status, msg, detail }: Said): UserError {
  const words = [status, msg, detail].filter((word) => typeof word === "string").join(": ");
  const reason = words.replace(/\s+/g, " ").slice(0, 300) || "no reason";
  return new UserError(
    "PR304",
    `${what}: ${reason}. It is not purged.`,
    "Read Fastly's reason above; it may have accepted another part of this purge. Run again.",
  );
}

/** A list where a shield stands before the edge: a copy at either of them is a copy. */
function says(headers: Headers): CacheSays {
  const cache = headers.get("x-cache");
  if (cache === null) return { from: "unknown", said: "no x-cache" };
  const age = headers.get("age");
  const said = `x-cache ${cache}${age === null ? "" : `, age ${age}`}`;
  return { from: /\bHIT\b/i.test(cache) ? "cache" : "origin", said };
}
