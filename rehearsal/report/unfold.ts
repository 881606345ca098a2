import { phaseNames } from "../../kit/release/phases.ts";
import type { JobRef, PlayEvent } from "../player/run/events.ts";
import type { JobResult, PlayResult, Result } from "../player/run/result.ts";

/**
 * Where the chain is one job, its phases are steps of a composite action: they are told as the jobs that they are
 * where each has its own, so that whoever tells a release need not know the difference.
 */
export interface Unfolding {
  /** What is to be told instead of an event. */
  event(event: PlayEvent): readonly PlayEvent[];
  /** A result in which such a job has its phases as its jobs. */
  result(result: PlayResult): PlayResult;
}

type Told = Exclude<PlayEvent, { kind: "run-finished" }>;
type StepFinished = Extract<PlayEvent, { kind: "step-finished" }>;

/** The chain's phases in its order, as its steps are called. */
const chain: readonly string[] = [...phaseNames.slice(0, 2), "prepare", ...phaseNames.slice(2), "rollback"];

/** The quality commands of the chain are a step of its first job. */
const partOf: Readonly<Record<string, string>> = { quality: "build" };

export function unfolding(): Unfolding {
  const jobs = new Map<string, Inside>();
  return {
    event(event) {
      if (event.kind === "run-finished") return [event];
      const inside = jobs.get(event.job.key) ?? newInside(event.job);
      jobs.set(event.job.key, inside);
      return inside.event(event);
    },
    result: (result) => ({ ...result, jobs: result.jobs.map((job) => unfolded(job, jobs)) }),
  };
}

function unfolded(job: JobResult, jobs: ReadonlyMap<string, Inside>): JobResult {
  const inner = jobs.get(job.key)?.results() ?? [];
  if (inner.length === 0) return { ...job, jobs: job.jobs.map((one) => unfolded(one, jobs)) };
  // What went wrong outside of all phases (a checkout, an upload) is not to be lost.
  const told = job.outcome === "success" || inner.some(({ outcome }) => outcome === job.outcome);
  return { ...job, jobs: told ? inner : [...inner, { ...job, jobs: [] }] };
}

/** What happens inside of one job. */
interface Inside {
  event(event: Told): readonly PlayEvent[];
  results(): readonly JobResult[];
}

/** The phase of a job that is under way, and those that have ended. */
function newPhases(job: JobRef) {
  const finished: JobResult[] = [];
  let current: Phase | undefined;
  const end = (at: number, waited: number): readonly PlayEvent[] => {
    if (current === undefined) return [];
    const result = resultOf(current, at, finished.length === 0 ? waited : 0);
    finished.push(result);
    const ref = current.ref;
    current = undefined;
    return [{ kind: "job-finished", at, job: ref, result }];
  };
  const begin = (name: string, at: number, waited: number): readonly PlayEvent[] => {
    if (current?.ref.id === name) return [];
    const before = end(at, waited);
    current = { ref: { key: `${job.key}/${name}`, id: name, name }, startedAt: at, steps: [] };
    return [...before, ...(finished.length === 0 ? queued(job, at) : [])];
  };
  return { finished, end, begin, current: () => current };
}

function newInside(job: JobRef): Inside {
  const phases = newPhases(job);
  let waited = 0;
  return {
    results: () => phases.finished,
    event(event) {
      if (event.kind === "gate-answered") waited = event.waited;
      if (event.kind === "job-finished") {
        const last = phases.end(event.at, waited);
        return [...last, { ...event, result: unfolded(event.result, new Map([[job.key, this]])) }];
      }
      const name = phaseOf(event);
      if (name === undefined || !("step" in event) || event.step === undefined) return [event];
      const begun = phases.begin(name, event.at, waited);
      const current = phases.current();
      if (!current) return [event];
      const step = { ...event.step, depth: event.step.depth - 1 };
      if (event.kind === "step-finished" && event.step.depth === 1) current.steps.push(event);
      const started = event.kind === "step-started" && event.step.depth === 1 && current.steps.length === 0;
      const opening: PlayEvent[] = started ? [{ kind: "job-started", at: event.at, job: current.ref }] : [];
      return [...begun, ...opening, { ...event, job: current.ref, step }];
    },
  };

  /** Deeper steps belong to the phase that is under way. */
  function phaseOf(event: Told): string | undefined {
    if (!("step" in event) || event.step === undefined || event.step.depth < 1) return undefined;
    if (event.step.depth > 1) return phases.current()?.ref.id;
    const name = partOf[event.step.key] ?? event.step.key;
    return chain.includes(name) ? name : undefined;
  }
}

interface Phase {
  readonly ref: JobRef;
  readonly startedAt: number;
  readonly steps: StepFinished[];
}

/** How long all names are is told before the first of them. */
function queued(job: JobRef, at: number): readonly PlayEvent[] {
  return chain.map((name) => {
    return { kind: "job-queued", at, job: { key: `${job.key}/${name}`, id: name, name }, needs: [] };
  });
}

function resultOf({ ref, steps, startedAt }: Phase, at: number, waited: number): JobResult {
  const own = steps.find(({ step }) => step.key === ref.id);
  const worst = (of: (step: StepFinished) => Result): Result =>
    (["failure", "cancelled", "success"] as const).find((one) => steps.some((step) => of(step) === one)) ??
    "skipped";
  const result = worst(({ conclusion }) => conclusion);
  return {
    ...ref,
    result,
    outcome: worst(({ outcome }) => outcome),
    outputs: own?.outputs ?? {},
    environment: undefined,
    environmentUrl: undefined,
    because: undefined,
    waited,
    worked: result === "skipped" ? 0 : at - startedAt,
    jobs: [],
  };
}
