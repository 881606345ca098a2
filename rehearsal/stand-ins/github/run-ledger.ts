import { deactivateElders, recordStatus } from "./deployment-status.ts";
import { nextId } from "./environment.ts";
import { ACTIONS_BOT } from "./new-state.ts";
import type { GithubJob, GithubRun, GithubState, GithubStep } from "./state.ts";

/** What GitHub's scheduler does: opens runs, starts and ends their jobs, keeps their artifacts. */
export interface Runs {
  /** Opens a run in progress and returns its id. */
  open(run: NewRun): number;
  /** Opens the next attempt of a run: `kept` are the names of jobs that are not run again. */
  again(run: number, by: string, kept?: readonly string[]): void;
  /** A job's state now; its deployment, if GitHub made one, gets its last status when the job is completed. */
  job(run: number, name: string, status: GithubJob["status"], conclusion?: GithubJob["conclusion"]): void;
  /** One of a job's steps is over. */
  step(run: number, job: string, step: GithubStep): void;
  artifact(run: number, name: string, zip: Uint8Array): void;
  finish(run: number, conclusion: NonNullable<GithubRun["conclusion"]>): void;
  /** @throws {Error} for an unknown run. */
  find(run: number): GithubRun;
}

/** A run as whoever plays it orders it. */
export interface NewRun {
  readonly name: string;
  /** Such as `.github/workflows/merge.yml`. */
  readonly path: string;
  readonly event: string;
  readonly sha: string;
  readonly branch: string;
  readonly actor: string;
  readonly calls?: readonly string[];
}

/** The ledger over a state. */
export function newRuns(state: GithubState, now: () => number): Runs {
  const find = (id: number): GithubRun => {
    const run = state.runs.find((candidate) => candidate.id === id);
    if (!run) throw new Error(`this GitHub stand-in has no run ${id}`);
    return run;
  };
  return {
    find,
    open: (given) => add(state, given, now()),
    again: (id, by, kept = []) => reopen(state, find(id), by, kept, now()),
    job: (id, name, status, conclusion = null) => {
      const run = find(id);
      const known = jobNamed(run, name);
      const job: GithubJob = known ?? {
        id: nextId(state),
        attempt: run.attempt,
        name,
        status,
        conclusion,
        startedAt: null,
        completedAt: null,
        steps: [],
      };
      if (!known) run.jobs.push(job);
      Object.assign(job, { status, conclusion });
      if (status === "in_progress") job.startedAt ??= now();
      if (status === "completed") job.completedAt = now();
      if (status === "completed") endDeployment(state, run, job, now());
    },
    step: (id, name, step) => void jobNamed(find(id), name)?.steps.push(step),
    artifact: (id, name, zip) => {
      const { artifacts } = find(id);
      artifacts.push({ id: nextId(state), name, createdAt: now(), zip: Buffer.from(zip).toString("base64") });
    },
    finish: (id, conclusion) => {
      Object.assign(find(id), { status: "completed", conclusion, updatedAt: now() });
    },
  };
}

function add(state: GithubState, given: NewRun, now: number): number {
  const id = nextId(state);
  state.runs.push({
    id,
    ...given,
    triggeringActor: given.actor,
    number: state.runs.length + 1,
    attempt: 1,
    status: "in_progress",
    conclusion: null,
    cancelRequested: false,
    createdAt: now,
    startedAt: now,
    updatedAt: now,
    jobs: [],
    approvals: [],
    artifacts: [],
    deployments: {},
  });
  return id;
}

function reopen(state: GithubState, run: GithubRun, by: string, kept: readonly string[], now: number): void {
  const stand = jobsOf(run).filter(({ name }) => kept.includes(name));
  run.attempt += 1;
  run.jobs.push(...stand.map((job) => ({ ...job, id: nextId(state), attempt: run.attempt })));
  const anew = { status: "in_progress", conclusion: null, cancelRequested: false } as const;
  Object.assign(run, { ...anew, triggeringActor: by, startedAt: now, updatedAt: now });
}

/** The jobs of the attempt that is shown. */
export function jobsOf({ jobs, attempt }: GithubRun): readonly GithubJob[] {
  return jobs.filter((job) => job.attempt === attempt);
}

function jobNamed(run: GithubRun, name: string): GithubJob | undefined {
  return jobsOf(run).find((job) => job.name === name);
}

function endDeployment(state: GithubState, run: GithubRun, job: GithubJob, now: number): void {
  const deployment = state.deployments.find(({ id }) => id === run.deployments[job.name]);
  if (!deployment || job.conclusion === null || job.conclusion === "skipped") return;
  const next = job.conclusion === "success" ? "success" : "failure";
  recordStatus(state, deployment, { state: next, creator: ACTIONS_BOT, now });
  if (next === "success") deactivateElders(state, deployment, ACTIONS_BOT, now);
}
