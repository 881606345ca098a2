import { isDeepStrictEqual } from "node:util";
import type { Outcome } from "../outcome.ts";
import { type PlayResult, allJobs } from "../player/player.ts";
import type { Live } from "../world/live.ts";

/** How a played release ended, judged from outside: by the run's result and by what is live. */
export function outcomeOf({ result }: PlayResult, before: Live, after: Live): Outcome {
  if (result === "success" || result === "skipped") return "released";
  return isDeepStrictEqual(before, after) ? "stopped" : "held";
}

/** The release's id as `plan` gave it; a run that ended before has none. */
export function releaseOf({ jobs }: PlayResult): string {
  const plan = allJobs(jobs).find((job) => job.id === "plan");
  return plan?.outputs["release"] ?? "(no release was planned)";
}
