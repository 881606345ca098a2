import type { Share } from "../../providers/logs/log-source.ts";
import type { Baseline } from "./baseline.ts";
import type { Forecast } from "./forecast.ts";
import { WHOLE, percent } from "./rate.ts";
import { span } from "./span.ts";

/** What the time before says, and what it changes. */
export function sayBaseline({ kind, seen, bound, limits }: Baseline, before: number): string {
  const what = `${share(seen)} failed in the ${span(before)} before`;
  if (kind === "unhealthy") return `${what}: it was not healthy then`;
  if (kind === "uninformative") return `${what}: too few to say more than what is declared`;
  return limits.tolerable === bound
    ? `${what}, which may be ${short(bound)}: up to that is tolerable, ${short(limits.unacceptable)} is not`
    : `${what}: ${percent(limits.tolerable)} is tolerable, as declared`;
}

/** A rate for reading: two digits after the point, rounded up. */
function short(parts: number): string {
  return percent(Math.ceil(parts / 100) * 100);
}

/** What `observe` will come to, for the person who approves. */
export function sayForecast(told: Forecast, window: number): readonly string[] {
  const { perHour, cleanPass, passesAfter, openAtEnd, detection } = told;
  if (passesAfter === undefined)
    return [
      `There was no traffic: observe will end without a verdict, and ${cleanPass} clean attempts are needed for one`,
    ];
  const rate = perHour >= 10 ? String(Math.round(perHour)) : String(Number(perHour.toPrecision(2)));
  const soon = detection.map(
    ({ rate: failing, attempts }) =>
      `${percent(failing)} failures after about ${Number(attempts.toPrecision(2))}`,
  );
  return [
    `${rate} attempts an hour: a clean release passes in about ${span(passesAfter)} (${cleanPass} attempts)`,
    `observe waits ${span(window)}, which ends without a verdict ${chance(openAtEnd)} of the time`,
    ...(soon.length === 0 ? [] : [`It sees ${soon.join(", ")} attempts`]),
  ];
}

/** Whole percents, and neither never nor always where it is neither. */
function chance(of: number): string {
  if (of > 0.99) return "more than 99 %";
  return of < 0.01 ? "less than 1 %" : `${Math.round(of * 100)} %`;
}

function share({ failed, attempts }: Share): string {
  const n = attempts.toLocaleString("en");
  const rate = attempts === 0 || failed === 0 ? "" : ` (${percent(Math.round((failed / attempts) * WHOLE))})`;
  return `${failed.toLocaleString("en")} of ${n} attempts${rate}`;
}
