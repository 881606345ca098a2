import type { EventTally, Share, Tally } from "../../providers/logs/log-source.ts";
import { counterFailsUpTo, counterPassesFrom } from "./counter-test.ts";
import type { Judging } from "./judging.ts";
import { percent } from "./rate.ts";
import { failsUpTo, passesFrom } from "./sequential-test.ts";
import { span } from "./span.ts";

/** «x of n …» for everything that was counted. */
export function evidenceOf(
  tally: Tally,
  { subject, before }: Pick<Judging, "subject" | "before">,
): readonly string[] {
  const { real, synthetic, withoutKey } = tally;
  const by = subject.failures.length === 0 ? "" : ` (${subject.failures.join(", ")})`;
  return [
    `${real.failed} of ${real.attempts} attempts failed${by}`,
    ...Object.entries(tally.events).flatMap(([name, event]) => [
      `${event.attempts} of ${real.attempts} attempts have logged ${name}`,
      ...fieldLines(name, event),
    ]),
    ...(synthetic.attempts === 0
      ? []
      : [`${synthetic.failed} of ${synthetic.attempts} synthetic attempts failed (counted apart)`]),
    ...(before === undefined ? [] : [before]),
    ...(withoutKey === 0 ? [] : [`${withoutKey} entries name no attempt (${subject.attemptKey.join(", ")})`]),
  ];
}

/** A line for all fields together, or where one is missing a line for each. */
function fieldLines(name: string, { entries, missing }: EventTally): readonly string[] {
  const fields = Object.keys(missing);
  const line = (lacks: number, have: string): string =>
    `${entries - lacks} of ${entries} entries of ${name} have ${have}`;
  if (Object.values(missing).some((lacks) => lacks > 0))
    return Object.entries(missing).map(([field, lacks]) => line(lacks, field));
  return fields.length === 0 ? [] : [line(0, fields.join(", "))];
}

export function saySilent(silent: readonly string[], { silence, elapsed }: Judging): string {
  const which = silent.map((name) => `${name} (chance explains ${span(silence?.after[name] ?? 0)})`);
  return `Nothing was logged for ${span(elapsed)} of ${which.join(", ")}.`;
}

export function passed({ failed: x, attempts: n }: Share, { counter, elapsed }: Judging): string {
  return counter ? `${x} failures in ${span(elapsed)}.` : `${x} of ${n} attempts failed.`;
}

export function tooMany({ failed: x, attempts: n }: Share, { limits, counter, elapsed }: Judging): string {
  if (counter)
    return `${x} failures in ${span(elapsed)}: up to ${span(counterFailsUpTo(x, counter) ?? 0)} they say that it is not ${counter.tolerable} an hour but ${counter.unacceptable} or more.`;
  const { tolerable, unacceptable } = limits;
  return (
    `${x} of ${n} attempts failed: with ${x}, up to ${failsUpTo(x, limits) ?? n} attempts say that the rate is ` +
    `not ${percent(tolerable)} but ${percent(unacceptable)} or more.`
  );
}

export function tooFew({ failed: x, attempts: n }: Share, { limits, counter, elapsed }: Judging): string {
  if (counter)
    return `${x} failures in ${span(elapsed)}; ${span(counterPassesFrom(x, counter))} are needed to pass with ${x}.`;
  const needed = passesFrom(x, limits);
  return n === 0
    ? `0 of 0 attempts: there was no traffic; ${needed} clean attempts are needed.`
    : `${x} of ${n} attempts failed; ${needed} attempts are needed to pass with ${x}.`;
}

export function nameless({ withoutKey }: Tally, { subject }: Judging): string {
  return `${withoutKey} entries have no ${subject.attemptKey.join(" and ")}: whether their attempts failed cannot be told.`;
}
