import { resolve } from "node:path";
import type { Done, Runtime } from "../../kit/action/runtime.ts";
import { UserError } from "../../kit/errors/user-error.ts";
import { cdnPart } from "../../kit/parts/cdn/plan-cdn.ts";
import { type CdnProof, purgeAndVerify } from "../../kit/parts/cdn/purge-and-verify.ts";
import { readSite } from "../../kit/parts/web/artifact.ts";
import { pastOrigins } from "../../kit/parts/web/origins.ts";
import { askOrigin } from "../../kit/parts/web/ask-origin.ts";
import { openCdn } from "../../kit/providers/cdns/cdns.ts";
import { enterPhase } from "../../kit/release/enter-phase.ts";
import { type PlanPart, partDigest } from "../../kit/release/plan/plan.ts";
import type { Journal } from "../../kit/release/record/journal.ts";
import { report } from "./report-purge.ts";
import type { PurgeInputs, spec } from "./spec.ts";

/** Compare with what was approved, wait for the origins, purge, prove on every route through the CDN. */
export async function purgeCdn(inputs: PurgeInputs, world: Runtime): Promise<Done<typeof spec>> {
  openCdn(inputs, world);
  const part = partOf(inputs);
  const entered = await enterPhase(world, "purge-cdn", { ...inputs, gates: {} }, part);
  if (entered === undefined) return { outputs: {}, report: report(inputs, undefined, undefined) };
  for (const line of part.says) world.log.info(line);
  const marker = await markerOf(inputs, world);
  const proof = await purge(inputs, marker, entered.journal, world);
  const { verified, purges } = proof;
  if (!verified && inputs.onUnverified === "warn")
    world.log.warn("The purge is not verified; on-unverified is warn.");
  return {
    outputs: { marker, verified: String(verified), purges: String(purges) },
    report: report(inputs, marker, proof),
  };
}

/** The plan alone knows whether there is work: by now the web is deployed, and what is found no longer tells. */
function partOf(inputs: PurgeInputs): PlanPart {
  const idle = cdnPart(inputs, "none");
  const isIdle = inputs.cdn === "none" || inputs.planDigest === partDigest(idle);
  return isIdle ? idle : cdnPart(inputs, "some");
}

/** @throws {UserError} PR105, PR106, PR432 for the artifact; PR452 when nobody says which release it is. */
async function markerOf({ marker, artifact, ...inputs }: PurgeInputs, world: Runtime): Promise<string> {
  if (marker !== undefined) return marker;
  if (artifact !== undefined) return (await readSite(resolve(world.root, artifact))).marker;
  const served = await Promise.all(pastOrigins(inputs).map((origin) => askOrigin(world, origin)));
  const markers = [...new Set(served.map((one) => one.marker))];
  if (markers.length === 1 && typeof markers[0] === "string") return markers[0];
  const found = markers.map((one) => one ?? "none").join(", ");
  throw new UserError(
    "PR452",
    `Which release the routes must serve is not known: past the CDN the origins serve ${found}. Nothing was purged.`,
    "Pass `marker` or `artifact`; without them all origins must serve one build marker.",
  );
}

/** One change in the journal: its receipt is `done` only when every route was seen. */
async function purge(
  inputs: PurgeInputs,
  marker: string,
  journal: Journal,
  world: Runtime,
): Promise<CdnProof> {
  const decided = cdnPart(inputs, "some").decisions;
  let proof: CdnProof | undefined;
  const notVerified = new Error("not every route serves the release");
  try {
    await journal.change("cdn", { before: null, intended: { marker, purge: decided } }, async () => {
      proof = await purgeAndVerify(inputs, { marker }, world);
      if (!proof.verified) throw notVerified;
      return { id: proof.ids.at(-1) ?? null, marker, purges: proof.purges };
    });
  } catch (error) {
    if (error !== notVerified) throw error;
  }
  if (proof === undefined) throw notVerified;
  return proof;
}
