import type { Scope } from "../expressions/evaluate.ts";
import { fillText } from "../expressions/fill.ts";
import { entriesOf } from "../expressions/template.ts";
import type { JobRun } from "./job-run.ts";

/** What a job hands on; `problem` says why it may hand on nothing. */
export interface JobOutputs {
  readonly outputs: Readonly<Record<string, string>>;
  readonly problem: string | undefined;
}

/** How much may be handed on, in bytes as GitHub estimates them: two a character. */
export interface OutputLimits {
  readonly job: number;
  /** By all jobs of a run together. */
  readonly run: number;
}

export const githubOutputLimits: OutputLimits = { job: 1024 * 1024, run: 50 * 1024 * 1024 };

/** What the jobs of a run have handed on. */
export interface OutputTally {
  readonly limits: OutputLimits;
  /** False where the run has no room for so much. */
  take(size: number): boolean;
}

/** `before` are the outputs of jobs that are not run again: they count as well. */
export function createTally(
  limits: OutputLimits,
  before: readonly Readonly<Record<string, string>>[],
): OutputTally {
  let used = before.map(sizeOf).reduce((sum, size) => sum + size, 0);
  return {
    limits,
    take(size) {
      if (used + size > limits.run) return false;
      used += size;
      return true;
    },
  };
}

/** Evaluates a job's outputs. Empty ones, and those that hold anything secret, are dropped. */
export function jobOutputs(run: JobRun, scope: Scope): JobOutputs {
  const outputs: Record<string, string> = {};
  for (const [name, template] of entriesOf(run.job.outputs)) {
    const value = fillText(template, scope);
    if (value === "") continue;
    if (run.masks.holds(value)) {
      warn(run, `Skip output '${name}' since it may contain secret.`);
      continue;
    }
    outputs[name] = value;
  }
  const problem = tooMuch(sizeOf(outputs), run.tally);
  if (problem === undefined) return { outputs, problem };
  run.emit({
    kind: "annotation",
    job: run.ref,
    step: undefined,
    level: "error",
    message: problem,
    properties: {},
  });
  return { outputs: {}, problem };
}

function tooMuch(size: number, { limits, take }: OutputTally): string | undefined {
  if (size > limits.job)
    return `The outputs of the job have ${size} bytes, and GitHub takes ${limits.job} at most.`;
  if (take(size)) return undefined;
  return `The outputs of the run's jobs have more than ${limits.run} bytes together, which is GitHub's most.`;
}

function sizeOf(outputs: Readonly<Record<string, string>>): number {
  return Object.entries(outputs).reduce((sum, [name, value]) => sum + 2 * (name.length + value.length), 0);
}

function warn(run: JobRun, message: string): void {
  run.emit({ kind: "annotation", job: run.ref, step: undefined, level: "warning", message, properties: {} });
}
