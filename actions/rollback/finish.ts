import type { Runtime } from "../../kit/action/runtime.ts";
import { UserError, describe } from "../../kit/errors/user-error.ts";
import { type Halt, halt, resume } from "../../kit/release/halt.ts";
import { releaseLease } from "../../kit/release/lease.ts";
import { githubRecord } from "../../kit/release/record.ts";
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

/** Whether the target takes no release with this commit any more. One that had to yield says nothing of its commit. */
export function isHalting(outcome: Outcome, { supersededBy }: Pick<Known, "supersededBy">): boolean {
  return closings[outcome].halts && !(outcome === "held" && supersededBy !== undefined);
}

/**
 * Closes the release in the record, halts the target where a person must look first, and gives the lease back.
 * Without an outcome the release stays as it is, and only the lease is given back. What GitHub refuses is returned, a sentence each: by now everything else is done.
 */
export async function finish(
  known: Known,
  holder: string,
  outcome: Outcome | undefined,
  because: string,
  world: Pick<Runtime, "clock">,
): Promise<readonly string[]> {
  const { github, target, release, commit } = known;
  if (github === undefined) return [];
  const ending = outcome && closings[outcome];
  const steps = [
    async () => {
      if (outcome === undefined || !isHalting(outcome, known)) return;
      for (const why of haltsOf(known, because, world)) await halt(github, target, why);
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
    () => releaseLease(github, target, holder),
  ];
  const problems: string[] = [];
  for (const step of steps) {
    try {
      await step();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(`${describe(error)} ${error.fix}`);
    }
  }
  return problems;
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
