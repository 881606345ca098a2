import { join } from "node:path";
import type { Runtime } from "../action/runtime.ts";
import { UserError } from "../errors/user-error.ts";
import type { GitHub } from "../ports/github.ts";
import { approvers } from "./gates/approvals.ts";
import { isSameLogin } from "./environments/people.ts";
import type { Gates } from "./gates/gates.ts";
import { type RecordedChange, changesOf } from "./record/history.ts";
import { refuseHalted } from "./standing/halt.ts";
import { releaseId } from "./ids.ts";
import { type Journal, type JournalOf, openJournal } from "./record/journal.ts";
import { receiptsFile } from "./record/keep-receipts.ts";
import { takeLease } from "./standing/lease.ts";
import { localRecord } from "./record/local-record.ts";
import { type GateAtDoor, gateAtDoor } from "./gates/gate-at-door.ts";
import type { PhaseName } from "./phases.ts";
import { type PlanPart, partDigest } from "./plan/plan.ts";
import { refuseOldPlan } from "./plan/plan-stamp.ts";
import { approvedPlan, refuseOtherPlan } from "./plan/planned.ts";
import { type ReleaseRecord, githubRecord } from "./record/record.ts";
import { refuseRolledBack } from "./standing/rolled-back.ts";
import { starterOf } from "./slice/slice-start.ts";
import { refuseSuperseded } from "./standing/superseded.ts";
import type { Verdict } from "./verdict.ts";

export interface PhaseInputs {
  readonly target: string | undefined;
  readonly release: string | undefined;
  readonly plan: string | undefined;
  readonly planDigest: string | undefined;
  readonly planStamp: string | undefined;
  readonly planMaxAge: number;
  readonly environment: string | undefined;
  readonly githubToken: string | undefined;
  readonly gates: Gates;
  readonly allowBypass?: boolean;
  readonly approvers?: readonly string[];
}

type World = Pick<Runtime, "clock" | "log" | "github" | "context" | "temp" | "root" | "emit">;

/** What a phase holds once it may change something. */
export interface Entered {
  readonly release: string;
  readonly journal: Journal;
  readonly record: ReleaseRecord;
}

/**
 * The door between looking and changing: compares what would be done now with what was approved, reads who
 * approved, asks once more whether the stack is `healthy`, takes the lease, opens the journal. A phase without
 * a gate asks nobody. With no work it gives undefined, and nothing was asked.
 * @throws {UserError} PR202 to PR208, PR210, PR211, PR217: nothing was changed.
 */
export async function enterPhase(
  world: World,
  phase: PhaseName,
  inputs: PhaseInputs,
  part: PlanPart,
  healthy?: () => Promise<Verdict>,
): Promise<Entered | undefined> {
  const { context, log } = world;
  const target = inputs.target ?? "default";
  await refuseOtherPlan(world, inputs, part);
  world.emit({ work: part.work, digest: partDigest(part) });
  if (part.work === "none") return undefined;
  if (inputs.planDigest === undefined) {
    log.notice(
      `No approved plan was given: ${phase} stands alone, has planned itself, and applies what it planned.`,
    );
  }
  const plan = await approvedPlan(world, inputs);
  // An id that was lost on the way must not begin another release, of which nobody knows.
  const release =
    inputs.release ?? plan?.release ?? releaseId(target, world.clock.now(), context.sha, context.runId);
  const github = inputs.githubToken === undefined ? undefined : await world.github(inputs.githubToken);
  if (!github)
    log.notice("No github-token: the record of this phase stays in this job's temp folder and outputs.");
  const changes = github ? await changesOf(github, target, release) : [];
  const gate = gateAtDoor(inputs, plan, phase);
  const planMaxAge = goesOn(gate, changes) ? Infinity : inputs.planMaxAge;
  if (inputs.planDigest !== undefined) refuseOldPlan(world.clock, { ...inputs, planMaxAge });
  const approvedBy = await whoApproved(github, world, phase, { ...inputs, gate, release, target });
  refuseIll(phase, await healthy?.());
  if (github) await takeTarget(github, world, { target, release }, changes);
  return await openPhase(github, world, { target, release, phase, approvedBy });
}

