/** Begins all that is named, so many at a time, each behind one before it; what became of each comes by its name. */
export function sideBySide<T>(
  named: readonly (readonly [string, () => Promise<T>])[],
  together: number,
): ReadonlyMap<string, Promise<T>> {
  const lines: Promise<unknown>[] = Array.from({ length: together }, () => Promise.resolve());
  return new Map(
    named.map(([name, work], index) => {
      const done = Promise.resolve(lines[index % together]).then(work);
      // Whoever asks for it is told how it failed.
      lines[index % together] = done.catch(() => undefined);
      return [name, done];
    }),
  );
}
