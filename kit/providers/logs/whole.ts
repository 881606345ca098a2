import { UserError } from "../../errors/user-error.ts";
import type { EventTally, Question, Share, Tally } from "./log-source.ts";

/** A count by its name; undefined where the source knows nothing of it. */
export type Counts = ReadonlyMap<string, number | undefined>;

type Subject = Pick<Question, "events" | "failures" | "latency">;

/** The names that counts are asked by, of a source that is told each of them. */
export function namesOf({ events, failures, latency }: Subject): readonly string[] {
  const timed = latency === undefined ? [] : ["timed", "slow"];
  return ["attempts", ...new Set([...Object.keys(events), ...failures]), ...timed];
}

/**
 * Counts by name as a tally. What nothing is known of is never zero failures: it is said, and nothing passes with it.
 * More failures than attempts are no share of anything.
 */
export function tallyOf(subject: Subject, counts: Counts): Tally | UserError {
  const { events, failures, latency } = subject;
  const unknown = failures.filter((name) => counts.get(name) === undefined);
  const real = share(counts, "attempts", failures);
  const slow = latency === undefined ? undefined : share(counts, "timed", ["slow"]);
  const wrong = [real, slow].find((one) => one !== undefined && one.failed > one.attempts);
  if (wrong !== undefined) return moreThanAll(wrong);
  return {
    real,
    synthetic: { attempts: 0, failed: 0 },
    withoutKey: 0,
    uncounted: real.attempts === 0 ? [] : unknown.map(sayUnknown),
    ...(slow === undefined ? {} : { slow }),
    events: Object.fromEntries(Object.keys(events).map((name) => [name, seen(counts.get(name) ?? 0)])),
  };
}

function share(counts: Counts, all: string, failing: readonly string[]): Share {
  const failed = failing.reduce((sum, name) => sum + (counts.get(name) ?? 0), 0);
  return { attempts: counts.get(all) ?? 0, failed };
}

function seen(attempts: number): EventTally {
  return { attempts, entries: attempts, missing: {} };
}

function sayUnknown(name: string): string {
  return `the source knows nothing of ${name}, and that is not the same as none`;
}

function moreThanAll({ attempts, failed }: Share): UserError {
  return new UserError(
    "PR306",
    `The source counted ${failed} of ${attempts}: more than there were.`,
    "Let `attempts` count each attempt, also those that fail, and each failing one once.",
  );
}

/** A number that is a count. Fractions (an extrapolated increase) are brought to the next whole number. */
export function countFrom(value: unknown): number | undefined {
  const number = typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value;
  if (typeof number !== "number" || !Number.isFinite(number) || number < 0) return undefined;
  const whole = Math.round(number);
  return Number.isSafeInteger(whole) ? whole : undefined;
}
