// What a bench claims: a ratio to what stands beside it, or to what it may take, and the most that it may be.

/** A claim that is held: `ratio` of `name` may be at most `target`. A ratio that is none is not met. */
export function claim(name, ratio, target) {
  return { name, ratio, target, met: ratio <= target };
}

/** The claims that stand at rows, in their order. */
export function claimsIn(rows) {
  return rows.flatMap(({ claims = [] }) => claims);
}
