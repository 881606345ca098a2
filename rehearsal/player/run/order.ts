import type { Job } from "../read/model.ts";

/** Every job that must have ended before this one, however far back. */
export function ancestorsOf(
  job: Job,
  jobs: ReadonlyMap<string, Job>,
  found = new Set<string>(),
): readonly string[] {
  for (const id of job.needs) {
    const need = jobs.get(id);
    if (!need || found.has(id)) continue;
    found.add(id);
    ancestorsOf(need, jobs, found);
  }
  return [...found];
}

/** The jobs' ids, needs first. A workflow with a cycle was refused when it was read. */
export function inOrder(jobs: ReadonlyMap<string, Job>): readonly string[] {
  const order = new Set<string>();
  const add = (job: Job): void => {
    for (const id of ancestorsOf(job, jobs)) {
      const need = jobs.get(id);
      if (need && !order.has(id)) add(need);
    }
    order.add(job.id);
  };
  for (const job of jobs.values()) add(job);
  return [...order];
}
