import type { Runtime } from "../../action/runtime.ts";
import type { CountedFunction, Look, LogSource, Share } from "../../providers/logs/log-source.ts";
import { judgeBaseline } from "./baseline.ts";
import type { ObserveInputs } from "./inputs.ts";
import type { Judging } from "./judge-tally.ts";
import { type Before, lookBack } from "./look-back.ts";
import { type Subject, limitsOf } from "./question.ts";
import { sayBaseline } from "./say-baseline.ts";

type World = Pick<Runtime, "clock" | "log" | "signal">;

/**
 * What a release is held to: the declared rates, or what was before it where that failed more often. It is asked for as
 * patiently as the release itself: a service that is away for a minute must not make the test a stricter one.
 */
export async function heldTo(
  inputs: ObserveInputs,
  { source, subject, functions }: Asked,
  before: Before,
  world: World,
): Promise<Pick<Judging, "limits" | "before" | "wasIll">> {
  const declared = limitsOf(inputs);
  if (before.span === 0) return { limits: declared };
  const look = await patiently(inputs, () => lookBack(source, subject, functions, before), world);
  if (!("value" in look))
    return { limits: declared, before: `The time before could not be counted: ${look.error.message}` };
  const judged = judgeBaseline(look.value, declared);
  const wasIll = judged.kind === "unhealthy";
  return { limits: judged.limits, before: sayBaseline(judged, before.span), wasIll };
}

interface Asked {
  readonly source: LogSource;
  readonly subject: Subject;
  readonly functions: readonly CountedFunction[];
}

async function patiently(
  { errorBudget, pollInterval }: ObserveInputs,
  ask: () => Promise<Look<Share>>,
  { clock, log, signal }: World,
): Promise<Look<Share>> {
  for (let failures = 1; ; failures += 1) {
    const look = await ask();
    if ("value" in look || look.final || failures >= errorBudget) return look;
    log.info(
      `The time before was not counted (${failures} of ${errorBudget} in a row): ${look.error.message}`,
    );
    await clock.sleep(Math.max(look.wait, pollInterval), signal);
  }
}
