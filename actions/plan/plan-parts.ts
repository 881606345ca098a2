import type { Runtime } from "../../kit/action/runtime.ts";
import { placeInputs, releaseInputs } from "../../kit/action/shared-inputs.ts";
import { UserError, describe } from "../../kit/errors/user-error.ts";
import { cdnInputs } from "../../kit/parts/cdn/inputs.ts";
import { refuseUndeclaredCdn } from "../../kit/parts/cdn/look-for-edges.ts";
import { planCdn } from "../../kit/parts/cdn/plan-cdn.ts";
import { askRecord } from "../../kit/parts/database/ledger/ahead.ts";
import { withLoginRole } from "../../kit/parts/database/connection/login-role.ts";
import { loginInputs } from "../../kit/parts/database/connection/login-inputs.ts";
import { databaseInputs, shadowSecrets } from "../../kit/parts/database/inputs.ts";
import { checkTypes } from "../../kit/parts/functions/deno/check-types.ts";
import { functionsInputs } from "../../kit/parts/functions/inputs.ts";
import { type Inspected, functionsPart, inspectFunctions } from "../../kit/parts/functions/plan-functions.ts";
import { functionsToRun } from "../../kit/parts/functions/deno/functions-to-run.ts";
import { rememberedOf } from "../../kit/parts/functions/live/remembered.ts";
import { saveSnapshot, snapshotOf } from "../../kit/parts/functions/snapshot/snapshot.ts";
import { seenNotDeployed } from "../../kit/parts/unmanaged/seen-not-deployed.ts";
import { webInputs } from "../../kit/parts/web/inputs.ts";
import { planWeb } from "../../kit/parts/web/plan-web.ts";
import type { PhaseName } from "../../kit/release/phases.ts";
import type { PlanPart } from "../../kit/release/plan/plan.ts";
import type { ListFunctions } from "./list-once.ts";
import { once } from "../../kit/ports/once.ts";

const recordInputs = { target: placeInputs.target, "github-token": releaseInputs["github-token"] };

interface Looking {
  readonly list: ListFunctions;
  readonly only?: readonly PhaseName[] | undefined;
  readonly sarif?: string | undefined;
}

/**
 * The part of each phase that `rollout.yml` has a section for, all looked at together. `only` are the phases of a run
 * that does one thing: what the others would do is told, and has no work.
 */
export async function planParts(
  world: Runtime,
  { list, only, sarif }: Looking,
): Promise<readonly PlanPart[]> {
  // Also what `make` throws at once is a rejection: else the parts before it would be waited for by nobody.
  const part = async (phase: PhaseName, make: () => Promise<PlanPart>): Promise<PlanPart> => {
    if (!world.sections.includes(phase)) return absent(phase);
    return await (only === undefined || only.includes(phase) ? make() : leftOut(phase, make));
  };
  const functionsOnce = once(() => {
    const inputs = world.section("deploy-functions", { ...functionsInputs, ...recordInputs });
    return inspectFunctions(inputs, world, {
      remembered: rememberedOf(inputs, world),
      list: () => list(inputs),
    });
  });
  const [database, functions, web] = await Promise.all([
    part("migrate", async () => {
      const applied = await askRecord(world.section("migrate", recordInputs), world);
      const runs = world.sections.includes("deploy-functions")
        ? async () =>
            functionsToRun(await functionsOnce(), world.section("deploy-functions", functionsInputs))
        : undefined;
      const inputs = world.section("migrate", { ...databaseInputs, ...shadowSecrets });
      const logged = withLoginRole(world.section("migrate", loginInputs), world);
      // Parser, rules and shadow are half of what `plan` has: loaded where there is something to judge.
      const { planDatabase } = await import("../../kit/parts/database/plan/plan-database.ts");
      return await planDatabase({ ...inputs, sarif }, logged, applied, runs);
    }),
    part("deploy-functions", async () =>
      functionsWithSnapshot(
        await functionsOnce(),
        world,
        only === undefined || only.includes("deploy-functions"),
      ),
    ),
    part("deploy-web", () => planWeb(world.section("deploy-web", webInputs), world)),
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
async function functionsWithSnapshot(found: Inspected, world: Runtime, keeps: boolean): Promise<PlanPart> {
  const inputs = world.section("deploy-functions", functionsInputs);
  const doubts = await checkTypes(
    inputs,
    found.changes.map(({ wanted }) => wanted),
    world,
  );
  const part = functionsPart({ ...found, doubts: [...found.doubts, ...doubts] });
  if (keeps && part.work !== "none") await saveSnapshot(snapshotOf(inputs.supabase, found), world, "plan");
  return part;
}

/** A phase that this run leaves out: nothing of it may stop what the run is about. */
async function leftOut(phase: PhaseName, make: () => Promise<PlanPart>): Promise<PlanPart> {
  const told = (line: string): PlanPart => ({ ...absent(phase), says: [line] });
  try {
    const { work, says } = await make();
    const which = `left out by \`only\`, though it has work: ${says.join("; ")}`;
    return told(work === "none" ? "left out by `only`; it has no work" : which);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return told(`left out by \`only\`; what it would do cannot be told: ${describe(error)}`);
  }
}

/** The part of a phase that the file has no section for. */
export function absent(phase: PhaseName): PlanPart {
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

/** What lies in the repository and is not deployed by this suite. */
export async function unmanaged(world: Runtime): Promise<readonly string[]> {
  const listed = world.sections.includes("deploy-functions")
    ? world.section("deploy-functions", { functions: functionsInputs.functions }).functions
    : [];
  return await seenNotDeployed(world.root, listed);
}
