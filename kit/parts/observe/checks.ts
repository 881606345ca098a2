import type { Tally } from "../../providers/logs/log-source.ts";
import { counterStanding } from "./counter-test.ts";
import type { Judging } from "./judging.ts";
import { sayFailures, sayHourly, saySlow } from "./say-checks.ts";
import { type Standing, standing } from "./sequential-test.ts";

/** One thing that is counted and judged by itself. A release passes when all have passed, and fails with the first. */
export interface Check {
  readonly stands: Standing;
  /** «x of n», and why that has decided or how far it is from deciding. */
  readonly says: string;
}

/** How each of the checks stands that a sequential test decides. Pure. */
export function checksOf(tally: Tally, judging: Omit<Judging, "last">): readonly Check[] {
  const slow = slowCheck(tally, judging);
  return [failureCheck(tally, judging), ...(slow === undefined ? [] : [slow])];
}

function failureCheck({ real }: Tally, { counter, elapsed, limits }: Omit<Judging, "last">): Check {
  if (counter !== undefined) {
    const stands = counterStanding(real.failed, elapsed, counter);
    return { stands, says: sayHourly(real.failed, elapsed, counter, stands) };
  }
  const stands = standing(real.failed, real.attempts, limits);
  return { stands, says: sayFailures(real, limits, stands) };
}

function slowCheck(
  { real, slow }: Tally,
  { subject, slow: limits }: Omit<Judging, "last">,
): Check | undefined {
  const { latency } = subject;
  if (latency === undefined || limits === undefined || slow === undefined) return undefined;
  const stands = standing(slow.failed, slow.attempts, limits);
  return { stands, says: saySlow(slow, { of: real.attempts, latency, limits }, stands) };
}

/** How they stand together. */
export function together(checks: readonly Check[]): Standing {
  const all = checks.map(({ stands }) => stands);
  if (all.includes("fail")) return "fail";
  return all.includes("open") ? "open" : "pass";
}

/** What those that stand so have to say, as sentences. */
export function saying(checks: readonly Check[], which: Standing): string {
  return checks
    .filter(({ stands }) => stands === which)
    .map(({ says }) => `${says}.`)
    .join(" ");
}
