import { WHOLE } from "./rate.ts";
import type { Standing } from "./sequential-test.ts";

const HOUR = 3_600_000;

/** What a count without a denominator is held to. */
export interface CounterLimits {
  /** Failures an hour that are still fine; above 0. */
  readonly tolerable: number;
  /** Failures an hour that are not; above `tolerable`. */
  readonly unacceptable: number;
  /** In parts per million, as in `Limits`. */
  readonly falseFail: number;
  readonly falsePass: number;
}

/**
 * The sequential test where only failures can be counted, `x` of them in `time` ms: the likelihood ratio of two Poisson
 * rates, with the same boundaries as `standing` and the same promises. Silence passes here, so it is for failures that
 * would be logged whether or not anybody succeeds.
 */
export function counterStanding(x: number, time: number, limits: CounterLimits): Standing {
  const { tolerable, unacceptable, falseFail, falsePass } = limits;
  const ratio = x * Math.log(unacceptable / tolerable) - ((unacceptable - tolerable) * time) / HOUR;
  if (ratio >= Math.log(WHOLE / falseFail)) return "fail";
  if (ratio <= Math.log(falsePass / WHOLE)) return "pass";
  return "open";
}

/** The time in ms from which on `x` failures say pass. */
export function counterPassesFrom(x: number, limits: CounterLimits): number {
  const { tolerable, unacceptable, falsePass } = limits;
  const needed = x * Math.log(unacceptable / tolerable) + Math.log(WHOLE / falsePass);
  return Math.ceil((needed / (unacceptable - tolerable)) * HOUR);
}

/** The time in ms up to which `x` failures say fail; undefined where they never do. */
export function counterFailsUpTo(x: number, limits: CounterLimits): number | undefined {
  const { tolerable, unacceptable, falseFail } = limits;
  const left = x * Math.log(unacceptable / tolerable) - Math.log(WHOLE / falseFail);
  return left < 0 ? undefined : Math.floor((left / (unacceptable - tolerable)) * HOUR);
}

/**
 * How long an event that comes `perHour` times an hour must stay away, in ms, before chance explains it only `level`
 * (parts per million) of the time: 18 minutes at ten an hour and 5 %.
 */
export function silentAfter(perHour: number, level: number): number {
  return perHour <= 0 ? Number.POSITIVE_INFINITY : Math.ceil((Math.log(WHOLE / level) / perHour) * HOUR);
}
