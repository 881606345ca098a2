import type { Done, Runtime } from "../../kit/action/runtime.ts";
import { UserError } from "../../kit/errors/user-error.ts";
import { resume } from "../../kit/release/halt.ts";
import { type PhaseName, isPhase } from "../../kit/release/phases.ts";
import { nextAfter } from "../../kit/release/slice.ts";
import { type End, decideEnd } from "./decide-end.ts";
import { type Outcome, finish } from "./finish.ts";
import { keepEvidence } from "./keep-evidence.ts";
import { keepIssue } from "./issue/keep-issue.ts";
import { type Known, learn } from "./learn.ts";
import { holderOf, takeTurn } from "./open-journal.ts";
import { type Parts, findParts } from "./parts.ts";
import { readiness } from "./readiness.ts";
import { type Ended, reportDryRun, reportEnd, reportResumed } from "./report-rollback.ts";
import type { Row } from "./rows.ts";
import type { RollbackInputs, spec } from "./spec.ts";
import { tellEnd } from "./tell.ts";
import { isBack, undo } from "./undo.ts";

/** Learn what the release changed, decide how it ends, bring back what is due, close the record. */
export async function rollback(inputs: RollbackInputs, world: Runtime): Promise<Done<typeof spec>> {
  if (inputs.resume !== undefined) return await resumeTarget(inputs, inputs.resume, world);
  refuseWithoutReason(inputs);
  refuseForChain(inputs);
  const learned = await learn(inputs, world);
  const parts = await findParts(inputs, learned, world);
  const known = { ...learned, release: parts.release ?? learned.release };
  if (isByPerson(inputs)) refuseBreaking(known);
  if (inputs.dryRun) {
    const report = reportDryRun(known, await readiness(parts, known, world));
    return { outputs: { release: known.release }, report };
  }
  const end = await decideEnd(inputs, known, parts, world);
  world.log.info(`${end.decision.do}: ${end.decision.because}.`);
  const began = world.clock.now();
  const rows = end.decision.do === "roll-back" ? await goBack(inputs, parts, known, world) : [];
  const milliseconds = world.clock.now() - began;
  const goesOn = end.decision.do === "none" ? nextAfter(sliceOf(inputs)) : undefined;
  const outcome = goesOn === undefined ? outcomeOf(end, rows) : "watching";
  const ended = { known, outcome, rows, end, milliseconds, goesOn };
  const kept = await keepEvidence(inputs, ended, world);
  const report = reportEnd(ended, await close(inputs, ended, world), kept);
  const outputs = outputsOf(ended);
  // Said before anybody is told: whoever is slow to listen changes nothing of how the release ended.
  world.emit(outputs);
  await tellEnd(inputs, ended, report, world);
  await keepIssue(inputs, ended, report.next, world);
  return { outputs, report };
}

async function goBack(
  inputs: RollbackInputs,
  parts: Parts,
  known: Known,
  world: Runtime,
): Promise<readonly Row[]> {
  // Overwritten at the end: where another release holds the target, nothing is undone.
  world.emit({ outcome: "held" });
  const journal = await takeTurn(known, isByPerson(inputs), world);
  return await undo(parts, known, journal, world);
}

function outcomeOf({ decision }: End, rows: readonly Row[]): Outcome {
  if (decision.do === "roll-back") return rows.every(isBack) ? "rolled-back" : "partly-rolled-back";
  return outcomes[decision.do];
}

const outcomes = { none: "released", watch: "watching", stop: "stopped", hold: "held" } as const;

/** A person's rollback that undid nothing says nothing of the release; a slice leaves it open for the next one. */
async function close(inputs: RollbackInputs, ended: Ended, world: Runtime): Promise<readonly string[]> {
  const { known, end, outcome, goesOn } = ended;
  const holder = holderOf(known, isByPerson(inputs), world);
  const isOpen = goesOn !== undefined || (isByPerson(inputs) && end.decision.do !== "roll-back");
  return await finish(known, holder, isOpen ? undefined : outcome, end.decision.because, world);
}

function outputsOf({ known, outcome, end, rows }: Ended): Done<typeof spec>["outputs"] {
  const components = rows.map(({ name, outcome: came }) => ({ component: name, outcome: came }));
  return {
    outcome,
    because: end.decision.because,
    components: JSON.stringify(components),
    release: known.release,
  };
}

function isByPerson({ needs }: RollbackInputs): boolean {
  return needs === undefined;
}

function sliceOf({ slice }: RollbackInputs): readonly PhaseName[] {
  return slice.filter(isPhase);
}

/** @throws {UserError} PR102 when nobody says why. */
function refuseWithoutReason(inputs: RollbackInputs): void {
  if (!isByPerson(inputs) || inputs.dryRun || inputs.reason !== undefined) return;
  throw new UserError(
    "PR102",
    "with: reason: required where `needs` is not given: the record says why a person rolled back. Nothing was changed.",
    "Pass `reason: <why>`; in a workflow's chain pass `needs: ${{ toJSON(needs) }}` instead.",
  );
}

/** @throws {UserError} PR102 for `to` in a chain: its rollback brings back what was live before its own release. */
function refuseForChain({ to, needs }: RollbackInputs): void {
  if (to === undefined || needs === undefined) return;
  throw new UserError(
    "PR102",
    "with: to: is for a person who rolls back; beside `needs` it says nothing. Nothing was changed.",
    "Leave out `to` in a workflow's chain, or `needs` where a person has started the run.",
  );
}

/** @throws {UserError} PR473 naming the migration that no rollback passes. */
function refuseBreaking({ noRollback, changes, release, to }: Known): void {
  if (noRollback === undefined || changes?.length === 0) return;
  throw new UserError(
    "PR473",
    `${release} cannot be rolled back${to === undefined ? "" : ` to ${to}`}, because ${noRollback}: the code before it does not work on that schema. Nothing was changed.`,
    "Mend it on top: release a commit that works on the schema as it is now. The data that a migration took comes back from a backup alone.",
  );
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
