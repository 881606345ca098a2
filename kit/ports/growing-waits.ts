/**
 * The waits between looks at something that is mostly done in a moment and sometimes takes minutes: a sixteenth of
 * the interval first, then twice as long each time, up to the interval. Whole milliseconds, as times in a record are.
 */
export function* growingWaits(interval: number): Generator<number, never> {
  for (let wait = Math.ceil(interval / 16); wait < interval; wait *= 2) yield wait;
  for (;;) yield interval;
}
