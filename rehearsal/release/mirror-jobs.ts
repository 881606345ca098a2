import type { PlayEvent } from "../player/player.ts";
import type { GithubStandIn } from "../stand-ins/github/start.ts";

/**
 * Tells the GitHub stand-in what GitHub's own scheduler would know of a run's jobs. A job that calls a workflow is
 * none of them while it does: those that it calls are.
 */
export function mirrorJobs(github: GithubStandIn, run: number): (event: PlayEvent) => void {
  return (event) => {
    if (isCall(event)) return;
    switch (event.kind) {
      case "job-queued":
        return github.runs.job(run, event.job.name, "queued");
      case "job-waiting":
        return github.runs.job(run, event.job.name, "waiting");
      case "job-started":
        return github.runs.job(run, event.job.name, "in_progress");
      case "step-finished":
        if (event.step.depth > 0) return undefined;
        return github.runs.step(run, event.job.name, { name: event.step.name, conclusion: event.conclusion });
      case "job-finished":
        return github.runs.job(run, event.job.name, "completed", event.result.result);
      default:
        return undefined;
    }
  };
}

function isCall(event: PlayEvent): boolean {
  if (event.kind === "job-finished") return event.result.jobs.length > 0;
  return (event.kind === "job-queued" || event.kind === "job-started") && (event.calls ?? false);
}
