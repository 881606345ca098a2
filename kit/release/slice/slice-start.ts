import type { Runtime } from "../../action/runtime.ts";
import { UserError } from "../../errors/user-error.ts";
import type { GitHub } from "../../ports/github.ts";
import { isPerson, isSameLogin } from "../environments/people.ts";
import { type Gates } from "../gates/gates.ts";
import { releasesOf } from "../record/history.ts";
import { type GatedPhase, gatedPhases } from "../phases.ts";
import { setStatus } from "../record/record.ts";
import { runOf } from "../run/run-artifacts.ts";

/** What the plan has found of a gate that a person lets pass by starting the slice behind it. */
export const startedByApprover = "approvers";

/** The gate that the start of a slice stands for: the first of those declared in it. Each one after needs a slice of its own. */
export function gateOfStart(slice: readonly string[], gates: Gates): GatedPhase | undefined {
  return gatedPhases.find((phase) => slice.includes(phase) && gates[phase] === "reviewers");
}

/** Which release is gone on with, and who may let it. */
export interface Start {
  readonly target: string;
  readonly release: string;
  readonly approvers: readonly string[];
}

/**
 * Who lets a slice pass its first gate by having started it: one of the approvers, a person, and not who began the run
 * before. GitHub's `triggering_actor` counts, which for a re-run is whoever pressed the button.
 * @throws {UserError} PR217: nothing was changed.
 */
export async function starterOf(
  github: GitHub,
  { target, release, approvers }: Start,
  { context }: Pick<Runtime, "context">,
): Promise<string> {
  const login = context.triggeringActor;
  if (!isPerson(login))
    throw refused(
      `${login === "" ? "nobody that is known" : `${login}, which is no person,`} began it`,
      approvers,
    );
  if (!approvers.some((one) => isSameLogin(one, login)))
    throw refused(`${login}, who began it, is none of them`, approvers);
  const before = await beginnerBefore(github, target, release, context.runId);
  if (before === undefined)
    throw refused(
      "who began the run before it is not known, or there was none: nobody has looked at a plan",
      approvers,
    );
  if (isSameLogin(before, login)) throw refused(`${login} began the run before it as well`, approvers);
  return `${login} (started this slice)`;
}

function refused(why: string, approvers: readonly string[]): UserError {
  return new UserError(
    "PR217",
    `This slice may pass its gate only by one of ${approvers.join(", ")}, who did not begin the run before; ${why}. Nothing was changed.`,
    "Ask one of them to start it, or to re-run it: from-phase of the same commit. A first run with through-phase: plan only plans.",
  );
}

const note = /^begun by (\S+) in run (\d+)$/;

/** Notes who goes on with a release, for those who come after. */
export async function noteStart(
  github: GitHub,
  { target, release }: Pick<Start, "target" | "release">,
  { context }: Pick<Runtime, "context">,
): Promise<void> {
  const own = (await releasesOf(github, target, release)).find(
    ({ manifest }) => manifest.release === release,
  );
  if (own === undefined) return;
  await setStatus(
    github,
    own.id,
    "in_progress",
    `begun by ${context.triggeringActor} in run ${context.runId}`,
  );
}

/** Who began the last run before this one that worked on the release. */
async function beginnerBefore(
  github: GitHub,
  target: string,
  release: string,
  runId: string,
): Promise<string | undefined> {
  const own = (await releasesOf(github, target, release)).find(
    ({ manifest }) => manifest.release === release,
  );
  if (own === undefined) return undefined;
  for (const { description } of await own.statuses()) {
    const [, login, run] = note.exec(description) ?? [];
    if (login !== undefined && run !== runId) return login;
  }
  return runOf(release) === runId ? undefined : own.manifest.startedBy;
}
