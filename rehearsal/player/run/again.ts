import type { Job, Workflow } from "../read/model.ts";
import { inOrder } from "./order.ts";
import { type JobResult, type PlayResult, allJobs } from "./result.ts";

/** A run that has ended and is run again: what was chosen («re-run failed jobs», «re-run all jobs»), and its end. */
export interface Again {
  readonly jobs: "failed" | "all";
  readonly former: PlayResult;
  /** The number of the attempt that ended so. */
  readonly attempt: number;
}

/** What an attempt takes from the one before it, by job key. */
export interface Former {
  /** Jobs that do not run again: result and outputs stand. */
  readonly kept: ReadonlyMap<string, JobResult>;
  /** What the others handed on before: it stays where they hand on nothing of that name. */
  readonly outputs: ReadonlyMap<string, JobResult["outputs"]>;
}

/** What the first attempt of a run has, and one in which all is run again. */
const nothing: Former = { kept: new Map(), outputs: new Map() };

/**
 * What is left of the former attempt. Failed and cancelled jobs run again, with all that need them, in called
 * workflows each for itself. A job that was forgiven (continue-on-error) has failed.
 */
export function formerOf(jobs: ReadonlyMap<string, Job>, again: Again | undefined): Former {
  if (again === undefined || again.jobs === "all") return nothing;
  const kept = keptOf(jobs, again.former.jobs).map((job) => ({ keptFrom: again.attempt, ...job }));
  const all = allJobs(again.former.jobs);
  return {
    kept: new Map(kept.map((job) => [job.key, job])),
    outputs: new Map(all.map(({ key, outputs }) => [key, outputs])),
  };
}

/** Every job that does not run again, those of called workflows included. */
export function keptJobs({ jobs }: Pick<Workflow, "jobs">, again: Again): readonly JobResult[] {
  return allJobs([...formerOf(jobs, again).kept.values()]);
}

function keptOf(jobs: ReadonlyMap<string, Job>, former: readonly JobResult[]): readonly JobResult[] {
  const again = new Set<string>();
  const needsAgain = (id: string): boolean => jobs.get(id)?.needs.some((need) => again.has(need)) === true;
  for (const id of inOrder(jobs)) {
    const before = former.find((one) => one.id === id);
    if (before === undefined || hasFailed(before) || needsAgain(id)) again.add(id);
  }
  return former.flatMap((before) => {
    if (!again.has(before.id)) return [before];
    const job = jobs.get(before.id);
    return job?.kind === "call" && !needsAgain(job.id) ? keptOf(job.workflow.jobs, before.jobs) : [];
  });
}

function hasFailed(job: JobResult): boolean {
  return [job, ...allJobs(job.jobs)].some(({ outcome }) => outcome === "failure" || outcome === "cancelled");
}

/** A job that was run again hands on what it handed on before, where it says nothing new. A call's are made anew. */
export function inherited(job: Job, result: JobResult, { outputs }: Former): JobResult {
  const before = outputs.get(result.key);
  if (job.kind === "call" || before === undefined) return result;
  return { ...result, outputs: { ...before, ...result.outputs } };
}
