import type { CdnInputs } from "../../../parts/cdn/inputs.ts";
import { type Api, jsonApi } from "../../../ports/json-api.ts";
import type { CacheSays, Cdn, CdnWorld, PurgeOrder } from "../cdn.ts";
import { inParallel } from "../../../parts/functions/change/in-parallel.ts";
import { lackOfToken, zoneOf } from "../needs.ts";
import { type PurgeAnswer, refusalOf } from "./answers.ts";
import { type Selector, bodyOf, halves, selectorsOf } from "./selectors.ts";
import { encoded } from "../../../ports/encoded.ts";

export const tokenHint =
  "Pass a Cloudflare API token with Zone → Cache Purge → Purge for this zone as `cdn-token`.";

export const zoneHint = "the zone's id (32 hex digits, on its Overview page)";

/** A smaller call than this is not refused for its length. */
const smallest = 25;

/** The smallest plan gives five calls a minute; more at once would only wait. */
const atOnce = 4;

/** Cloudflare by its REST API. */
export function openCloudflare(inputs: CdnInputs, world: CdnWorld): Cdn {
  const zone = zoneOf(inputs, zoneHint);
  const { cdnToken } = inputs;
  // The smallest plan gives five calls a minute and names no wait: the waits add up to more than its 12 s.
  const api = cloudflareApi(inputs, world, 6);
  return {
    name: "cloudflare",
    purges: new Set(["path", "prefix", "tag", "host", "everything"]),
    softens: new Set(["path", "prefix", "tag", "host", "everything"]),
    takesQueries: false,
    lacks: () => lackOfToken(cdnToken, tokenHint),
    purge: (order) => purge(api, zone, order),
    says,
  };
}

/** A caller of Cloudflare's API. */
export function cloudflareApi(
  { cdnToken, cdnApiUrl }: Pick<CdnInputs, "cdnToken" | "cdnApiUrl">,
  world: CdnWorld,
  attempts: number,
): Api {
  return jsonApi(world, {
    name: "Cloudflare",
    baseUrl: cdnApiUrl ?? "https://api.cloudflare.com/client/v4",
    headers: { authorization: `Bearer ${cdnToken ?? ""}`, "user-agent": "prism-rollout" },
    tokenHint,
    attempts,
  });
}

/** Selectors do not depend on each other. Which of them were taken where one is refused, the next attempt need not know. */
async function purge(api: Api, zone: string, order: PurgeOrder): Promise<readonly string[]> {
  const path = `/zones/${encoded(zone)}/${order.soft ? "invalidate_cache" : "purge_cache"}`;
  const all = async (selectors: readonly Selector[]): Promise<readonly string[]> =>
    (await inParallel(selectors, one, atOnce)).flat();
  const one = async (selector: Selector): Promise<readonly string[]> => {
    const answer = await ask(api, path, selector);
    return answer.tooLong ? await all(halves(selector)) : [answer.id];
  };
  return await all(selectorsOf(order));
}

/** @throws {UserError} for every answer that is not `success: true`, whatever its status. */
async function ask(
  api: Api,
  path: string,
  selector: Selector,
): Promise<{ readonly tooLong: true } | { readonly tooLong: false; readonly id: string }> {
  const { status, json } = await api("POST", path, {
    json: bodyOf(selector),
    // Purging twice does no harm.
    safe: true,
    accept: [200, 400, 401, 403, 404],
  });
  const answer = (json ?? {}) as PurgeAnswer;
  if (status === 200 && answer.success === true) return { tooLong: false, id: answer.result?.id ?? "" };
  const many = selector.name !== "purge_everything" && selector.items.length > smallest;
  if (status === 400 && many && answer.success === false) return { tooLong: true };
  throw refusalOf(`Cloudflare POST ${path} (${selector.name})`, status, answer, tokenHint);
}

const kept = new Set(["HIT", "STALE", "UPDATING"]);
/** REVALIDATED is a copy of which the origin has just said that it is still the same. */
const fetched = new Set(["MISS", "EXPIRED", "REVALIDATED"]);

function says(headers: Headers): CacheSays {
  const status = headers.get("cf-cache-status");
  if (status === null) return { from: "unknown", said: "no cf-cache-status" };
  const age = headers.get("age");
  const said = `cf-cache-status ${status}${age === null ? "" : `, age ${age}`}`;
  const word = status.toUpperCase();
  if (kept.has(word)) return { from: "cache", said };
  return { from: fetched.has(word) ? "origin" : "uncached", said };
}
