import { heldIn } from "../../action/held-in.ts";
import type { EventTally, Question, Share, Tally } from "./log-source.ts";

/** What is counted before anything was logged. */
export function noTally({ events, latency }: Pick<Question, "events" | "latency">): Tally {
  const none = { attempts: 0, failed: 0 };
  const event = (fields: readonly string[]): EventTally => ({
    attempts: 0,
    entries: 0,
    missing: Object.fromEntries(fields.map((field) => [field, 0])),
  });
  return {
    real: none,
    synthetic: none,
    withoutKey: 0,
    unreadable: 0,
    ...(latency === undefined ? {} : { slow: none }),
    events: Object.fromEntries(Object.entries(events).map(([name, fields]) => [name, event(fields)])),
  };
}

/** Two spans of time together. An attempt that both have seen counts twice. */
export function addTallies(a: Tally, b: Tally): Tally {
  return {
    real: addShares(a.real, b.real),
    synthetic: addShares(a.synthetic, b.synthetic),
    withoutKey: a.withoutKey + b.withoutKey,
    unreadable: (a.unreadable ?? 0) + (b.unreadable ?? 0),
    uncounted: [...new Set([...(a.uncounted ?? []), ...(b.uncounted ?? [])])],
    ...(a.slow === undefined ? {} : { slow: addShares(a.slow, b.slow ?? a.slow) }),
    events: Object.fromEntries(
      Object.entries(a.events).map(([name, event]) => [
        name,
        addEvents(event, heldIn(b.events, name) ?? event),
      ]),
    ),
  };
}

function addShares(a: Share, b: Share): Share {
  return { attempts: a.attempts + b.attempts, failed: a.failed + b.failed };
}

function addEvents(a: EventTally, b: EventTally): EventTally {
  return {
    attempts: a.attempts + b.attempts,
    entries: a.entries + b.entries,
    missing: Object.fromEntries(
      Object.entries(a.missing).map(([field, n]) => [field, n + (heldIn(b.missing, field) ?? 0)]),
    ),
  };
}
