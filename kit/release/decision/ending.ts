import type { Need } from "./needs.ts";
import { isSameEnvironment } from "../ids.ts";
import type { PhaseName } from "../phases.ts";

/** How a phase's job ended. `result` alone cannot tell: a rejected job has failed as well, and so has a lost one. */
export type Ending =
  /** Did its work, or had none. */
  | "passed"
  /** Its own verdict. */
  | "failed"
  | "errored"
  | "inconclusive"
  /** A quality command (test, lint, typecheck) failed; nothing was said about production. */
  | "commands-failed"
  /** Said pass, but the job failed in another step. */
  | "failed-elsewhere"
  | "rejected"
  | "expired"
  | "cancelled"
  /** The runner, or the time, was lost: it says nothing of itself. */
  | "lost"
  /** Never came to its turn. */
  | "unreached";

/** A job of the run as `GET /runs/{id}/jobs` gives it. `ran`: a runner took it. Times in ms since 1970. */
export interface JobFact {
  readonly name: string;
  /** In which attempt of the run it ran: one that is not run again stands, as does what it said. */
  readonly attempt: number;
  readonly conclusion: string | null;
  readonly ran: boolean;
  /** What the first of its steps that failed is called. */
  readonly failedStep?: string;
  readonly createdAt: number | null;
  readonly startedAt: number | null;
  readonly completedAt: number | null;
}

/** A review as `GET /runs/{id}/approvals` gives it. */
export interface ReviewFact {
  /** Who reviewed; an App, or somebody who is gone, has no login. */
  readonly by?: string;
  readonly state: string;
  readonly environments: readonly string[];
}

/** What is known of a run's jobs beside their results. */
export interface RunFacts {
  readonly attempt: number;
  readonly jobs: readonly JobFact[];
  readonly reviews: readonly ReviewFact[];
  /** The environment that gates a phase. */
  readonly environments: Readonly<Partial<Record<PhaseName, string>>>;
}

// A review expires after 30 days. Clocks and rounding may take a little of that.
const expiry = 29 * 86_400_000;

/** How one phase ended. */
export function endingOf(phase: PhaseName, need: Need | undefined, run: RunFacts): Ending {
  if (need === undefined || need.result === "skipped") return "unreached";
  // A job that may fail is a success all the same: its verdict counts.
  if (need.result === "success") return passedOr(phase, verdictOf(need));
  const job = jobOf(phase, run.jobs);
  if (job !== undefined && !job.ran) return unstarted(phase, need, job, run);
  if (need.result === "cancelled" && job?.conclusion !== "timed_out") return "cancelled";
  const said = saidOf(need, [run.attempt, job?.attempt]);
  // Without the list of jobs, a job that says nothing of itself may also never have passed its gate.
  if (said === undefined && job === undefined && wasRejected(phase, run)) return "rejected";
  return said ?? "lost";
}

/**
 * A phase's job in the list of the run's. A run that releases to two targets has each twice: then ours are those
 * beside the rollback that is at work, which asks. Undefined where that cannot be told.
 */
export function jobOf(phase: PhaseName, jobs: readonly JobFact[]): JobFact | undefined {
  const named = (job: JobFact, name: string): boolean => job.name === name || job.name.endsWith(` / ${name}`);
  const all = jobs.filter((job) => named(job, phase));
  if (all.length < 2) return all[0];
  const asking = jobs.filter((job) => named(job, "rollback") && job.ran && job.conclusion === null);
  const caller = asking.length === 1 ? asking[0]?.name.slice(0, -"rollback".length) : undefined;
  return all.find(({ name }) => name === `${caller}${phase}`);
}

function unstarted(phase: PhaseName, need: Need, job: JobFact, run: RunFacts): Ending {
  if (wasRejected(phase, run)) return "rejected";
  const waited = (job.completedAt ?? 0) - (job.createdAt ?? job.completedAt ?? 0);
  if (need.result !== "cancelled" || waited >= expiry) return "expired";
  return "cancelled";
}

function wasRejected(phase: PhaseName, { reviews, environments }: RunFacts): boolean {
  const gate = environments[phase];
  if (gate === undefined) return false;
  return reviews.some(
    ({ state, environments: named }) =>
      state === "rejected" && named.some((one) => isSameEnvironment(one, gate)),
  );
}

/**
 * What the phase itself said, if it said so in this attempt, or in that in which it ran: a re-run hands on the
 * outputs of the attempt before where the new one sets none.
 */
function saidOf(need: Need, attempts: readonly (number | undefined)[]): Ending | undefined {
  const stamp = need.outputs["attempt"] ?? "1";
  return attempts.some((attempt) => stamp === String(attempt)) ? verdictOf(need) : undefined;
}

/** `observe` is green also while its verdict is open: where that was lost on the way, it is open. */
function passedOr(phase: PhaseName, said: Ending | undefined): Ending {
  if (phase === "observe" && said === undefined) return "inconclusive";
  return said === undefined || said === "failed-elsewhere" ? "passed" : said;
}

function verdictOf({ outputs }: Need): Ending | undefined {
  switch (outputs["verdict"]) {
    case "pass":
      return "failed-elsewhere";
    case "fail":
      return outputs["failed"] === "commands" ? "commands-failed" : "failed";
    case "error":
      return "errored";
    case "inconclusive":
      return "inconclusive";
    default:
      return undefined;
  }
}
