import type { Runtime } from "../../kit/action/runtime.ts";
import { cdnInputs } from "../../kit/parts/cdn/inputs.ts";
import { refuseUndeclaredCdn } from "../../kit/parts/cdn/look-for-edges.ts";
import { planCdn } from "../../kit/parts/cdn/plan-cdn.ts";
import { databaseInputs } from "../../kit/parts/database/inputs.ts";
import { planDatabase } from "../../kit/parts/database/plan-database.ts";
import { functionsInputs } from "../../kit/parts/functions/inputs.ts";
import { functionsPart, inspectFunctions } from "../../kit/parts/functions/plan-functions.ts";
import { saveSnapshot, snapshotOf } from "../../kit/parts/functions/snapshot.ts";
import { webInputs } from "../../kit/parts/web/inputs.ts";
import { planWeb } from "../../kit/parts/web/plan-web.ts";
import type { PhaseName } from "../../kit/release/phases.ts";
import type { PlanPart } from "../../kit/release/plan.ts";

/** The part of each phase that `rollout.yml` has a section for, all looked at together. */
export async function planParts(world: Runtime): Promise<readonly PlanPart[]> {
  const has = (section: string): boolean => world.sections.includes(section);
  const [database, functions, web] = await Promise.all([
    has("migrate") ? planDatabase(world.section("migrate", databaseInputs), world) : absent("migrate"),
    has("deploy-functions") ? functionsWithSnapshot(world) : absent("deploy-functions"),
    has("deploy-web") ? planWeb(world.section("deploy-web", webInputs), world) : absent("deploy-web"),
  ]);
  return [database, functions, web, await planCdnPart(world, web.work)];
}

/** Comes after the web: there is something to purge when the web changes. Without a section no CDN may answer. */
async function planCdnPart(world: Runtime, web: PlanPart["work"]): Promise<PlanPart> {
  if (world.sections.includes("purge-cdn"))
    return await planCdn(world.section("purge-cdn", cdnInputs), web, world);
  if (world.sections.includes("deploy-web")) {
    const { origins } = world.section("deploy-web", { origins: webInputs.origins });
    await refuseUndeclaredCdn(world, origins, { cdn: undefined, ignored: [] });
  }
  return absent("purge-cdn");
}

/**
 * Keeps the sources that are live beside the plan: they undo the functions even where the machine that changes
 * them is lost.
 */
async function functionsWithSnapshot(world: Runtime): Promise<PlanPart> {
  const inputs = world.section("deploy-functions", functionsInputs);
  const found = await inspectFunctions(inputs, world);
  if (found.changes.length > 0) await saveSnapshot(snapshotOf(inputs.supabase, found.changes), world, "plan");
  return functionsPart(found);
}

function absent(phase: PhaseName): PlanPart {
  return {
    phase,
    work: "none",
    decisions: null,
    measurements: null,
    undo: { possible: "yes" },
    unverified: [],
    says: [`rollout.yml has no section ${phase}`],
  };
}
