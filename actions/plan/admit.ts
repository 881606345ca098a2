import type { Runtime } from "../../kit/action/runtime.ts";
import type { InputsOf } from "../../kit/action/spec.ts";
import type { GitHub } from "../../kit/ports/github.ts";
import { refuseHalted, resume } from "../../kit/release/standing/halt.ts";
import { changesOf } from "../../kit/release/record/history.ts";
import type { Plan } from "../../kit/release/plan/plan.ts";
import { refuseRolledBack } from "../../kit/release/standing/rolled-back.ts";
import { noteStart, startedByApprover, starterOf } from "../../kit/release/slice/slice-start.ts";
import { refuseSuperseded } from "../../kit/release/standing/superseded.ts";
import { nameOf } from "./name-of.ts";
import { openReleases, sayOpen } from "./open-releases.ts";
import { judgePromotion } from "./promotion/promotion.ts";
import type { spec } from "./spec.ts";
import { supersede } from "./supersede.ts";

type Inputs = InputsOf<typeof spec>;

/**
 * Whether this commit may be released to the target at all; gives what was found, a line each. Without a token nobody
 * can tell, and no record is kept either.
 * @throws {UserError} PR207, PR215 or PR216: nothing was changed.
 */
export async function admit(inputs: Inputs, target: string, world: Runtime): Promise<readonly string[]> {
  if (inputs.githubToken === undefined) return [];
  const github = await world.github(inputs.githubToken);
  const { sha, attempt } = world.context;
  // What was held, and is run again, is asked for at its gates again.
  const own = attempt > 1 ? await nameOf(inputs, target, world) : undefined;
  const [judged] = await Promise.all([
    judgePromotion(github, { ...inputs, target }, world),
    inputs.resume === undefined ? refuseHalted(github, target, sha, own) : undefined,
  ]);
  return judged;
}

/**
 * The last step before the record of a release with work is opened: an ended release is not planned again, whoever
 * waits is told of or has to yield, and halts are lifted where a person says why. Gives what was done, a line each.
 * @throws {UserError} PR204, PR205, PR207 or PR217.
 */
export async function clearTheWay(
  inputs: Inputs,
  { target, release, parts, gates }: Pick<Plan, "target" | "release" | "parts" | "gates">,
  world: Runtime,
): Promise<readonly string[]> {
  const goesOn = inputs.fromPhase !== undefined;
  if (inputs.githubToken === undefined) return [];
  const github = await world.github(inputs.githubToken);
  const isAgain = world.context.attempt > 1;
  if (!goesOn && parts.every(({ work }) => work === "none")) {
    // Nothing will end this release anew, and so nothing lifts the halt of its own.
    if (isAgain && inputs.resume === undefined) await refuseHalted(github, target, world.context.sha);
    return [];
  }
  // The first attempt of a run begins a release; any other goes on with one that may have ended.
  if (isAgain || goesOn) await refuseEnded(github, target, release);
  const byStart = gates.find(({ found }) => found.includes(startedByApprover));
  // Those that the live release's rules admit, too: nobody lets himself in.
  const start = { target, release, approvers: byStart?.reviewers ?? [] };
  const approved = byStart ? [`approved by ${await starterOf(github, start, world)}`] : [];
  const open = await openReleases(github, target, release);
  // A run that only plans takes the target from nobody.
  const takes = inputs.supersede && inputs.throughPhase !== "plan";
  const yielded = takes
    ? await supersede(github, await cancelling(inputs, github, world), { target, release, open }, world)
    : open.map(sayOpen);
  if (goesOn) await noteStart(github, start, world);
  return [...approved, ...yielded, ...(await lifted(inputs, target, github, world))];
}

async function refuseEnded(github: GitHub, target: string, release: string): Promise<void> {
  refuseRolledBack(release, await changesOf(github, target, release));
  await refuseSuperseded(github, target, release);
}

async function cancelling(
  { cancelToken }: Inputs,
  github: GitHub,
  world: Pick<Runtime, "github">,
): Promise<GitHub> {
  return cancelToken === undefined ? github : await world.github(cancelToken);
}

async function lifted(
  { resume: reason }: Inputs,
  target: string,
  github: GitHub,
  { context }: Pick<Runtime, "context">,
): Promise<readonly string[]> {
  if (reason === undefined) return [];
  const actor = context.triggeringActor || context.actor;
  const halts = await resume(github, target, { actor }, reason);
  if (halts.length === 0) return [`${target} was not halted`];
  return halts.map(({ release }) => `resumed by ${actor} after ${release}: ${reason}`);
}
