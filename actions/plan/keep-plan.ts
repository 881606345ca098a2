import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { RunContext } from "../../kit/ports/github.ts";
import type { Runtime } from "../../kit/action/runtime.ts";
import { whyNoRollback } from "../../kit/parts/database/plan/say-plan.ts";
import { groundOf } from "../../kit/release/standing/breaking-left.ts";
import { sha256 } from "../../kit/release/canonical.ts";
import { writeFormat } from "../../kit/release/formats.ts";
import type { Plan } from "../../kit/release/plan/plan.ts";
import { stampText } from "../../kit/release/plan/plan-stamp.ts";
import { type Manifest, githubRecord } from "../../kit/release/record/record.ts";

/** The plan as it was kept: with the release that was live before it, and where it lies. */
export interface KeptPlan {
  readonly plan: Plan;
  readonly path: string;
  readonly folder: string;
  readonly stamp: string;
}

interface Kept {
  readonly githubToken: string | undefined;
  readonly approvers: readonly string[];
}

/** Writes plan.json for the artifact, and where there is a token the manifest into the record. */
export async function keepPlan(
  made: Plan,
  { githubToken, approvers }: Kept,
  world: Pick<Runtime, "clock" | "github" | "context" | "temp">,
): Promise<KeptPlan> {
  const { context } = world;
  const { target, release } = made;
  const github = githubToken === undefined ? undefined : await world.github(githubToken);
  const record = github && githubRecord(github, target, context.sha);
  const ground = github && (await groundOf(github, target, release));
  const left = ground?.noRollback === undefined ? {} : { noRollback: ground.noRollback };
  const kept = await writePlan({ ...made, base: ground?.live?.release ?? null, ...left }, world);
  const { plan } = kept;
  if (plan.parts.some((part) => part.work === "some"))
    await record?.open(manifestOf(plan, approvers, context));
  return kept;
}

/** Writes plan.json, and nothing into the record. */
export async function writePlan(
  plan: Plan,
  { clock, context, temp }: Pick<Runtime, "clock" | "context" | "temp">,
): Promise<KeptPlan> {
  const path = join(temp, "prism-rollout", "plan", "plan.json");
  await mkdir(dirname(path), { recursive: true });
  const text = writeFormat(plan);
  await writeFile(path, text);
  const stamp = stampText({ at: clock.now(), attempt: context.attempt, sha256: sha256(text) });
  return { plan, path, folder: dirname(path), stamp };
}

function manifestOf(
  { release, target, commit, digests, rules, ...plan }: Plan,
  approvers: readonly string[],
  { runUrl, triggeringActor: startedBy }: RunContext,
): Manifest {
  const because = whyNoRollback(plan);
  const noRollback = because === undefined ? {} : { noRollback: because };
  const schema = "prism-rollout/manifest@1";
  const gates = rules.declared;
  return {
    schema,
    release,
    target,
    commit,
    runUrl,
    artifact: null,
    digests,
    gates,
    approvers,
    startedBy,
    ...noRollback,
  };
}
