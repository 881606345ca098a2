import type { Done, Runtime } from "../../kit/action/runtime.ts";
import type { InputsOf } from "../../kit/action/spec.ts";
import { UserError } from "../../kit/errors/user-error.ts";
import { refuseHalted } from "../../kit/release/standing/halt.ts";
import { releaseId } from "../../kit/release/ids.ts";
import { type Manifest, githubRecord } from "../../kit/release/record/record.ts";
import { foresee } from "./foresee.ts";
import { writePlan } from "./keep-plan.ts";
import { listOnce } from "./list-once.ts";
import { lookAtGates } from "./look-at-gates.ts";
import { planParts, unmanaged } from "./plan-parts.ts";
import { outputsOfPreview, reportPreview } from "./preview.ts";
import { settingsSince } from "./settings-since.ts";
import { made } from "./made.ts";
import type { spec } from "./spec.ts";

type Inputs = InputsOf<typeof spec>;

/**
 * The plan of a pull request of this repository: what a merge would change, compared with what is live. It opens no
 * record, and where the target is halted it says so: the pull request may be what mends it.
 */
export async function previewLive(inputs: Inputs, world: Runtime): Promise<Done<typeof spec>> {
  const { context, clock } = world;
  const target = inputs.target ?? "default";
  const list = listOnce(world);
  const [{ gates, ...rules }, parts, notDeployed, live, halted, { says: forecast }] = await Promise.all([
    lookAtGates(inputs, target, world),
    planParts(world, { list, sarif: inputs.sarif }),
    unmanaged(world),
    liveRelease(inputs, target, world),
    haltOf(inputs, target, world),
    foresee(world, list),
  ]);
  const planned = made(context, {
    release: releaseId(target, clock.now(), context.sha, context.runId),
    target,
    base: live?.release ?? null,
    parts,
    gates,
    rules,
    notDeployed,
    forecast,
  });
  const kept = await writePlan(planned, world);
  const settings = await settingsSince(inputs, live, world);
  const report = reportPreview(planned, { against: "live", live, open: [], settings, halted });
  return { outputs: outputsOfPreview(kept), report };
}

async function liveRelease(
  { githubToken }: Inputs,
  target: string,
  { github, context }: Runtime,
): Promise<Manifest | undefined> {
  if (githubToken === undefined) return undefined;
  return await githubRecord(await github(githubToken), target, context.sha).live();
}

async function haltOf({ githubToken }: Inputs, target: string, world: Runtime): Promise<string | undefined> {
  if (githubToken === undefined) return undefined;
  try {
    await refuseHalted(await world.github(githubToken), target, world.context.sha);
    return undefined;
  } catch (error) {
    if (error instanceof UserError && error.code === "PR207") return `${error.message} ${error.fix}`;
    throw error;
  }
}
