import type { Runtime } from "../../kit/action/runtime.ts";
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
  return await Promise.all([
    has("migrate") ? planDatabase(world.section("migrate", databaseInputs), world) : absent("migrate"),
    has("deploy-functions") ? functionsWithSnapshot(world) : absent("deploy-functions"),
    has("deploy-web") ? planWeb(world.section("deploy-web", webInputs), world) : absent("deploy-web"),
  ]);
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
