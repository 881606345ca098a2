import type { Value } from "../expressions/data.ts";
import { fillText } from "../expressions/fill.ts";
import type { CallJob } from "../read/model.ts";
import { concurrencyOf } from "./concurrency.ts";
import { calledInputs } from "./inputs.ts";
import { type Frame, jobContexts, type PlayRun, type ReadyJob, withoutRunner } from "./play-run.ts";
import { type JobResult, resultOf } from "./result.ts";
import { calledSecrets } from "./secrets.ts";

/** Runs the jobs of one workflow. */
export type RunJobs = (frame: Frame, play: PlayRun) => Promise<readonly JobResult[]>;

/** Runs the workflow that a job calls, with its inputs, its secrets and no more than the caller's permissions. */
export async function runCall(ready: ReadyJob<CallJob>, runJobs: RunJobs): Promise<JobResult> {
  const { ref, play } = ready;
  const started = play.world.clock.now();
  const fail = (result: "failure" | "cancelled", because: string): JobResult => {
    play.emit({
      kind: "annotation",
      job: ref,
      step: undefined,
      level: "error",
      message: because,
      properties: {},
    });
    return withoutRunner(ready, result, because);
  };
  try {
    const frame = frameOf(ready);
    const held = frame.groups.at(-1);
    if (held !== undefined && frame.groups.indexOf(held) < frame.groups.length - 1) {
      return fail(
        "cancelled",
        `Canceling since a deadlock was detected for concurrency group "${held}": the caller has it.`,
      );
    }
    play.emit({ kind: "job-started", job: ref, calls: true });
    const jobs = await runJobs(frame, play);
    const result = resultOf(jobs);
    const worked = play.world.clock.now() - started;
    return {
      ...withoutRunner(ready, result, undefined),
      outputs: outputsOf(frame, jobs, play),
      jobs,
      worked,
    };
  } catch (error) {
    return fail("failure", error instanceof Error ? error.message : String(error));
  }
}

function frameOf(ready: ReadyJob<CallJob>): Frame {
  const { job, ref, frame } = ready;
  const scope = { contexts: jobContexts(ready) };
  const inputs = calledInputs(job, scope);
  const inner = { contexts: { ...scope.contexts, inputs, needs: {} } };
  const groups = [concurrencyOf(job.concurrency, scope), concurrencyOf(job.workflow.concurrency, inner)];
  return {
    workflow: job.workflow,
    caller: ref,
    inputs,
    secrets: calledSecrets(job, frame.secrets, scope),
    permissions: job.workflow.permissions ?? job.permissions ?? frame.permissions,
    groups: [...frame.groups, ...groups.flatMap((one) => (one ? [one.group.toLowerCase()] : []))],
  };
}

/** The outputs of a workflow: made from its jobs, empty ones dropped. */
export function outputsOf(
  frame: Frame,
  results: readonly JobResult[],
  play: PlayRun,
): Record<string, string> {
  const jobs: Record<string, Value> = {};
  for (const { id, result, outputs } of results) jobs[id] = { result, outputs };
  const contexts = { github: play.github, jobs, vars: play.world.vars, inputs: frame.inputs };
  const outputs: Record<string, string> = {};
  for (const [name, template] of frame.workflow.outputs) {
    const value = fillText(template, { contexts });
    if (value !== "") outputs[name] = value;
  }
  return outputs;
}
