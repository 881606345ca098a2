import type { CdnInputs } from "../../../parts/cdn/inputs.ts";
import { type Api, jsonApi } from "../../../ports/json-api.ts";
import { refuseError } from "../answered.ts";
import type { CacheSays, Cdn, CdnWorld, PurgeOrder } from "../cdn.ts";
import { lackOfToken, zoneOf } from "../needs.ts";
import { isEverything, valuesOf } from "../order.ts";

const tokenHint = "Pass a Netlify personal access token that may change this site as `cdn-token`.";

/** Netlify's edge cache, by tags or as a whole; it says nothing of a limit, so all tags go in one call. */
export function openNetlify(inputs: CdnInputs, world: CdnWorld): Cdn {
  const site = zoneOf(inputs, "the site's id (Site configuration → General)");
  const { cdnToken } = inputs;
  const api = jsonApi(world, {
    name: "Netlify",
    baseUrl: inputs.cdnApiUrl ?? "https://api.netlify.com/api/v1",
    headers: { authorization: `Bearer ${cdnToken ?? ""}`, "user-agent": "prism-rollout" },
    tokenHint,
    attempts: 6,
  });
  return {
    name: "netlify",
    purges: new Set(["tag", "everything"]),
    softens: new Set(),
    takesQueries: false,
    lacks: () => lackOfToken(cdnToken, tokenHint),
    purge: (order) => purge(api, site, order),
    says,
  };
}

async function purge(api: Api, site: string, { patterns }: PurgeOrder): Promise<readonly string[]> {
  const tags = valuesOf(patterns, "tag");
  const json = { site_id: site, ...(isEverything(patterns) ? {} : { cache_tags: tags }) };
  refuseError("Netlify POST /purge", await api("POST", "/purge", { json, safe: true }));
  // Netlify gives no id.
  return [];
}

/** «"Netlify Edge"; hit», «"Netlify Durable"; hit; ttl=3600, "Netlify Edge"; fwd=miss»: a copy at either is a copy. */
function says(headers: Headers): CacheSays {
  const status = headers.get("cache-status");
  if (status === null) return { from: "unknown", said: "no cache-status" };
  const age = headers.get("age");
  const said = `cache-status ${status}${age === null ? "" : `, age ${age}`}`;
  if (/;\s*hit\b/i.test(status)) return { from: "cache", said };
  return { from: /fwd=(?:bypass|method|request)/i.test(status) ? "uncached" : "origin", said };
}
