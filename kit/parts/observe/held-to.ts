import type { Runtime } from "../../action/runtime.ts";
import type { CountedFunction, Look, LogSource, Tally } from "../../providers/logs/log-source.ts";
import { judgeBaseline } from "./baseline.ts";
import { silentAfter } from "./counter-test.ts";
import type { ObserveInputs } from "./inputs.ts";
import type { Judging } from "./judging.ts";
import { type Before, lookBack } from "./look-back.ts";
import { type Subject, counterOf, limitsOf, slowLimitsOf } from "./question.ts";
import { sayBaseline } from "./say-baseline.ts";
import type { Limits } from "./sequential-test.ts";

const HOUR = 3_600_000;

type World = Pick<Runtime, "clock" | "log" | "signal">;

/** What the counts are judged by, as far as the time before the release says it. */
export type Held = Pick<Judging, "limits" | "before" | "wasIll" | "silence">;

/** What the inputs alone say of how the counts are judged. */
export function judgedBy(inputs: ObserveInputs): Pick<Judging, "minEvents" | "counter" | "slow"> {
  return { minEvents: inputs.minEvents, counter: counterOf(inputs), slow: slowLimitsOf(inputs) };
}

/**
 * What a release is held to: the declared rates, or what was before it where that failed more often. It is asked for as
 * patiently as the release itself: a service that is away for a minute must not make the test a stricter one.
 */
export async function heldTo(
  inputs: ObserveInputs,
  { source, subject, functions }: Asked,
  before: Before,
  world: World,
): Promise<Held> {
  const declared = limitsOf(inputs);
  if (before.span === 0) return { limits: declared };
  const look = await patiently(inputs, () => lookBack(source, subject, functions, before), world);
  if (!("value" in look))
    return { limits: declared, before: `The time before could not be counted: ${look.error.message}` };
  const judged = judgeBaseline(look.value.real, declared);
  return {
    limits: judged.limits,
    before: sayBaseline(judged, before.span),
    wasIll: judged.kind === "unhealthy",
    silence: { after: silences(look.value, before, declared), is: inputs.onSilence },
  };
}

/** By required event: how long it must stay away, at the rate that it had, before that is no chance. */
function silences({ events }: Tally, { span }: Before, { falseFail }: Limits): Record<string, number> {
  const rates = Object.entries(events).map(
    ([name, { attempts }]) => [name, (attempts * HOUR) / span] as const,
  );
  // Several events share what may go wrong by chance.
  const level = Math.max(1, Math.floor(falseFail / Math.max(1, rates.length)));
  return Object.fromEntries(rates.map(([name, perHour]) => [name, silentAfter(perHour, level)]));
}

interface Asked {
  readonly source: LogSource;
  readonly subject: Subject;
  readonly functions: readonly CountedFunction[];
}

async function patiently(
  { errorBudget, pollInterval }: ObserveInputs,
  ask: () => Promise<Look<Tally>>,
  { clock, log, signal }: World,
): Promise<Look<Tally>> {
  for (let failures = 1; ; failures += 1) {
    const look = await ask();
    if ("value" in look || look.final || failures >= errorBudget) return look;
    log.info(
      `The time before was not counted (${failures} of ${errorBudget} in a row): ${look.error.message}`,
    );
    await clock.sleep(Math.max(look.wait, pollInterval), signal);
  }
}
