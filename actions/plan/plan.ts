import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Done, Runtime } from "../../kit/action/runtime.ts";
import type { InputsOf } from "../../kit/action/spec.ts";
import { noRollbackBecause } from "../../kit/parts/database/say-plan.ts";
import { functionsInputs } from "../../kit/parts/functions/inputs.ts";
import { seenNotDeployed } from "../../kit/parts/unmanaged/seen-not-deployed.ts";
import { foundGates } from "../../kit/release/found-gates.ts";
import { writeFormat } from "../../kit/release/formats.ts";
import type { Gate } from "../../kit/release/gates.ts";
import { refuseHalted } from "../../kit/release/halt.ts";
import { environmentOf, releaseId } from "../../kit/release/ids.ts";
import type { Plan, PlanPart } from "../../kit/release/plan.ts";
import { partDigest } from "../../kit/release/plan.ts";
import { type Manifest, githubRecord } from "../../kit/release/record.ts";
import { isOutside, sliceOf } from "../../kit/release/slice.ts";
import { earlierSlice, refuseChanged } from "./earlier-slice.ts";
import { planParts } from "./plan-parts.ts";
import { reportPlan } from "./report-plan.ts";
import type { spec } from "./spec.ts";

type Inputs = InputsOf<typeof spec>;

/** Looks at everything a release would change, compares the gates, writes plan.json, opens the record. */
export async function plan(inputs: Inputs, world: Runtime): Promise<Done<typeof spec>> {
  const { context } = world;
  const target = inputs.target ?? "default";
  const [gates, parts, notDeployed] = await Promise.all([
    lookAtGates(inputs, target, world),
    planParts(world),
    unmanaged(world),
    refuseHaltedTarget(inputs, target, world),
  ]);
  const slice = sliceOf(inputs.fromPhase, inputs.throughPhase);
  const earlier = inputs.fromPhase === undefined ? undefined : await earlierSlice(inputs, target, world);
  if (earlier !== undefined) refuseChanged(earlier, parts, slice);
  const made: Plan = {
    schema: "prism-rollout/plan@1",
    release: earlier?.release ?? releaseId(target, world.clock.now(), context.sha, context.runId),
    target,
    commit: context.sha,
    base: null,
    parts,
    gates,
    digests: Object.fromEntries(parts.map((part) => [part.phase, partDigest(part)])),
    notDeployed,
  };
  const kept = await keep(made, inputs, world);
  return {
    outputs: { ...outputsOf(kept.plan, slice), path: kept.path, folder: dirname(kept.path) },
    report: reportPlan(kept.plan),
  };
}

async function lookAtGates(inputs: Inputs, target: string, world: Runtime): Promise<readonly Gate[]> {
  if (Object.values(inputs.gates).every((rule) => rule === "none")) return [];
  if (inputs.githubToken === undefined) {
    world.log.warn("Gates are declared, but without github-token nobody can tell whether they are there.");
    return [];
  }
  return await foundGates(await world.github(inputs.githubToken), inputs.gates, {
    migrate: inputs.migrateEnvironment ?? environmentOf(target, "migrate"),
    "deploy-functions": inputs.deployFunctionsEnvironment ?? environmentOf(target, "deploy-functions"),
    "deploy-web": inputs.deployWebEnvironment ?? environmentOf(target, "deploy-web"),
  });
}

async function refuseHaltedTarget({ githubToken }: Inputs, target: string, world: Runtime): Promise<void> {
  if (githubToken !== undefined)
    await refuseHalted(await world.github(githubToken), target, world.context.sha);
}

async function unmanaged(world: Runtime): Promise<readonly string[]> {
  const listed = world.sections.includes("deploy-functions")
    ? world.section("deploy-functions", { functions: functionsInputs.functions }).functions
    : [];
  return await seenNotDeployed(world.root, listed);
}

/** Writes the plan for the artifact, and where there is a token the manifest into the record. */
async function keep(
  made: Plan,
  inputs: Inputs,
  world: Runtime,
): Promise<{ readonly path: string; readonly plan: Plan }> {
  const { context } = world;
  const record = inputs.githubToken
    ? githubRecord(await world.github(inputs.githubToken), made.target, context.sha)
    : undefined;
  const whole: Plan = { ...made, base: (await record?.live())?.release ?? null };
  const folder = join(world.temp, "prism-rollout", "plan");
  const path = join(folder, "plan.json");
  await mkdir(folder, { recursive: true });
  await writeFile(path, writeFormat(whole));
  if (whole.parts.some(hasWork)) {
    await record?.open(manifestOf(whole, context.runUrl));
  }
  return { path, plan: whole };
}

function manifestOf({ release, target, commit, digests, parts }: Plan, runUrl: string): Manifest {
  const because = parts.map(noRollbackBecause).find((one) => one !== undefined);
  const noRollback = because === undefined ? {} : { noRollback: because };
  const schema = "prism-rollout/manifest@1";
  return { schema, release, target, commit, runUrl, artifact: null, digests, ...noRollback };
}

/** A phase outside of the slice has no work, and so passes no gate. */
function outputsOf(
  { release, parts, digests }: Plan,
  slice: readonly string[],
): Readonly<Record<string, string>> {
  const own = parts.flatMap(({ phase, work }) => [
    [`${phase}-work`, isOutside(slice, phase) ? "none" : work],
    [`${phase}-digest`, digests[phase] ?? ""],
  ]);
  const some = parts.some((part) => hasWork(part) && !isOutside(slice, part.phase));
  return {
    release,
    slice: slice.join(","),
    work: some ? "some" : "none",
    ...(Object.fromEntries(own) as Record<string, string>),
  };
}

function hasWork(part: PlanPart): boolean {
  return part.work === "some";
}
