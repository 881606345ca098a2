import type { CounterLimits } from "../counter-test.ts";
import { WHOLE } from "../rate.ts";
import type { Limits } from "../sequential-test.ts";
import type { Seen } from "../watch-release.ts";

/**
 * The course of the test between its two lines, in whole numbers: failures in thousandths, so that a file can hold it.
 * Both lines are straight: each is given by its height at 0 and at `most`.
 */
export interface Path {
  readonly unit: "attempts" | "minutes";
  /** How far the axis goes, in that unit. */
  readonly most: number;
  readonly fail: readonly [at0: number, atMost: number];
  readonly pass: readonly [at0: number, atMost: number];
  /** What each look has counted: attempts (or minutes) seen, and failures among them. */
  readonly points: readonly (readonly [seen: number, failed: number])[];
}

/** More points than can be told apart on the width of a page. */
const MOST_POINTS = 200;
const MINUTES = 60_000;

/** Lines of the form `x = at0 + slope × seen`. */
interface Lines {
  readonly unit: Path["unit"];
  readonly slope: number;
  readonly failAt0: number;
  readonly passAt0: number;
}

/** Pure. */
export function pathOf(
  { limits, counter }: { readonly limits: Limits; readonly counter?: CounterLimits | undefined },
  looks: readonly Seen[],
  since: number,
): Path {
  const lines = counter === undefined ? byAttempts(limits) : byMinutes(counter);
  const seen = looks.flatMap(({ attempts, failed, until }) => {
    if (attempts === undefined || failed === undefined) return [];
    return [[counter === undefined ? attempts : Math.round((until - since) / MINUTES), failed] as const];
  });
  const points = thinned([[0, 0], ...seen]);
  // At least as far as the first pass, so that both lines are seen.
  const first = Math.ceil(-lines.passAt0 / lines.slope);
  const most = Math.max(1, Math.ceil(1.2 * Math.max(first, ...points.map(([at]) => at))));
  const line = (at0: number): readonly [number, number] => [
    Math.round(1000 * at0),
    Math.round(1000 * (at0 + lines.slope * most)),
  ];
  return { unit: lines.unit, most, fail: line(lines.failAt0), pass: line(lines.passAt0), points };
}

function byAttempts({ tolerable, unacceptable, falseFail, falsePass }: Limits): Lines {
  const failed = Math.log(unacceptable / tolerable);
  const passed = Math.log((WHOLE - unacceptable) / (WHOLE - tolerable));
  return between({ unit: "attempts", one: failed - passed, each: -passed }, { falseFail, falsePass });
}

function byMinutes({ tolerable, unacceptable, falseFail, falsePass }: CounterLimits): Lines {
  const each = (unacceptable - tolerable) / 60;
  return between(
    { unit: "minutes", one: Math.log(unacceptable / tolerable), each },
    { falseFail, falsePass },
  );
}

/** `one` is what a failure weighs, `each` what one attempt or minute takes off again. */
function between(
  { unit, one, each }: { readonly unit: Path["unit"]; readonly one: number; readonly each: number },
  { falseFail, falsePass }: Pick<Limits, "falseFail" | "falsePass">,
): Lines {
  return {
    unit,
    slope: each / one,
    failAt0: Math.log(WHOLE / falseFail) / one,
    passAt0: Math.log(falsePass / WHOLE) / one,
  };
}

/** Without looks that have seen nothing new; the last one is always there. */
function thinned(points: readonly (readonly [number, number])[]): Path["points"] {
  const changed = points.filter((point, index) => {
    const before = points[index - 1];
    return before === undefined || before[0] !== point[0] || before[1] !== point[1];
  });
  const step = Math.ceil(changed.length / MOST_POINTS);
  return changed.filter((_, index) => index % step === 0 || index === changed.length - 1);
}
