import type { CdnInputs } from "../../../parts/cdn/inputs.ts";
import { type Api, jsonApi } from "../../../ports/json-api.ts";
import { refuseError } from "../answered.ts";
import type { CacheSays, Cdn, CdnWorld, PurgeOrder } from "../cdn.ts";
import { lackOfToken, zoneOf } from "../needs.ts";
import { inBatches, isEverything, valuesOf } from "../order.ts";

const tokenHint = "Pass a Vercel token that may change this project as `cdn-token`.";

/** Tags that one call takes, and the letters of one. */
const tagsPerCall = 16;
const longestTag = 256;

/**
 * Vercel's edge cache, where it keeps answers of another origin or of functions under tags. Static files need no purge:
 * each deployment has copies of its own.
 */
export function openVercel(inputs: CdnInputs, world: CdnWorld): Cdn {
  const project = zoneOf(inputs, "the project's id or name (prj_…)");
  const { cdnToken, hostTeam } = inputs;
  const api = jsonApi(world, {
    name: "Vercel",
    baseUrl: inputs.cdnApiUrl ?? "https://api.vercel.com",
    headers: { authorization: `Bearer ${cdnToken ?? ""}`, "user-agent": "prism-rollout" },
    tokenHint,
    attempts: 6,
  });
  const team = hostTeam === undefined ? {} : { [hostTeam.startsWith("team_") ? "teamId" : "slug"]: hostTeam };
  const query = { projectIdOrName: project, ...team };
  return {
    name: "vercel",
    purges: new Set(["tag", "everything"]),
    softens: new Set(["tag"]),
    takesQueries: false,
    refuses: (pattern) =>
      pattern.kind === "tag" && pattern.value.length > longestTag
        ? `longer than ${longestTag} letters`
        : undefined,
    lacks: () => lackOfToken(cdnToken, tokenHint),
    purge: (order) => purge(api, query, order),
    says,
  };
}

async function purge(
  api: Api,
  query: Readonly<Record<string, string>>,
  { patterns, soft }: PurgeOrder,
): Promise<readonly string[]> {
  const post = async (what: string, json?: unknown): Promise<void> => {
    const call = { query, safe: true, ...(json === undefined ? {} : { json }) };
    refuseError(`Vercel POST /v1/edge-cache/${what}`, await api("POST", `/v1/edge-cache/${what}`, call));
  };
  if (isEverything(patterns)) await post("purge-all");
  for (const tags of inBatches(valuesOf(patterns, "tag"), tagsPerCall))
    await post(soft ? "invalidate-by-tags" : "dangerously-delete-by-tags", { tags });
  // Vercel gives no id.
  return [];
}

const kept = new Set(["HIT", "STALE", "PRERENDER"]);

function says(headers: Headers): CacheSays {
  const status = headers.get("x-vercel-cache");
  if (status === null) return { from: "unknown", said: "no x-vercel-cache" };
  const age = headers.get("age");
  const said = `x-vercel-cache ${status}${age === null ? "" : `, age ${age}`}`;
  if (kept.has(status.toUpperCase())) return { from: "cache", said };
  return { from: status.toUpperCase() === "BYPASS" ? "uncached" : "origin", said };
}
