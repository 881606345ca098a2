import type { Share } from "../../providers/logs/log-source.ts";
import { upperBound } from "./binomial.ts";
import { WHOLE } from "./rate.ts";
import type { Limits } from "./sequential-test.ts";

/**
 * What a time before the release says about it. `informative`: the release is held to «not worse than before».
 * `uninformative`: too little was seen, the declared rates stand. `unhealthy`: it failed so often before that a
 * release could not be told from it.
 */
export interface Baseline {
  readonly kind: "informative" | "uninformative" | "unhealthy";
  readonly seen: Share;
  /** In parts per million: the rate that what was seen does not rule out. */
  readonly bound: number;
  /** What decides. */
  readonly limits: Limits;
}

/** No baseline makes a rate above this one tolerable. */
const MOST = 50_000;

/** Of what is tolerable: how much worse is unacceptable, when a baseline has raised the one. */
const TIMES = 5;
const MORE = 90_000;

/**
 * Limits that hold a release to what was before it: tolerable is the Clopper-Pearson bound of what was seen, never
 * less than declared and never more than 5 %. The bound, not the rate that was seen: a release as good as its
 * baseline is then failed no more often than `falseFail` and the bound's own doubt say. Pure.
 */
export function judgeBaseline(seen: Share, declared: Limits): Baseline {
  const most = Math.max(MOST, declared.tolerable);
  const bound = upperBound(seen.failed, seen.attempts);
  const base = { seen, bound, limits: declared };
  if (bound > most) {
    const failing = seen.failed * WHOLE > seen.attempts * most;
    return { ...base, kind: failing ? "unhealthy" : "uninformative" };
  }
  if (bound <= declared.tolerable) return { ...base, kind: "informative" };
  const unacceptable = Math.max(declared.unacceptable, TIMES * bound, bound + MORE);
  return { ...base, kind: "informative", limits: { ...declared, tolerable: bound, unacceptable } };
}
