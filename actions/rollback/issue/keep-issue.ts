import { plain } from "../../../kit/action/markdown.ts";
import type { Runtime } from "../../../kit/action/runtime.ts";
import { UserError } from "../../../kit/errors/user-error.ts";
import { endingAfter } from "../../../kit/ports/ending-after.ts";
import type { GitHub } from "../../../kit/ports/github.ts";
import type { Known } from "../learn.ts";
import type { Ended } from "../report-rollback.ts";
import { secretsOf } from "../secrets-of.ts";
import type { RollbackInputs } from "../spec.ts";
import { comment, createIssue, findIssue, updateIssue } from "./forge-issues.ts";
import { type Told, issueMarker, releaseMarker, textOf, titleOf } from "./text.ts";
import { type Moment as Happened, timelineOf } from "./timeline.ts";

/** The job of a release that has ended waits no longer for an issue. */
const patience = 60_000;

/**
 * One issue a target: opened by a rollback, added to and opened again by the next one, closed by a release that went
 * well. Safe to run twice. What GitHub refuses, or does not answer in time, is a warning: everything else is done by
 * now.
 */
export async function keepIssue(
  inputs: RollbackInputs,
  ended: Ended,
  next: string,
  world: Runtime,
  deadline = patience,
): Promise<void> {
  const { known, outcome, goesOn, end, rows, moments = [] } = ended;
  const { target, release, commit } = known;
  if (!inputs.issue || known.github === undefined || inputs.githubToken === undefined) return;
  if (goesOn !== undefined) return;
  const limit = endingAfter(deadline);
  try {
    const github = await world.github(inputs.githubToken, limit);
    if (outcome === "released") return await closeIssue(github, known, world);
    if (outcome !== "rolled-back" && outcome !== "partly-rolled-back") return;
    const told: Told = {
      target,
      release,
      commit,
      outcome,
      because: end.decision.because,
      next,
      runUrl: world.context.runUrl,
      rows,
      timeline: withMoments(await timelineOf(github, target, release), moments),
      now: `${new Date(world.clock.now()).toISOString().slice(0, 19)}Z`,
    };
    await openIssue(github, told, textOf(told, secretsOf(inputs)));
  } catch (error) {
    const isLate = limit.aborted && !world.signal.aborted;
    if (!(error instanceof UserError) && !isLate) throw error;
    const why = error instanceof UserError ? error.message : `GitHub took longer than ${deadline / 1000} s.`;
    world.log.warn(
      `The issue about ${target} could not be kept: ${why} Give this job \`issues: write\`, or say \`issue: false\`.`,
    );
  }
}

/** What happened, and when the rollback knew of it, in the order of their times. */
function withMoments(
  happened: readonly Happened[],
  moments: NonNullable<Ended["moments"]>,
): readonly Happened[] {
  const own = moments.flatMap(({ moment, at }) =>
    at === null ? [] : [{ at: `${at.slice(0, 19)}Z`, what: `rollback ${moment}` }],
  );
  return [...happened, ...own].sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
}

async function openIssue(github: GitHub, told: Told, text: string): Promise<void> {
  const marker = issueMarker(told.target);
  const own = releaseMarker(told.release);
  const known = await findIssue(github, marker);
  if (known === undefined) return await createIssue(github, titleOf(told), `${marker}\n${text}`);
  if (known.body.includes(own)) await updateIssue(github, known.number, { body: `${marker}\n${text}` });
  else await comment(github, known.number, own, text);
  if (!known.isOpen) await updateIssue(github, known.number, { state: "open" });
}

async function closeIssue(
  github: GitHub,
  { target, release, commit }: Known,
  { context }: Runtime,
): Promise<void> {
  const known = await findIssue(github, issueMarker(target));
  if (known === undefined || !known.isOpen) return;
  const marker = releaseMarker(release, "released");
  const says = `**${plain(release)}** (commit ${commit.slice(0, 12)}) is released, so ${plain(target)} goes on: [the run](${context.runUrl}).`;
  await comment(github, known.number, marker, `${marker}\n${says}\n`);
  await updateIssue(github, known.number, { state: "closed", state_reason: "completed" });
}
