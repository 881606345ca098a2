import type { Scope } from "../expressions/evaluate.ts";
import { fillText } from "../expressions/fill.ts";
import { entriesOf } from "../expressions/template.ts";
import type { JobRun } from "./job-run.ts";

/** What a job hands on; `problem` says why it may hand on nothing. */
export interface JobOutputs {
  readonly outputs: Readonly<Record<string, string>>;
  readonly problem: string | undefined;
}

/** GitHub's limit for all outputs of a job, as it estimates them: two bytes a character. */
const most = 1024 * 1024;

/** Evaluates a job's outputs. Empty ones, and those that hold anything secret, are dropped. */
export function jobOutputs(run: JobRun, scope: Scope): JobOutputs {
  const outputs: Record<string, string> = {};
  let size = 0;
  for (const [name, template] of entriesOf(run.job.outputs)) {
    const value = fillText(template, scope);
    if (value === "") continue;
    if (run.masks.holds(value)) {
      warn(run, `Skip output '${name}' since it may contain secret.`);
      continue;
    }
    outputs[name] = value;
    size += 2 * (name.length + value.length);
  }
  if (size <= most) return { outputs, problem: undefined };
  const problem = `The outputs of the job have ${size} bytes, and GitHub takes ${most} at most.`;
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

function warn(run: JobRun, message: string): void {
  run.emit({ kind: "annotation", job: run.ref, step: undefined, level: "warning", message, properties: {} });
}
