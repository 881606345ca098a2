import { WHOLE } from "./rate.ts";
import type { Limits } from "./sequential-test.ts";

/** How many times as many slow attempts as are tolerable are not, and how many more at least. */
const TIMES = 5;
const MORE = 90_000;

/**
 * A quantile as a share: that 95 % of the attempts keep to a limit says that 5 % may not. Five times as many are
 * unacceptable, at least 9 % more, and never more than half of those that should have kept to it.
 */
export function slowLimits(quantile: number, promised: Pick<Limits, "falseFail" | "falsePass">): Limits {
  const tolerable = WHOLE - quantile;
  const worse = Math.max(TIMES * tolerable, tolerable + MORE);
  return { ...promised, tolerable, unacceptable: Math.min(worse, tolerable + Math.ceil(quantile / 2)) };
}
