import { shortened } from "../../errors/first-of.ts";
import { joinLines } from "../../errors/join-lines.ts";
import { UserError } from "../../errors/user-error.ts";
import type { GitHub, RunContext } from "../../ports/github.ts";
import type { Log } from "../../ports/log.ts";
import type { JobFact, ReviewFact } from "../decision/ending.ts";
import { type JobAnswer, type StepAnswer, jobsOfRun } from "./run-jobs.ts";
import { listIn } from "../record/statuses.ts";

interface ReviewAnswer {
  readonly state?: string;
  readonly user?: { readonly login?: string } | null;
  readonly environments?: readonly { readonly name?: string }[];
}

/**
 * What GitHub knows of this run's jobs and of who reviewed them. What cannot be read is empty, with a warning: a
 * decision is due in any case.
 */
export async function readRunFacts(
  github: GitHub,
  { runId, attempt }: RunContext,
  log: Log,
): Promise<{ readonly jobs: readonly JobFact[]; readonly reviews: readonly ReviewFact[] }> {
  const ask = async <T>(work: () => Promise<readonly T[]>): Promise<readonly T[]> => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      log.warn(`${error.message} The decision is made without it.`);
      return [];
    }
  };
  const [jobs, reviews] = await Promise.all([
    ask(() => jobsOfRun(github, runId, attempt > 1 ? "all" : undefined)),
    ask(async () => {
      const route = "GET /repos/{owner}/{repo}/actions/runs/{run_id}/approvals";
      return listIn<ReviewAnswer>((await github.request(route, { run_id: runId })).data, "the run's reviews");
    }),
  ]);
  return { jobs: latestOf(jobs).map((job) => jobOf(job, jobs)), reviews: reviews.map(reviewOf) };
}

function latestOf(jobs: readonly JobAnswer[]): readonly JobAnswer[] {
  const latest = Math.max(...jobs.map(attemptOf));
  return jobs.filter((job) => attemptOf(job) === latest);
}

function attemptOf({ run_attempt: attempt = 1 }: JobAnswer): number {
  return attempt;
}

/** A job that is not run again is in every later attempt as well, with the time at which it was started. */
function ranIn({ name, started_at: startedAt }: JobAnswer, jobs: readonly JobAnswer[]): number {
  const same = jobs.filter((one) => one.name === name && one.started_at === startedAt);
  return Math.min(...same.map(attemptOf));
}

function jobOf(job: JobAnswer, all: readonly JobAnswer[]): JobFact {
  const failedStep = failedStepOf(job);
  return {
    name: job.name ?? "",
    attempt: ranIn(job, all),
    conclusion: job.conclusion ?? null,
    ran: Boolean(job.runner_name) || (job.steps?.length ?? 0) > 0,
    createdAt: timeOf(job.created_at),
    startedAt: timeOf(job.started_at),
    completedAt: timeOf(job.completed_at),
    ...(failedStep === undefined ? {} : { failedStep }),
  };
}

function failedStepOf({ steps }: JobAnswer): string | undefined {
  if (!Array.isArray(steps)) return undefined;
  const { name } = (steps as readonly StepAnswer[]).find((step) => step?.conclusion === "failure") ?? {};
  return typeof name === "string" ? shortened(joinLines(name).trim(), 100) : undefined;
}

function reviewOf({ state, user, environments }: ReviewAnswer): ReviewFact {
  const by = user?.login;
  const named = (environments ?? []).map(({ name }) => name ?? "");
  return { state: state ?? "", environments: named, ...(by === undefined ? {} : { by }) };
}

function timeOf(text: string | null | undefined): number | null {
  const time = Date.parse(text ?? "");
  return Number.isNaN(time) ? null : time;
}
