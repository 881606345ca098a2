import type { Done, Runtime } from "../../kit/action/runtime.ts";
import { UserError } from "../../kit/errors/user-error.ts";
import { type Returned, checkReturned } from "../../kit/parts/checks/check-returned.ts";
import { resume } from "../../kit/release/standing/halt.ts";
import { type PhaseName, isPhase } from "../../kit/release/phases.ts";
import { nextAfter } from "../../kit/release/slice/slice.ts";
import { beginWatch } from "./begin-watch.ts";
import { type End, decideEnd, holdsPerson } from "./decide-end.ts";
import { dryRun } from "./dry-run.ts";
import { withPlan } from "./downloaded-plans.ts";
import { type Finished, type Outcome, finish } from "./finish.ts";
import { keepEvidence } from "./keep-evidence.ts";
import { keepIssue } from "./issue/keep-issue.ts";
import { learn } from "./learn.ts";
import { type WentBack, goBack } from "./go-back.ts";
import { holderOf, isByPerson } from "./open-journal.ts";
import { type Parts, findParts } from "./parts.ts";
import { refuseBlindly, refuseBreaking, refuseForChain, refuseWithoutReason } from "./refuse.ts";
import { type Closing, type Ended, reportDryRun, reportEnd, reportResumed } from "./report-rollback.ts";
import { type Row, extentOf, isBack } from "./rows.ts";
import type { RollbackInputs, spec } from "./spec.ts";
import { tellEnd } from "./tell.ts";
import { type Times, detectedAt, momentsOf } from "./times.ts";

/** Learn what the release changed, decide how it ends, bring back what is due, close the record. */
export async function rollback(inputs: RollbackInputs, world: Runtime): Promise<Done<typeof spec>> {
  if (inputs.resume !== undefined) return await resumeTarget(inputs, inputs.resume, world);
  const began = world.clock.now();
  refuseWithoutReason(inputs);
  refuseForChain(inputs);
  const watch = inputs.watch ? await beginWatch(inputs, world) : undefined;
  if (watch && "nothing" in watch) return { outputs: { release: inputs.release }, report: watch.nothing };
  const learned = await learn(inputs, world);
  const parts = await findParts(inputs, learned, world);
  const known = await withPlan(inputs, { ...learned, release: parts.release ?? learned.release }, world);
  if (isByPerson(inputs)) {
    refuseBreaking(known);
    refuseBlindly(known);
  }
  if (inputs.dryRun) {
    const held = isByPerson(inputs) ? holdsPerson(known) : undefined;
    const report = reportDryRun(known, await dryRun(inputs, parts, known, world), held);
    return { outputs: { release: known.release }, report };
  }
  const end = await decideEnd(inputs, known, parts, world);
  world.log.info(`${end.decision.do}: ${end.decision.because}.`);
  const times = { detected: detectedAt(end, began), decided: world.clock.now() };
  return await carryOut(inputs, { known, parts, end, times, looks: watch?.looks ?? [] }, world);
}

interface Decided extends Pick<Ended, "known" | "end" | "looks"> {
  readonly parts: Parts;
  readonly times: Pick<Times, "detected" | "decided">;
}

