import { poisson } from "./binomial.ts";
import { WHOLE } from "./rate.ts";
import { type Limits, failsUpTo, passesFrom } from "./sequential-test.ts";

/** How the test ends at each number of attempts, when each fails with the same chance. */
export interface Course {
  /** By attempts seen: the chance that it has failed, or passed, by then. */
  readonly failed: readonly number[];
  readonly passed: readonly number[];
  /** Attempts until it fails, on average, among the courses that fail. */
  readonly meanToFail: number;
}

/** Below this share of open courses the rest changes no number that is shown. */
const NOTHING = 1e-9;

/**
 * The exact chances of the sequential test with `rate` (parts per million) of the attempts failing, looked at after
 * each, up to `most` attempts: dynamic programming over the courses that are still open. Pure.
 */
export function courseOf(rate: number, limits: Limits, most: number): Course {
  const p = rate / WHOLE;
  const bounds = boundaries(limits);
  const failed = [0];
  const passed = [0];
  let open = new Map([[0, 1]]);
  let weighed = 0;
  for (let n = 1; n <= most; n += 1) {
    const next = new Map<number, number>();
    let [fails, passes] = [0, 0];
    const meet = (x: number, chance: number): void => {
      if (chance === 0) return;
      const { failsUpTo: worst, passesFrom: best } = bounds(x);
      if (n <= worst) fails += chance;
      else if (n >= best) passes += chance;
      else next.set(x, (next.get(x) ?? 0) + chance);
    };
    for (const [x, chance] of open) {
      meet(x, chance * (1 - p));
      meet(x + 1, chance * p);
    }
    failed.push((failed[n - 1] ?? 0) + fails);
    passed.push((passed[n - 1] ?? 0) + passes);
    weighed += n * fails;
    open = next;
    if ([...open.values()].reduce((sum, chance) => sum + chance, 0) < NOTHING) break;
  }
  return { failed, passed, meanToFail: weighed / (failed.at(-1) ?? 0) };
}

/** By failures seen, looked up once: the test's boundaries depend on nothing else. */
function boundaries(limits: Limits): (x: number) => { failsUpTo: number; passesFrom: number } {
  const known: { failsUpTo: number; passesFrom: number }[] = [];
  return (x) => (known[x] ??= { failsUpTo: failsUpTo(x, limits) ?? -1, passesFrom: passesFrom(x, limits) });
}

/** What is known before: how much traffic there is, and how long it is waited for (ms). */
export interface Expected {
  readonly perHour: number;
  /** In parts per million: the failure rate of a release that is as good as before. */
  readonly healthy: number;
  readonly window: number;
  readonly lag: number;
}

export interface Forecast {
  readonly perHour: number;
  /** Attempts that a clean release passes with, and the ms that they and the lag take; undefined without traffic. */
  readonly cleanPass: number;
  readonly passesAfter: number | undefined;
  /** The chance that the window ends before a healthy release has a verdict. */
  readonly openAtEnd: number;
  /** For failure rates in parts per million: attempts until it is failed, on average. */
  readonly detection: readonly { readonly rate: number; readonly attempts: number }[];
}

/** The failure rates for which it is told how soon they are seen. */
const told: readonly number[] = [1_000_000, 500_000, 200_000];

/** Attempts after which a course that is still open is not followed. */
const FAR = 5_000;

const HOUR = 3_600_000;

/** What `observe` will come to, told before anybody approves. Attempts come at random, `perHour` on average. Pure. */
export function forecast({ perHour, healthy, window, lag }: Expected, limits: Limits): Forecast {
  const cleanPass = passesFrom(0, limits);
  const mean = (perHour * window) / HOUR;
  return {
    perHour,
    cleanPass,
    passesAfter: perHour > 0 ? (cleanPass / perHour) * HOUR + lag : undefined,
    openAtEnd: mean === 0 ? 1 : stillOpen(mean, courseOf(healthy, limits, FAR)),
    detection: told
      .filter((rate) => rate > limits.unacceptable)
      .map((rate) => ({ rate, attempts: courseOf(rate, limits, FAR).meanToFail })),
  };
}

/** The chance of no verdict yet after as many attempts as come in a time in which `mean` are expected. */
function stillOpen(mean: number, { failed, passed }: Course): number {
  const last = failed.length - 1;
  const open = (n: number): number => 1 - (failed[Math.min(n, last)] ?? 0) - (passed[Math.min(n, last)] ?? 0);
  return poisson(mean, last).reduce((sum, chance, n) => sum + chance * Math.max(0, open(n)), 0);
}
