import type { Http } from "../../kit/ports/http.ts";
import type { Clock } from "../../kit/ports/clock.ts";

/** Time that passes only while everybody sleeps: as soon as no request is under way, the next sleeper wakes. */
export interface VirtualClock extends Clock {
  /** A web whose requests take no time, but hold it. */
  watching(http: Http): Http;
}

export function virtualClock(start = Date.UTC(2026, 10, 28, 12)): VirtualClock {
  const sleepers: { readonly until: number; wake(): void }[] = [];
  let now = start;
  let busy = 0;
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
    if (busy > 0 || sleepers.length === 0) return;
    sleepers.sort((a, b) => b.until - a.until);
    const next = sleepers.pop();
    now = Math.max(now, next?.until ?? now);
    next?.wake();
    void settle();
  };
  return {
    now: () => now,
    sleep: async (ms, signal) => {
      signal?.throwIfAborted();
      const woken = new Promise<void>((wake) => sleepers.push({ until: now + ms, wake }));
      void settle();
      await woken;
    },
    watching: (http) => async (url, init) => {
      busy += 1;
      try {
        return await http(url, init);
      } finally {
        busy -= 1;
        void settle();
      }
    },
  };
}
