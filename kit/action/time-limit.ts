import { Stopped } from "../errors/user-error.ts";
import { type Input, duration } from "./input.ts";

/**
 * How long an action may take. In the chain always less than the `timeout-minutes` of its job: when those are
 * over, the job ends as if somebody had cancelled it, and nobody is told what it waited for.
 */
export function timeLimit(otherwise: string): Input<number> {
  return duration({
    description:
      "How long this action may take in all; then it ends, and says what it waited for. Keep it below the job's `timeout-minutes`, which end a job as if somebody had cancelled it.",
    default: otherwise,
  });
}

/** Why an action ends that has used up its time; `last` is what it said last. */
export function tookTooLong(title: string, limit: number, last: string | undefined): Stopped {
  const said = last === undefined ? "It had said nothing yet" : `The last that it said: «${last.trim()}»`;
  return new Stopped(
    "PR504",
    `${title} did not end within its time limit of ${inWords(limit)}. ${said}.`,
    "What was changed until then is in the record and in the lines above; a re-run of this job goes on from there. " +
      "Find out what took so long, or raise `time-limit`, and with it the job's `timeout-minutes`.",
  );
}

function inWords(ms: number): string {
  if (ms < 1000) return `${ms} ms`;
  return ms < 60_000 ? `${Math.round(ms / 1000)} s` : `${Math.round(ms / 6000) / 10} min`;
}
