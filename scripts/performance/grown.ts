/** Figures by what they are of, then by their names: `{ plan: { modules: 377, bytes: 2200015 } }`. */
export type Figures = Readonly<Record<string, Readonly<Record<string, number>>>>;

/**
 * What is more than it was, a line each: of what, how much, and how much would have been let through. `allowed` is the growth
 * of each name that is none, as a share: 0.02 lets 2 % pass. What is less, or gone, has not grown.
 */
export function grown(
  was: Figures,
  is: Figures,
  allowed: Readonly<Record<string, number>>,
): readonly string[] {
  return Object.entries(is).flatMap(([of, figures]) =>
    Object.entries(figures).flatMap(([name, now]) => {
      const before = was[of]?.[name];
      if (before === undefined) return [`${of}: ${name} is ${now}, and was not known before`];
      const share = allowed[name] ?? 0;
      if (now <= before * (1 + share)) return [];
      const more = before === 0 ? "" : `, ${percent(now / before - 1)} more where ${percent(share)} pass`;
      return [`${of}: ${name} grew from ${before} to ${now}${more}`];
    }),
  );
}

function percent(share: number): string {
  return `${(100 * share).toFixed(share < 0.1 ? 1 : 0)} %`;
}
