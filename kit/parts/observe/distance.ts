import type { Share } from "../../providers/logs/log-source.ts";
import { type CounterLimits, counterFailsUpTo, counterPassesFrom } from "./counter-test.ts";
import { type Limits, failsUpTo, passesFrom } from "./sequential-test.ts";
import { span } from "./span.ts";

/** How far an open test is from both its ends: the failures and the good attempts that would end it soonest. */
export interface Distance {
  /** The failure, counted from the first, that would fail it, and up to which attempt. */
  readonly fails: { readonly failure: number; readonly upTo: number };
  /** The good attempts in a row that would pass it. */
  readonly passes: number;
}

/** The counts must not have decided yet. Pure. */
export function distanceOf({ failed: x, attempts: n }: Share, limits: Limits): Distance {
  let failure = x + 1;
  // Failures in a row: each is one attempt more as well.
  while ((failsUpTo(failure, limits) ?? 0) < n + failure - x) failure += 1;
  return {
    fails: { failure, upTo: failsUpTo(failure, limits) ?? failure },
    passes: passesFrom(x, limits) - n,
  };
}

/** «a 3rd failure up to attempt 27 would fail it, 18 more clean attempts pass». */
export function sayDistance(share: Share, limits: Limits, failing = "failure"): string {
  const { fails, passes } = distanceOf(share, limits);
  const clean = `${passes.toLocaleString("en")} more clean ${passes === 1 ? "attempt passes" : "attempts pass"}`;
  return `a ${ordinal(fails.failure)} ${failing} up to attempt ${fails.upTo.toLocaleString("en")} would fail it, ${clean}`;
}

/** The same where time takes the place of attempts. */
export function sayCounterDistance(x: number, elapsed: number, limits: CounterLimits): string {
  let failure = x + 1;
  while ((counterFailsUpTo(failure, limits) ?? -1) < elapsed) failure += 1;
  const left = span((counterFailsUpTo(failure, limits) ?? elapsed) - elapsed);
  const clean = span(Math.max(0, counterPassesFrom(x, limits) - elapsed));
  return `a ${ordinal(failure)} failure within ${left} would fail it, ${clean} more without one pass`;
}

/** `1st`, `2nd`, `3rd`, `11th`. */
export function ordinal(number: number): string {
  const isTeen = Math.floor((number % 100) / 10) === 1;
  const ending = isTeen ? "th" : (["th", "st", "nd", "rd"][number % 10] ?? "th");
  return `${number.toLocaleString("en")}${ending}`;
}
