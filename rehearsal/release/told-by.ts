import { type PlayResult, allJobs } from "../player/player.ts";

/** What an engine made of a release: the result of each job by its id, of the run, and `rollback`'s outcome. */
export type Told = Readonly<Record<string, string>>;

/**
 * What our player made of it. Jobs that call a workflow are left out: other engines say nothing of them. The
 * outcome is empty where `rollback` was not asked.
 */
export function toldBy({ jobs, result }: PlayResult): Told {
  const all = allJobs(jobs);
  const own = all.filter((job) => job.jobs.length === 0).map((job) => [job.id, job.result]);
  const outcome = all.map((job) => job.outputs["outcome"] ?? "").find((said) => said !== "");
  return { ...Object.fromEntries(own), run: result, outcome: outcome ?? "" };
}
