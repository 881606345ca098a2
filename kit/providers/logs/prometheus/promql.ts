/** How far back it is looked for what a counter was before it is counted. */
const BEFORE = "1h";

/** Whether this is the name of a counter, with labels if need be, and no expression. */
export function isCounter(text: string): boolean {
  return /^[a-zA-Z_:][\w:]*\s*(?:\{(?:[^{}"]|"(?:[^"\\]|\\.)*")*\})?$/.test(text.trim());
}

/**
 * By how much the counters have grown within so many ms, to the unit. `increase` extrapolates, and misses what a counter
 * begins with: a failure that is the first of its kind. Here each series is what it was last less what it was before;
 * one that began within the time, or anew before it was seen, counts from zero. Only one that began anew in the midst of it
 * is estimated by `increase`.
 */
export function grownBy(counter: string, ms: number): string {
  const within = `${counter.trim()}[${ms}ms]`;
  const before = `last_over_time(${counter.trim()}[${BEFORE}] offset ${ms}ms)`;
  const steady = `resets(${within}) == 0`;
  return [
    "sum(",
    `  ((last_over_time(${within}) - ${before}) and (min_over_time(${within}) >= ${before}) and (${steady}))`,
    `  or (last_over_time(${within}) and (${steady}))`,
    `  or increase(${within})`,
    ")",
  ].join("\n");
}
