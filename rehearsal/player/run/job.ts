import { holds } from "../expressions/evaluate.ts";
import { fill } from "../expressions/fill.ts";
import type { StepsJob } from "../read/model.ts";
import { passGate, type Passage } from "./gate.ts";
import { runOnRunner } from "./runner.ts";
import type { JobResult } from "./result.ts";
import { jobContexts, type ReadyJob, withoutRunner } from "./play-run.ts";

/** Takes a job of steps through its gate and onto a runner. Never throws: what goes wrong is its result. */
export async function runStepsJob(ready: ReadyJob<StepsJob>): Promise<JobResult> {
  try {
    const passage = await passGate(ready);
    const { answer, environment, waited } = passage;
    if (answer.approved) return forgiven(ready, await runOnRunner(ready, { ...passage, answer }));
    const result = answer.how === "cancelled" ? "cancelled" : "failure";
    const refused = withoutRunner(ready, result, refusalOf(passage));
    return forgiven(ready, { ...refused, environment, waited });
  } catch (error) {
    const because = error instanceof Error ? error.message : String(error);
    ready.play.emit({
      kind: "annotation",
      job: ready.ref,
      step: undefined,
      level: "error",
      message: because,
      properties: {},
    });
    return withoutRunner(ready, "failure", because);
  }
}

/** Whether a job's condition holds now. */
export function conditionHolds(ready: ReadyJob, status: Parameters<typeof holds>[1]["status"]): boolean {
  return holds(ready.job.condition.expression, { contexts: jobContexts(ready), status });
}

function refusalOf({ answer, environment }: Passage): string | undefined {
  if (answer.approved) return undefined;
  const by = answer.by === undefined ? "" : ` by ${answer.by}`;
  return `${answer.how}${by} at the environment ${environment}`;
}

function forgiven(ready: ReadyJob<StepsJob>, result: JobResult): JobResult {
  if (result.result !== "failure" || ready.job.continueOnError === undefined) return result;
  const forgives = fill(ready.job.continueOnError, { contexts: jobContexts(ready) }) === true;
  return forgives ? { ...result, result: "success" } : result;
}
