import type { PurgeOrder } from "../cdn.ts";
import { inBatches, isEverything, valuesOf } from "../order.ts";

/** How many paths, and how many of them with a `*`, CloudFront has in progress at a time. */
export const pathsPerBatch = 3000;
export const wildcardsPerBatch = 15;

/**
 * The paths of an order in CloudFront's words, in as few batches as its limits allow. `/x` stands for every query that
 * it was asked with; `/x/*` for what lies below, since `/x*` would mean `/xyz` as well.
 */
export function batchesOf({ patterns }: Pick<PurgeOrder, "patterns">): readonly (readonly string[])[] {
  if (isEverything(patterns)) return [["/*"]];
  const prefixes = valuesOf(patterns, "prefix");
  const wildcards = prefixes.map((base) => (base === "/" ? "/*" : `${base}/*`));
  const single = [
    ...new Set([
      ...valuesOf(patterns, "path"),
      ...prefixes.filter((base) => base !== "/"),
      ...valuesOf(patterns, "tag").map((tag) => `#${tag}`),
    ]),
  ];
  const wild = inBatches(wildcards, wildcardsPerBatch);
  const room = pathsPerBatch - (wild[0]?.length ?? 0);
  const first = [...(wild[0] ?? []), ...single.slice(0, room)];
  const rest = [...wild.slice(1), ...inBatches(single.slice(room), pathsPerBatch)];
  return [first, ...rest].filter((batch) => batch.length > 0);
}
