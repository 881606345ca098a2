/**
 * Gives out `limit` turns; who asks while none is left waits, first come, first served. One that needs several
 * (a browser suite starts workers) gets at most all of them.
 */
export function newTurns(limit: number): <T>(work: () => Promise<T>, needs?: number) => Promise<T> {
  let free = limit;
  const waiting: { readonly needs: number; readonly start: () => void }[] = [];
  const next = (): void => {
    for (let first = waiting[0]; first !== undefined && first.needs <= free; first = waiting[0]) {
      waiting.shift();
      free -= first.needs;
      first.start();
    }
  };
  return async (work, wanted = 1) => {
    const needs = Math.min(wanted, limit);
    await new Promise<void>((start) => {
      waiting.push({ needs, start });
      next();
    });
    try {
      return await work();
    } finally {
      free += needs;
      next();
    }
  };
}

/**
 * How many turns a browser suite needs: it starts a browser and a worker at least. On two cores nothing runs beside it,
 * since a test that waits for a busy machine looks like a broken site; on four there is room for three commands.
 */
export function suiteTurns(cores: number): number {
  return cores < 4 ? 2 : 1;
}
