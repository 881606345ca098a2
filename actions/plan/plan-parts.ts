import type { Runtime } from "../../kit/action/runtime.ts";
import { databaseInputs } from "../../kit/parts/database/inputs.ts";
import { planDatabase } from "../../kit/parts/database/plan-database.ts";
import { functionsInputs } from "../../kit/parts/functions/inputs.ts";
import { planFunctions } from "../../kit/parts/functions/plan-functions.ts";
import { webInputs } from "../../kit/parts/web/inputs.ts";
import { planWeb } from "../../kit/parts/web/plan-web.ts";
import type { PhaseName } from "../../kit/release/phases.ts";
import type { PlanPart } from "../../kit/release/plan.ts";

/** The part of each phase that `rollout.yml` has a section for, all looked at together. */
export async function planParts(world: Runtime): Promise<readonly PlanPart[]> {
  const has = (section: string): boolean => world.sections.includes(section);
  return await Promise.all([
    has("migrate") ? planDatabase(world.section("migrate", databaseInputs), world) : absent("migrate"),
    has("deploy-functions")
      ? planFunctions(world.section("deploy-functions", functionsInputs), world)
      : absent("deploy-functions"),
    has("deploy-web") ? planWeb(world.section("deploy-web", webInputs), world) : absent("deploy-web"),
  ]);
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
