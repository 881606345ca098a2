import { WHOLE } from "./rate.ts";

/** What the test promises; all in parts per million. */
export interface Limits {
  /** The failure rate that is still fine. */
  readonly tolerable: number;
  /** The failure rate that is not; above `tolerable`. */
  readonly unacceptable: number;
  /** How often, at most, a release whose rate is tolerable is failed. */
  readonly falseFail: number;
  /** How often, at most, a release whose rate is unacceptable is passed. */
  readonly falsePass: number;
}

export type Standing = "pass" | "fail" | "open";

/**
 * The sequential probability ratio test on `x` failures in `n` attempts, with Ville's boundaries: fails once
 * the likelihood ratio of «unacceptable» to «tolerable» reaches 1/falseFail, passes once it is down to
 * falsePass. The promises of `limits` hold however often one looks and whenever one stops, and the answer
 * depends on nothing but the two counts. Exact: where logarithms cannot tell, both sides are compared as whole numbers.
 */
export function standing(x: number, n: number, limits: Limits): Standing {
  const { tolerable, unacceptable, falseFail, falsePass } = limits;
  const ratio =
    x * Math.log(unacceptable / tolerable) + (n - x) * Math.log((WHOLE - unacceptable) / (WHOLE - tolerable));
  const [above, below] = [ratio + Math.log(falseFail / WHOLE), ratio - Math.log(falsePass / WHOLE)];
  // Each logarithm is right to 1e-15 or so, and n of them are added.
  const doubt = (n + 1) * 1e-13;
  if (Math.abs(above) < doubt || Math.abs(below) < doubt) return exactly(x, n, limits);
  if (above > 0) return "fail";
  return below < 0 ? "pass" : "open";
}

function exactly(x: number, n: number, limits: Limits): Standing {
  const { numerator, denominator } = likelihoodRatio(x, n, limits);
  if (numerator * BigInt(limits.falseFail) >= denominator * BigInt(WHOLE)) return "fail";
  if (numerator * BigInt(WHOLE) <= denominator * BigInt(limits.falsePass)) return "pass";
  return "open";
}

/** The largest n at which x failures say fail, or undefined where no number of attempts would. */
export function failsUpTo(x: number, limits: Limits): number | undefined {
  if (standing(x, x, limits) !== "fail") return undefined;
  return firstFrom(x, (n) => standing(x, n, limits) !== "fail") - 1;
}

/** The smallest n at which x failures say pass. */
export function passesFrom(x: number, limits: Limits): number {
  return firstFrom(x, (n) => standing(x, n, limits) === "pass");
}

interface Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

function likelihoodRatio(x: number, n: number, { tolerable, unacceptable }: Limits): Ratio {
  const failed = reduced(unacceptable, tolerable);
  const passed = reduced(WHOLE - unacceptable, WHOLE - tolerable);
  const [f, p] = [BigInt(x), BigInt(n - x)];
  return {
    numerator: failed.numerator ** f * passed.numerator ** p,
    denominator: failed.denominator ** f * passed.denominator ** p,
  };
}

function reduced(numerator: number, denominator: number): Ratio {
  const divisor = gcd(numerator, denominator);
  return { numerator: BigInt(numerator / divisor), denominator: BigInt(denominator / divisor) };
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

/** More attempts than any limits that can be written need. */
const FAR = 2 ** 40;

/** The smallest whole number from `start` on for which `holds`, which must stay true once it is. */
function firstFrom(start: number, holds: (n: number) => boolean): number {
  let step = 1;
  while (!holds(start + step)) {
    step *= 2;
    if (step > FAR) throw new Error(`No number of attempts up to ${FAR} decides after ${start}`);
  }
  let [low, high] = [start - 1, start + step];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}
