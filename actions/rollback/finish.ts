import type { Runtime } from "../../kit/action/runtime.ts";
import { UserError, withFix } from "../../kit/errors/user-error.ts";
import type { GitHub } from "../../kit/ports/github.ts";
import { type Decision, activated } from "../../kit/release/decision/decision.ts";
import { begunOf } from "../../kit/release/record/history.ts";
import { type Halt, halt, resume } from "../../kit/release/standing/halt.ts";
import { releaseLease } from "../../kit/release/standing/lease.ts";
import { githubRecord } from "../../kit/release/record/record.ts";
import { markSuperseded } from "../../kit/release/standing/superseded.ts";
import type { Known } from "./learn.ts";

/** How a release ended (DESIGN's words). */
export type Outcome = "released" | "watching" | "held" | "rolled-back" | "partly-rolled-back" | "stopped";

const closings = {
  released: { state: "success", said: "released", halts: false },
  watching: { state: "success", said: "watching", halts: false },
  stopped: { state: "inactive", said: "stopped", halts: false },
  held: { state: "failure", said: "held", halts: true },
  "rolled-back": { state: "inactive", said: "rolled back", halts: true },
  "partly-rolled-back": { state: "failure", said: "partly rolled back", halts: true },
} as const satisfies Readonly<Record<Outcome, object>>;

/**
 * Whether the target takes no release with this commit any more. One that had to yield says nothing of its commit, nor
 * does one of which nobody could tell.
 */
function isHalting(
  outcome: Outcome,
  { supersededBy }: Pick<Known, "supersededBy">,
  { unproven }: Pick<Decision, "unproven">,
): boolean {
  return (
    closings[outcome].halts && !(outcome === "held" && (supersededBy !== undefined || unproven === true))
  );
}

/** Why a release ends, and what that says of it besides. */
type Ending = Pick<Decision, "because" | "unproven">;

/** What came of telling the record. */
export interface Finished {
  /** Whether a halt that is due is in the record now, so that plan and phases refuse the commit; undefined where none is. */
  readonly halted: boolean | undefined;
  /** What GitHub refused, a sentence each: by now everything else is done. */
  readonly problems: readonly string[];
}

/**
 * Closes the release in the record, halts the target where a person must look first, and gives the lease back.
 * Without an outcome the release stays as it is, and only the lease is given back.
 */
export async function finish(
  known: Known,
  holder: string,
  outcome: Outcome | undefined,
  decision: Ending,
  world: Pick<Runtime, "clock">,
): Promise<Finished> {
  const { github, target, release, commit } = known;
  const { because, unproven } = decision;
  const halts = outcome !== undefined && isHalting(outcome, known, decision);
  let halted = halts ? false : undefined;
  if (github === undefined) return { halted, problems: [] };
  const closing = outcome && closings[outcome];
  // What nobody could prove is what is live all the same.
  const ending = closing && unproven === true ? { ...closing, state: "success" as const } : closing;
  const steps = [
    async () => {
      if (!halts) return;
      for (const why of haltsOf(known, because, world)) await halt(github, target, why);
      halted = true;
    },
    async () => {
      // A person ran it again after it was held, and now it is live.
      if (outcome === "released") await resume(github, target, { actor: release }, "released", release);
    },
    async () => {
      const record = githubRecord(github, target, commit);
      if (ending) await record.close(release, ending.state, `${ending.said}: ${because}`);
      // Until all is back, a second attempt must find them as they were.
      if (outcome === "rolled-back")
        for (const one of [...known.passed.map((passed) => passed.release), ...known.unmet])
          await record.close(one, "inactive", `${ending?.said}: ${because}`);
    },
    async () => {
      if (ending?.state !== "inactive" && outcome !== undefined) await endWatched(github, known);
    },
    () => releaseLease(github, target, holder),
  ];
  const problems = await problemsOf(steps);
  return { halted, problems };
}

/** Takes every step, also after one that was refused; what was refused, a sentence each. */
async function problemsOf(steps: readonly (() => Promise<unknown>)[]): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const step of steps) {
    try {
      await step();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(withFix(error));
    }
  }
  return problems;
}

/** A release that was watched until this one took its place has no verdict any more that could come. */
async function endWatched(github: GitHub, { watchedBefore, changes = [], release }: Known): Promise<void> {
  if (watchedBefore === undefined || activated(changes.map(begunOf)).length === 0) return;
  await markSuperseded(github, watchedBefore, "success", release);
}

/** A halt for each release that went, those that were passed included. */
function haltsOf(
  { release, commit, passed }: Known,
  reason: string,
  { clock }: Pick<Runtime, "clock">,
): readonly Halt[] {
  const at = new Date(clock.now()).toISOString();
  const schema = "prism-rollout/halt@1";
  return [{ release, commit }, ...passed].map((one) => ({
    schema,
    release: one.release,
    commit: one.commit,
    reason,
    at,
  }));
}
