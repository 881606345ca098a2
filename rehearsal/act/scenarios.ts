import type { Outcome } from "../outcome.ts";
import type { BreakablePhase } from "../release/break-phase.ts";
import type { Skipped } from "../world/skipped.ts";

/** A release that both engines play: what is broken for real before it, and which form of the chain. */
export interface Scenario {
  readonly name: string;
  /** As `rollback` must say it in both, so that they do not agree on another scenario; empty where it is not asked. */
  readonly outcome: Outcome | "";
  readonly fail: readonly BreakablePhase[];
  /** The caller, relative to the suite's folder. */
  readonly caller: string;
  /** The same release as `npm run rehearse` is asked for it, and as a row of `npm run outcomes` plays it. */
  readonly flags: string;
  /** What of the app's own is left out under both engines: what its commands say is compared where all goes well. */
  readonly skip: Skipped | undefined;
}

function chain(name: string, outcome: Scenario["outcome"], ...fail: readonly BreakablePhase[]): Scenario {
  return { name, outcome, caller: "examples/workflows/merge-to-main.yml", ...broken(fail, []) };
}

function oneJob(name: string, outcome: Scenario["outcome"], ...fail: readonly BreakablePhase[]): Scenario {
  return { name, outcome, caller: "examples/workflows/one-job.yml", ...broken(fail, ["--one-job"]) };
}

function broken(
  fail: readonly BreakablePhase[],
  form: readonly string[],
): Pick<Scenario, "fail" | "flags" | "skip"> {
  const flags = [...form, ...(fail.length === 0 ? [] : [`--fail ${fail.join(",")}`])].join(" ");
  return { fail, flags, skip: fail.length === 0 || fail.includes("commands") ? undefined : "commands" };
}

/** The healthy path and a failure in each phase; the chain in one job twice. */
export const scenarios: readonly Scenario[] = [
  chain("healthy", "released"),
  chain("build", "", "build"),
  chain("plan", "", "plan"),
  chain("migrate", "held", "migrate"),
  chain("deploy-functions", "rolled-back", "deploy-functions"),
  chain("deploy-web", "rolled-back", "deploy-web"),
  chain("purge-cdn", "held", "purge-cdn"),
  chain("smoke", "rolled-back", "smoke"),
  chain("commands", "held", "commands"),
  chain("observe", "rolled-back", "observe"),
  chain("rollback", "partly-rolled-back", "smoke", "rollback"),
  oneJob("one-job", "released"),
  oneJob("one-job-smoke", "rolled-back", "smoke"),
];

/** How many of the scenarios in which something fails are played of a sample. */
const sampled = 4;

/**
 * What is played where each landing waits for it: whatever is healthy, and a few of those in which something fails, others
 * from day to day; of the same list each has had its turn within three days. `day` counts from 1970.
 */
export function sampleOf(all: readonly Scenario[], day: number): readonly Scenario[] {
  const failing = all.filter(({ fail }) => fail.length > 0);
  const turn = Array.from(
    { length: sampled },
    (_, at) => failing[(day * sampled + at) % Math.max(1, failing.length)],
  );
  return all.filter((one) => one.fail.length === 0 || turn.includes(one));
}

/** What act does not know, so that no scenario of it can be compared: one sentence each. */
export const notPlayed: readonly string[] = [
  "gates: act ignores environments, so every review is there already, and each job has the secrets of all",
  "cancel, timeout, a lost runner: for act a job succeeds, fails or is skipped, and nothing else",
  "continue-on-error of a job: act would skip what needs it (prepare fails nothing of itself, so none is met)",
  "concurrency groups, a second attempt, limits and masks of outputs",
];
