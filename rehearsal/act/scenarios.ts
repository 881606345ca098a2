import type { Outcome } from "../outcome.ts";
import type { BreakablePhase } from "../release/break-phase.ts";

/** A release that both engines play: what is broken for real before it, and which form of the chain. */
export interface Scenario {
  readonly name: string;
  /** As `rollback` must say it in both, so that they do not agree on another scenario; empty where it is not asked. */
  readonly outcome: Outcome | "";
  readonly fail: readonly BreakablePhase[];
  /** The caller, relative to the suite's folder. */
  readonly caller: string;
}

function chain(name: string, outcome: Scenario["outcome"], ...fail: readonly BreakablePhase[]): Scenario {
  return { name, outcome, fail, caller: "examples/workflows/merge-to-main.yml" };
}

function oneJob(name: string, outcome: Scenario["outcome"], ...fail: readonly BreakablePhase[]): Scenario {
  return { name, outcome, fail, caller: "examples/workflows/one-job.yml" };
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

/** What act does not know, so that no scenario of it can be compared: one sentence each. */
export const notPlayed: readonly string[] = [
  "gates: act ignores environments, so every review is there already, and each job has the secrets of all",
  "cancel, timeout, a lost runner: for act a job succeeds, fails or is skipped, and nothing else",
  "continue-on-error of a job: act would skip what needs it (prepare fails nothing of itself, so none is met)",
  "concurrency groups, a second attempt, limits and masks of outputs",
];