/** Brings back what is due, closes the record, proves, keeps and tells how it ended. */
async function carryOut(
  inputs: RollbackInputs,
  { known, parts, end, times, looks }: Decided,
  world: Runtime,
): Promise<Done<typeof spec>> {
  const back = end.decision.do === "roll-back" ? await goBack(inputs, parts, known, world) : undefined;
  const rows = back?.rows ?? [];
  const goesOn = end.decision.do === "none" ? nextAfter(sliceOf(inputs)) : undefined;
  const outcome = goesOn === undefined ? outcomeOf(end, rows) : "watching";
  const closing = { known, outcome, rows, end, goesOn, looks };
  const finished = await close(inputs, closing, world);
  world.emit(outputsOf(closing));
  const endedWith = (returned: Returned | undefined): Ended => ({
    ...closing,
    returned,
    moments: back && momentsOf(timesOf(times, back, returned, world)),
  });
  const isBackNow = outcome === "rolled-back";
  // Suites may take longer than this action may: what is known by now is kept before.
  if (isBackNow) await keepEvidence(inputs, endedWith(undefined), world);
  const ended = endedWith(
    isBackNow ? await world.log.group("Suites on what is back", () => checkReturned(world)) : undefined,
  );
  const kept = await keepEvidence(inputs, ended, world);
  const report = reportEnd(ended, finished, kept);
  const outputs = outputsOf(ended);
  // Said before anybody is told: whoever is slow to listen changes nothing of how the release ended.
  world.emit(outputs);
  // Whoever was told that it is watched waits for the end of that.
  if (outcome !== "watching" || !inputs.watch) await tellEnd(inputs, ended, report, world);
  await keepIssue(inputs, ended, report.next, world);
  return { outputs, report };
}

function timesOf(
  times: Pick<Times, "detected" | "decided">,
  { reverted, isWell }: WentBack,
  returned: Returned | undefined,
  { clock }: Pick<Runtime, "clock">,
): Times {
  const isSeen = isWell && (returned?.outcome === "passed" || returned?.outcome === "unasked");
  return { ...times, reverted, verified: isSeen ? clock.now() : null };
}

function outcomeOf({ decision }: End, rows: readonly Row[]): Outcome {
  if (decision.do === "roll-back") return rows.every(isBack) ? "rolled-back" : "partly-rolled-back";
  return outcomes[decision.do];
}

const outcomes = { none: "released", watch: "watching", stop: "stopped", hold: "held" } as const;

/**
 * A person's rollback that undid nothing says nothing of the release, nor does a look at one that was back before; a
 * slice leaves it open for the next one.
 */
async function close(inputs: RollbackInputs, ended: Closing, world: Runtime): Promise<Finished> {
  const { known, end, outcome, goesOn, rows } = ended;
  const holder = holderOf(known, isByPerson(inputs), world);
  const isUndone = end.decision.do === "roll-back" && !(known.again && extentOf(rows) === "nothing");
  const isOpen = goesOn !== undefined || (isByPerson(inputs) && !isUndone) || isSaid(ended);
  return await finish(known, holder, isOpen ? undefined : outcome, end.decision, world);
}

/** A look that saw nothing new leaves the record as it is: there may be hundreds of them. */
function isSaid({ outcome, end, looks }: Closing): boolean {
  const last = looks.at(-1)?.description;
  if (outcome !== "watching" || last === undefined) return false;
  return end.decision.unsaid === true || last === `watching: ${end.decision.because}`;
}

function outputsOf({
  known,
  outcome,
  end,
  rows,
  moments,
}: Closing & Partial<Ended>): Done<typeof spec>["outputs"] {
  const components = rows.map(({ name, outcome: came }) => ({ component: name, outcome: came }));
  return {
    outcome,
    because: end.decision.because,
    components: JSON.stringify(components),
    ...(moments === undefined ? {} : { extent: extentOf(rows), timeline: JSON.stringify(moments) }),
    release: known.release,
  };
}

function sliceOf({ slice }: RollbackInputs): readonly PhaseName[] {
  return slice.filter(isPhase);
}

async function resumeTarget(
  { target = "default", githubToken }: RollbackInputs,
  reason: string,
  world: Runtime,
): Promise<Done<typeof spec>> {
  if (githubToken === undefined) {
    const fix = "Pass `github-token` with `deployments: write`.";
    throw new UserError("PR104", "resume needs `github-token`: the halt is in the record.", fix);
  }
  const lifted = await resume(await world.github(githubToken), target, world.context, reason);
  return { outputs: {}, report: reportResumed(target, lifted, world.context.actor, reason) };
}
