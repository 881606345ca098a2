import type { Value } from "../expressions/data.ts";
import { fillText } from "../expressions/fill.ts";
import { textOf } from "../expressions/template.ts";
import type { Job } from "../read/model.ts";
import { runCall } from "./call.ts";
import { inherited } from "./again.ts";
import type { JobRef } from "./events.ts";
import { conditionHolds, runStepsJob } from "./job.ts";
import { ancestorsOf, inOrder } from "./order.ts";
import {
  type Frame,
  jobContexts,
  jobStatus,
  type PlayRun,
  type ReadyJob,
  withoutRunner,
} from "./play-run.ts";
import type { JobResult } from "./result.ts";

/** Runs the jobs of a workflow, each as soon as its needs have ended. Resolves when all have; never throws. */
export async function runJobs(frame: Frame, play: PlayRun): Promise<readonly JobResult[]> {
  const { jobs } = frame.workflow;
  const results = new Map<string, Promise<JobResult>>();
  const resultOf = (id: string): Promise<JobResult> | undefined => results.get(id);
  for (const job of jobs.values()) {
    const ref = refOf(job, frame);
    const calls = job.kind === "call";
    if (!play.former.kept.has(ref.key)) play.emit({ kind: "job-queued", job: ref, needs: job.needs, calls });
  }
  for (const id of inOrder(jobs)) {
    const job = jobs.get(id);
    if (job) results.set(id, whenReady(job, frame, play, resultOf));
  }
  return Promise.all([...jobs.keys()].flatMap((id) => results.get(id) ?? []));
}

async function whenReady(
  job: Job,
  frame: Frame,
  play: PlayRun,
  resultOf: (id: string) => Promise<JobResult> | undefined,
): Promise<JobResult> {
  const kept = play.former.kept.get(refOf(job, frame).key);
  if (kept !== undefined) return kept;
  const needed = await Promise.all(job.needs.flatMap((id) => resultOf(id) ?? []));
  const ancestors = await Promise.all(
    ancestorsOf(job, frame.workflow.jobs).flatMap((id) => resultOf(id) ?? []),
  );
  const needs: Record<string, Value> = {};
  for (const { id, result, outputs } of needed) needs[id] = { result, outputs };
  const waiting = {
    job,
    ref: refOf(job, frame),
    frame,
    play,
    needs,
    ancestors: ancestors.map((one) => one.result),
  };
  const ready = { ...waiting, ref: named(waiting) };
  const result = inherited(job, await start(ready), play.former);
  play.emit({ kind: "job-finished", job: ready.ref, result });
  return result;
}

async function start(ready: ReadyJob): Promise<JobResult> {
  const { job, play } = ready;
  if (play.forced.aborted) return withoutRunner(ready, "cancelled", undefined);
  try {
    if (!conditionHolds(ready, jobStatus(ready))) {
      const wouldRun = play.cancelled.aborted && conditionHolds(ready, jobStatus(ready, false));
      return withoutRunner(ready, wouldRun ? "cancelled" : "skipped", undefined);
    }
  } catch (error) {
    return withoutRunner(ready, "failure", error instanceof Error ? error.message : String(error));
  }
  return job.kind === "call" ? runCall({ ...ready, job }, runJobs) : runStepsJob({ ...ready, job });
}

function refOf(job: Job, { caller }: Frame): JobRef {
  const name = textOf(job.name) ?? job.id;
  if (!caller) return { key: job.id, id: job.id, name };
  return { key: `${caller.key}/${job.id}`, id: job.id, name: `${caller.name} / ${name}` };
}

function named(ready: ReadyJob): JobRef {
  const { job, ref, frame } = ready;
  if (job.name?.kind !== "expression") return ref;
  try {
    const name = fillText(job.name, { contexts: jobContexts(ready) });
    return { ...ref, name: frame.caller ? `${frame.caller.name} / ${name}` : name };
  } catch {
    return ref; // A name is no reason to fail.
  }
}
