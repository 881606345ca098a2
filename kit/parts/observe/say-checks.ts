import type { Share } from "../../providers/logs/log-source.ts";
import { type CounterLimits, counterFailsUpTo, counterPassesFrom } from "./counter-test.ts";
import { sayCounterDistance, sayDistance } from "./distance.ts";
import { percent } from "./rate.ts";
import { type Limits, type Standing, failsUpTo, passesFrom } from "./sequential-test.ts";
import { span } from "./span.ts";

export function sayFailures(share: Share, limits: Limits, stands: Standing): string {
  const { failed: x, attempts: n } = share;
  const counted = `${x} of ${n} attempts failed`;
  if (stands === "fail") return `${counted}: ${tooMany(share, limits)}`;
  if (stands === "pass") return `${counted}: ${enough(x, limits)}`;
  if (n > 0) return `${counted}: ${sayDistance(share, limits)}`;
  return `0 of 0 attempts: there was no traffic; ${sayDistance(share, limits)}`;
}

interface Slow {
  readonly of: number;
  readonly latency: { readonly field: string; readonly limit: number };
  readonly limits: Limits;
}

export function saySlow(share: Share, { of, latency, limits }: Slow, stands: Standing): string {
  const { failed: x, attempts: n } = share;
  if (n === 0 && of > 0) return `0 of ${of} attempts say in ${latency.field} how many milliseconds they took`;
  const counted = `${x} of ${n} attempts took more than ${latency.limit.toLocaleString("en")} ms`;
  if (stands === "fail") return `${counted}: ${tooMany(share, limits)}`;
  if (stands === "pass") return `${counted}: ${enough(x, limits)}`;
  return `${counted}: ${sayDistance(share, limits, "slow one")}`;
}

export function sayHourly(x: number, elapsed: number, counter: CounterLimits, stands: Standing): string {
  const counted = `${x} failures in ${span(elapsed)}`;
  if (stands === "fail")
    return `${counted}: up to ${span(counterFailsUpTo(x, counter) ?? 0)} they say that it is not ${counter.tolerable} an hour but ${counter.unacceptable} or more`;
  if (stands === "pass") return `${counted}: with ${x}, ${span(counterPassesFrom(x, counter))} or more pass`;
  return `${counted}: ${sayCounterDistance(x, elapsed, counter)}`;
}

function tooMany({ failed: x, attempts: n }: Share, limits: Limits): string {
  const { tolerable, unacceptable } = limits;
  return (
    `with ${x}, up to ${failsUpTo(x, limits) ?? n} attempts say that the rate is ` +
    `not ${percent(tolerable)} but ${percent(unacceptable)} or more`
  );
}

function enough(x: number, limits: Limits): string {
  return `with ${x}, ${passesFrom(x, limits).toLocaleString("en")} or more pass`;
}
