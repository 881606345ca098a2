import type { GitHub } from "../../ports/github.ts";
import { listIn } from "../record/statuses.ts";

/** A job as GitHub tells of it, as far as it matters here. */
export interface JobAnswer {
  readonly name?: string;
  readonly run_attempt?: number;
  readonly status?: string;
  readonly conclusion?: string | null;
  readonly runner_name?: string | null;
  readonly steps?: readonly StepAnswer[];
  readonly created_at?: string | null;
  readonly started_at?: string | null;
  readonly completed_at?: string | null;
}

export interface StepAnswer {
  readonly name?: string;
  readonly conclusion?: string | null;
}

const page = 100;

/** All jobs of a run's latest attempt, or of all: a matrix beside the release can have more than a page of them. */
export async function jobsOfRun(
  github: GitHub,
  runId: string,
  filter?: "all",
): Promise<readonly JobAnswer[]> {
  const all: JobAnswer[] = [];
  const of = filter === undefined ? {} : { filter };
  for (let number = 1; ; number += 1) {
    const route = "GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs";
    const { data } = await github.request(route, { run_id: runId, per_page: page, page: number, ...of });
    const some = listIn<JobAnswer>((data as { readonly jobs?: unknown } | null)?.jobs, "the run's jobs");
    all.push(...some);
    if (some.length < page) return all;
  }
}
