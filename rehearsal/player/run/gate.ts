import { holds } from "../expressions/evaluate.ts";
import { fill, fillText } from "../expressions/fill.ts";
import type { StepsJob } from "../read/model.ts";
import { jobContexts, jobStatus, type ReadyJob } from "./play-run.ts";
import type { Answer } from "./world.ts";

/** A gate that was passed or not. A job without an environment passes none. */
export interface Passage {
  readonly environment: string | undefined;
  readonly answer: Answer;
  readonly waited: number;
}

/** Asks the gatekeeper for a job that has an environment. A cancelled job does not wait any longer. */
export async function passGate(ready: ReadyJob<StepsJob>): Promise<Passage> {
  const { job, play, ref } = ready;
  const scope = { contexts: jobContexts(ready) };
  const environment = fillText(job.environment?.name, scope);
  const open: Answer = { approved: true, secrets: {}, vars: {} };
  if (environment === "") return { environment: undefined, answer: open, waited: 0 };
  const deployment = fill(job.environment?.deployment, scope) !== false;
  const started = play.world.clock.now();
  play.emit({ kind: "job-waiting", job: ref, environment, deployment });
  const answer = await arrive(ready, environment, deployment);
  const waited = play.world.clock.now() - started;
  const how = answer.approved ? "approved" : answer.how;
  play.emit({ kind: "gate-answered", job: ref, environment, answer: how, by: answer.by, waited });
  return { environment, answer, waited };
}

async function arrive(ready: ReadyJob<StepsJob>, environment: string, deployment: boolean): Promise<Answer> {
  const { play, ref, job } = ready;
  const left = new AbortController();
  const leave = (): void => {
    const condition = { contexts: jobContexts(ready), status: jobStatus(ready) };
    if (play.forced.aborted || !holds(job.condition.expression, condition)) left.abort();
  };
  const gone = new Promise<Answer>((resolve) => {
    left.signal.addEventListener("abort", () => resolve({ approved: false, how: "cancelled" }), {
      once: true,
    });
  });
  play.cancelled.addEventListener("abort", leave);
  play.forced.addEventListener("abort", leave);
  if (play.cancelled.aborted) leave();
  try {
    const arrival = { environment, job: ref.key, deployment, signal: left.signal };
    return await Promise.race([play.world.gatekeeper.arrive(arrival), gone]);
  } finally {
    play.cancelled.removeEventListener("abort", leave);
    play.forced.removeEventListener("abort", leave);
  }
}
