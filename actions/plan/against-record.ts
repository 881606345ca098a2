import type { Done, Runtime } from "../../kit/action/runtime.ts";
import type { InputsOf } from "../../kit/action/spec.ts";
import { cdnInputs } from "../../kit/parts/cdn/inputs.ts";
import { cdnPart } from "../../kit/parts/cdn/plan-cdn.ts";
import {
  databaseAgainstRecord,
  recordedDatabaseInputs,
} from "../../kit/parts/database/plan/against-record.ts";
import { functionsAgainstRecord, recordedFunctionsInputs } from "../../kit/parts/functions/against-record.ts";
import { recordedWebInputs, webAgainstRecord } from "../../kit/parts/web/against-record.ts";
import { releaseId } from "../../kit/release/ids.ts";
import type { PlanPart } from "../../kit/release/plan/plan.ts";
import { type RecordedLive, recordedLive } from "../../kit/release/record/recorded-live.ts";
import { absent } from "./plan-parts.ts";
import { writePlan } from "./keep-plan.ts";
import { type Preview, outputsOfPreview, reportPreview } from "./preview.ts";
import { settingsSince } from "./settings-since.ts";
import { made } from "./made.ts";
import type { spec } from "./spec.ts";

type Inputs = InputsOf<typeof spec>;

/**
 * Plans without asking anybody but GitHub: what is live is taken from the record. No provider, no database, no
 * address that rollout.yml names is called, and nothing is written to the record: a stranger wrote these files.
 */
export async function planAgainstRecord(inputs: Inputs, world: Runtime): Promise<Done<typeof spec>> {
  const target = inputs.target ?? "default";
  const known = await readRecord(inputs, target, world);
  const parts = await recordedParts(known, world);
  const { context, clock } = world;
  const planned = made(context, {
    release: releaseId(target, clock.now(), context.sha, context.runId),
    target,
    base: known?.release?.release ?? null,
    parts,
    gates: [],
    rules: { declared: inputs.gates, loosened: [], accepted: [], unverified: [] },
    notDeployed: [],
  });
  const kept = await writePlan(planned, world);
  const settings = await settingsSince(inputs, known?.release, world);
  const preview: Preview = {
    against: "record",
    live: known?.release,
    open: known?.open ?? [],
    settings,
    halted: undefined,
  };
  return { outputs: outputsOfPreview(kept), report: reportPreview(planned, preview) };
}

async function readRecord(
  { githubToken }: Inputs,
  target: string,
  world: Runtime,
): Promise<RecordedLive | undefined> {
  if (githubToken === undefined) {
    world.log.warn(
      "Without github-token the record cannot be read: everything is planned as if it were new.",
    );
    return undefined;
  }
  const { functions } = world.section("deploy-functions", { functions: recordedFunctionsInputs.functions });
  return await recordedLive(await world.github(githubToken), target, functions);
}

async function recordedParts(known: RecordedLive | undefined, world: Runtime): Promise<readonly PlanPart[]> {
  const has = (section: string): boolean => world.sections.includes(section);
  // Each section is read before the first part is begun: one that is wrong leaves nothing at work.
  const inputs = {
    database: has("migrate") ? world.section("migrate", recordedDatabaseInputs) : undefined,
    functions: has("deploy-functions")
      ? world.section("deploy-functions", recordedFunctionsInputs)
      : undefined,
    web: has("deploy-web") ? world.section("deploy-web", recordedWebInputs) : undefined,
  };
  const [database, functions, web] = await Promise.all([
    inputs.database ? databaseAgainstRecord(inputs.database, known?.head, world) : absent("migrate"),
    inputs.functions
      ? functionsAgainstRecord(inputs.functions, known?.functions ?? new Map(), world)
      : absent("deploy-functions"),
    inputs.web ? webAgainstRecord(inputs.web, known?.web, world) : absent("deploy-web"),
  ]);
  const cdn = has("purge-cdn")
    ? cdnPart(world.section("purge-cdn", cdnInputs), web.work)
    : absent("purge-cdn");
  return [database, functions, web, cdn];
}
