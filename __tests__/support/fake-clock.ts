import type { Clock } from "../../kit/ports/clock.ts";

/** A clock that never waits: sleeping moves it on, and it remembers each sleep in ms. */
export interface FakeClock extends Clock {
  readonly slept: number[];
}

export function fakeClock(start = Date.UTC(2026, 10, 22, 12)): FakeClock {
  const slept: number[] = [];
  let now = start;
  return {
    slept,
    // Whole milliseconds, as a clock says them.
    now: () => Math.floor(now),
    sleep: async (ms, signal) => {
      signal?.throwIfAborted();
      slept.push(ms);
      now += ms;
    },
  };
}
