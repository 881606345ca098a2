import { createHash } from "node:crypto";
import { UserError } from "../../../errors/user-error.ts";
import type { CdnInputs } from "../../../parts/cdn/inputs.ts";
import type { CacheSays, Cdn, CdnWorld, PurgeOrder } from "../cdn.ts";
import { zoneOf } from "../needs.ts";
import { type Call, cloudfrontApi } from "./api.ts";
import { batchesOf } from "./batches.ts";
import { credentialsOf } from "./credentials.ts";
import { invalidationBatch } from "./xml.ts";
import { encoded } from "../../../ports/encoded.ts";
import { tellWait } from "../../../ports/tell-wait.ts";

/** How long an invalidation may take until every location has it; 0 does not wait. */
interface Settings {
  readonly distribution: string;
  readonly wait: number;
}

const longestTag = 256;

export const cloudfrontUrl = "https://cloudfront.amazonaws.com";
export const distributionHint = "the distribution's id (E and 13 letters or digits)";

/** CloudFront by its REST API: invalidations of one distribution, whichever of its domains is asked. */
export function openCloudfront(inputs: CdnInputs, world: CdnWorld): Cdn {
  const distribution = zoneOf(inputs, distributionHint);
  const credentials = credentialsOf(inputs.cdnToken, world.env);
  const baseUrl = inputs.cdnApiUrl ?? cloudfrontUrl;
  const lack = "what" in credentials ? credentials : undefined;
  return {
    name: "cloudfront",
    purges: new Set(["path", "prefix", "tag", "everything"]),
    softens: new Set(),
    takesQueries: true,
    refuses: (pattern) =>
      pattern.kind === "tag" && pattern.value.length > longestTag
        ? `longer than ${longestTag} letters`
        : undefined,
    lacks: () => lack,
    purge: async (order) => {
      if ("what" in credentials) return [];
      const call = cloudfrontApi(world, baseUrl, credentials);
      return await purge(world, call, { distribution, wait: inputs.purgeWait }, order);
    },
    says,
  };
}

async function purge(
  world: CdnWorld,
  call: Call,
  { distribution, wait }: Settings,
  order: PurgeOrder,
): Promise<readonly string[]> {
  const path = `/2020-05-31/distribution/${encoded(distribution)}/invalidation`;
  const ids: string[] = [];
  for (const paths of batchesOf(order)) {
    const { id } = await call("POST", path, invalidationBatch(paths, referenceOf(order.key, paths)));
    ids.push(id);
  }
  if (wait > 0) await completed(world, call, path, ids, wait);
  return ids;
}

/** The same reference with the same paths is the same invalidation, however often it is sent. */
function referenceOf(key: string, paths: readonly string[]): string {
  const digest = createHash("sha256")
    .update(JSON.stringify([key, paths]))
    .digest("hex");
  return `prism-rollout-${digest.slice(0, 40)}`;
}

const pollInterval = 5000;

/** Every location has it. @throws {UserError} PR456 when that takes longer than `purge-wait`. */
async function completed(
  world: CdnWorld,
  call: Call,
  path: string,
  ids: readonly string[],
  wait: number,
): Promise<void> {
  const end = world.clock.now() + wait;
  const tell = tellWait(world, end);
  for (const id of ids) {
    while ((await call("GET", `${path}/${encoded(id)}`)).status !== "Completed") {
      if (world.clock.now() >= end) {
        throw new UserError(
          "PR456",
          `CloudFront has accepted invalidation ${id}, but not every location has it after ${wait / 1000} s.`,
          "Nothing was undone. Look at the distribution's invalidations; when it is completed run this job again, or raise purge-wait.",
        );
      }
      tell(`CloudFront has completed invalidation ${id}`);
      await world.clock.sleep(Math.min(pollInterval, Math.max(1, end - world.clock.now())), world.signal);
    }
  }
}

/** RefreshHit is a copy of which the origin has just said that it is still the same. */
function says(headers: Headers): CacheSays {
  const cache = headers.get("x-cache");
  if (cache === null) return { from: "unknown", said: "no x-cache" };
  const age = headers.get("age");
  const said = `x-cache ${cache}${age === null ? "" : `, age ${age}`}`;
  return { from: /^hit\b/i.test(cache) ? "cache" : "origin", said };
}
