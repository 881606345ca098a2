import type { PlayEvent } from "../player/player.ts";
import type { GithubStandIn } from "../stand-ins/github/start.ts";

/** Tells the GitHub stand-in what GitHub's own scheduler would know of a run's jobs. */
export function mirrorJobs(github: GithubStandIn, run: number): (event: PlayEvent) => void {
  return (event) => {
    switch (event.kind) {
      case "job-queued":
        return github.runs.job(run, event.job.name, "queued");
      case "job-waiting":
        return github.runs.job(run, event.job.name, "waiting");
      case "job-started":
        return github.runs.job(run, event.job.name, "in_progress");
      case "job-finished":
        return github.runs.job(run, event.job.name, "completed", event.result.result);
      default:
        return undefined;
    }
  };
}
