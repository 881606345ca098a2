import { WHOLE } from "./rate.ts";

/** How sure the bound is: in 95 of 100 samples the true rate is not above it. */
const DOUBT = 0.05;

/**
 * The Clopper-Pearson upper bound: the smallest rate, in parts per million and rounded up, at which `x` failures or
 * fewer in `n` attempts would be seen in at most one sample of twenty. A whole where nothing was seen.
 * Source: Clopper and Pearson, Biometrika 26 (1934), one-sided.
 */
export function upperBound(x: number, n: number): number {
  let [low, high] = [Math.floor((x / Math.max(1, n)) * WHOLE), WHOLE];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (atMost(x, n, middle / WHOLE) <= DOUBT) high = middle;
    else low = middle;
  }
  return high;
}

/** The chance of `x` failures or fewer in `n` attempts that each fail with chance `p`, for `p` above x / n. */
function atMost(x: number, n: number, p: number): number {
  if (x >= n) return 1;
  let term = Math.exp(logChoose(n, x) + x * Math.log(p) + (n - x) * Math.log1p(-p));
  let sum = 0;
  // Above the mean every term is smaller than the one before: from x down they soon add nothing.
  for (let k = x; k >= 0 && term > sum * Number.EPSILON; k -= 1) {
    sum += term;
    term *= (k * (1 - p)) / ((n - k + 1) * p);
  }
  return sum;
}

function logChoose(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}

/** Stirling's series from 16 on, where its error is below 1e-12; below, the product itself. */
function logFactorial(n: number): number {
  if (n < 16) {
    let product = 1;
    for (let factor = 2; factor <= n; factor += 1) product *= factor;
    return Math.log(product);
  }
  const series = 1 / (12 * n) - 1 / (360 * n ** 3) + 1 / (1260 * n ** 5);
  return n * Math.log(n) - n + Math.log(2 * Math.PI * n) / 2 + series;
}

/** The chance of each number of events from 0 to `most`, where `mean` of them are expected; the last entry is of «more». */
export function poisson(mean: number, most: number): readonly number[] {
  const chances: number[] = [];
  let left = 1;
  for (let count = 0; count <= most; count += 1) {
    const chance =
      mean === 0 ? Number(count === 0) : Math.exp(count * Math.log(mean) - mean - logFactorial(count));
    chances.push(chance);
    left -= chance;
  }
  return [...chances, Math.max(0, left)];
}
