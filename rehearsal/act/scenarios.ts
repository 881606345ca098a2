import type { BreakablePhase } from "../release/break-phase.ts";

/** A release that both engines play: what is broken for real before it, and which form of the chain. */
export interface Scenario {
  readonly name: string;
  readonly fail: readonly BreakablePhase[];
  /** The caller, relative to the suite's folder. */
  readonly caller: string;
}

function chain(name: string, ...fail: readonly BreakablePhase[]): Scenario {
  return { name, fail, caller: "examples/workflows/merge-to-main.yml" };
}

function oneJob(name: string, ...fail: readonly BreakablePhase[]): Scenario {
  return { name, fail, caller: "examples/workflows/one-job.yml" };
}

/** The healthy path and a failure in each phase; the chain in one job twice. */
export const scenarios: readonly Scenario[] = [
  chain("healthy"),
  chain("build", "build"),
  chain("plan", "plan"),
  chain("migrate", "migrate"),
  chain("deploy-functions", "deploy-functions"),
  chain("deploy-web", "deploy-web"),
  chain("purge-cdn", "purge-cdn"),
  chain("smoke", "smoke"),
  chain("commands", "commands"),
  chain("observe", "observe"),
  chain("rollback", "smoke", "rollback"),
  oneJob("one-job"),
  oneJob("one-job-smoke", "smoke"),
];

/** What act does not know, so that no scenario of it can be compared: one sentence each. */
export const notPlayed: readonly string[] = [
  "gates: act ignores environments, so every review is there already, and each job has the secrets of all",
  "cancel, timeout, a lost runner: for act a job succeeds, fails or is skipped, and nothing else",
  "continue-on-error of a job: act would skip what needs it (prepare fails nothing of itself, so none is met)",
  "concurrency groups, a second attempt, limits and masks of outputs",
];
