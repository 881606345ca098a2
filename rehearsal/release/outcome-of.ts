import { isDeepStrictEqual } from "node:util";
import { type Outcome, outcomes } from "../outcome.ts";
import { type PlayResult, allJobs } from "../player/player.ts";
import type { Live } from "../world/live.ts";
import type { Ran } from "./play-release.ts";

/**
 * How a played release ended: as `rollback` says, which is asked at the end of each. Where it was not reached
 * it is judged from outside, by the run's result and by what is live.
 */
export function outcomeOf(
  { result: { result, jobs }, attempt }: Pick<Ran, "result" | "attempt">,
  before: Live,
  after: Live,
): Outcome {
  const said = allJobs(jobs).find(
    ({ outputs }) => isOf(attempt, outputs) && (outputs["outcome"] ?? "") in outcomes,
  );
  if (said !== undefined) return said.outputs["outcome"] as Outcome;
  if (result === "success" || result === "skipped") return "released";
  return isDeepStrictEqual(before, after) ? "stopped" : "held";
}

/** A job that was run again, and has said nothing, hands on what it said in the attempt before. */
function isOf(attempt: number, outputs: Readonly<Record<string, string>>): boolean {
  return (outputs["attempt"] ?? String(attempt)) === String(attempt);
}

/** The release's id as `plan` gave it; a run that ended before has none. */
export function releaseOf({ jobs }: PlayResult): string {
  return firstOutput(jobs, "release") ?? "(no release was planned)";
}

/** The chain's jobs say it, or where it ran in one job that job. */
function firstOutput(jobs: PlayResult["jobs"], name: string): string | undefined {
  return allJobs(jobs)
    .map((job) => job.outputs[name])
    .find((value) => value !== undefined && value !== "");
}