/** @throws {UserError} PR204, PR205 or PR207: another release has the target, or this one may not go on. */
async function takeTarget(
  github: GitHub,
  { context }: World,
  { target, release }: { readonly target: string; readonly release: string },
  changes: readonly RecordedChange[],
): Promise<void> {
  refuseRolledBack(release, changes);
  const refused = await Promise.allSettled([
    refuseSuperseded(github, target, release),
    // While this one waited, the release before it may have ended badly; plan could not know.
    refuseHalted(github, target, context.sha, release),
  ]);
  for (const one of refused) if (one.status === "rejected") throw one.reason;
  const { runId, runUrl } = context;
  await takeLease(github, context, target, { schema: "prism-rollout/lease@1", release, runId, runUrl });
}

interface Opened {
  readonly target: string;
  readonly release: string;
  readonly phase: PhaseName;
  readonly approvedBy: readonly string[];
}

async function openPhase(
  github: GitHub | undefined,
  world: World,
  { target, ...of }: Opened,
): Promise<Entered> {
  const { context, log } = world;
  const folder = join(world.temp, "prism-rollout", of.phase);
  const record = github ? githubRecord(github, target, context.sha) : localRecord(folder);
  if (context.attempt > 1) await record.reopen(of.release);
  const onChange = keeping(world, folder);
  const journal = await openJournal(record, { ...of, attempt: context.attempt, onChange, log });
  return { release: of.release, journal, record };
}

/** What follows on a phase that was approved in time, with no gate of its own between: half a release helps nobody. */
function goesOn({ declared }: GateAtDoor, changes: readonly RecordedChange[]): boolean {
  return declared === "none" && changes.length > 0;
}

/** Much can happen while a gate waits. */
function refuseIll(phase: PhaseName, health: Verdict | undefined): void {
  if (health === undefined || health.verdict === "pass") return;
  throw new UserError(
    "PR208",
    `The stack is not healthy, so ${phase} did not begin: ${health.reason} Nothing was changed.`,
    `${health.next} A release that mends an outage says require-healthy: false.`,
  );
}

type Approving = Pick<PhaseInputs, "environment" | "approvers"> & {
  readonly gate: GateAtDoor;
  readonly release: string;
  readonly target: string;
};

async function whoApproved(
  github: GitHub | undefined,
  world: World,
  phase: PhaseName,
  { environment, gate, approvers: logins = [], release, target }: Approving,
): Promise<readonly string[]> {
  if (github && gate.declared === "reviewers" && gate.bySlice)
    return [await starterOf(github, { target, release, approvers: both(logins, gate.reviewers) }, world)];
  if (github && environment !== undefined) return await approvers(github, world, environment, gate);
  if (gate.declared !== "reviewers") return [];
  throw new UserError(
    "PR203",
    `Reviewers are declared for ${phase}, but who approved cannot be read. Nothing was changed.`,
    "Pass `github-token` and `environment` to this action.",
  );
}

/** Who is among the approvers here and in the plan, which knows the rules of the live release. */
function both(here: readonly string[], planned: readonly string[]): readonly string[] {
  return here.filter((one) => planned.some((other) => isSameLogin(one, other)));
}

/** Keeps the receipts where the workflow uploads them from, and what fits as an output. */
function keeping(world: World, folder: string): JournalOf["onChange"] {
  const write = receiptsFile(join(folder, "receipts.json"));
  let started = false;
  return async (receipts, changed) => {
    const said = await write(receipts, changed);
    if (!started) world.emit({ started: "true" });
    started = true;
    if (Buffer.byteLength(said) <= 8192) world.emit({ receipt: said });
  };
}
