import type { Pattern, PatternKind } from "./pattern.ts";

/** What the patterns of one kind name, each once. */
export function valuesOf(patterns: readonly Pattern[], kind: PatternKind): readonly string[] {
  const found = patterns.flatMap((pattern) =>
    pattern.kind === kind && "value" in pattern ? [pattern.value] : [],
  );
  return [...new Set(found)];
}

/** Whether the whole cache is meant. */
export function isEverything(patterns: readonly Pattern[]): boolean {
  return patterns.some(({ kind }) => kind === "everything");
}

/** As few calls as a limit allows. */
export function inBatches<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

/**
 * Does so many at a time; the results are in the order of the items. After a failure nothing more is begun, and it is
 * thrown once all that had begun has ended.
 */
export async function atOnce<T, R>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = [];
  const failures: unknown[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < items.length && failures.length === 0; index = next++) {
      try {
        results[index] = await work(items[index] as T);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
  if (failures.length > 0) throw failures[0];
  return results;
}
