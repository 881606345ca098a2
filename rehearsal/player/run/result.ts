/** As GitHub names them. */
export type Result = "success" | "failure" | "cancelled" | "skipped";

/** What became of a job. */
export interface JobResult {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  /** What `needs.<id>.result` says. */
  readonly result: Result;
  /** What really happened: `continue-on-error` makes a success of a failure. */
  readonly outcome: Result;
  readonly outputs: Readonly<Record<string, string>>;
  readonly environment: string | undefined;
  readonly environmentUrl: string | undefined;
  /** Why it ended so, where a step does not tell: a gate's answer, a timeout, a lost runner. */
  readonly because: string | undefined;
  /** Milliseconds at the gate, and on the runner. */
  readonly waited: number;
  readonly worked: number;
  /** The jobs of a called workflow. */
  readonly jobs: readonly JobResult[];
  /** The attempt in which it ran, where it was not run again in this one. */
  readonly keptFrom?: number;
}

/** What became of a play. */
export interface PlayResult {
  readonly result: Result;
  readonly jobs: readonly JobResult[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly concurrency: Concurrency | undefined;
  readonly milliseconds: number;
}

/** A concurrency group, evaluated. */
export interface Concurrency {
  readonly group: string;
  readonly cancelInProgress: boolean;
  readonly queue: "single" | "max";
}

/** The result of a workflow from its jobs: one failure is a failure, then one cancelled is cancelled. */
export function resultOf(jobs: readonly { readonly result: Result }[]): Result {
  const results = new Set(jobs.map((job) => job.result));
  if (results.has("failure")) return "failure";
  if (results.has("cancelled")) return "cancelled";
  return results.has("success") || results.size === 0 ? "success" : "skipped";
}

/** Every job, those of called workflows included, callers before their own. */
export function allJobs(jobs: readonly JobResult[]): readonly JobResult[] {
  return jobs.flatMap((job) => [job, ...allJobs(job.jobs)]);
}
