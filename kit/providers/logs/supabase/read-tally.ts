import type { Calls, EventTally, Question, Share, Tally } from "../log-source.ts";

type Events = Pick<Question, "events">;

/** A row of counts. Undefined when a column is missing or is no whole number; counts may come as texts. */
export function readTally(row: unknown, { events }: Events): Tally | undefined {
  const count = counter(row);
  const share = (attempts: string, failed: string): Share => ({
    attempts: count(attempts),
    failed: count(failed),
  });
  const event = (fields: readonly string[], index: number): EventTally => ({
    attempts: count(`e${index}_attempts`),
    entries: count(`e${index}_entries`),
    missing: Object.fromEntries(fields.map((field, at) => [field, count(`e${index}_missing${at}`)])),
  });
  const tally: Tally = {
    real: share("attempts", "failed"),
    synthetic: share("synthetic_attempts", "synthetic_failed"),
    withoutKey: count("without_key"),
    events: Object.fromEntries(
      Object.entries(events).map(([name, fields], index) => [name, event(fields, index)]),
    ),
  };
  return JSON.stringify(tally).includes("null") ? undefined : tally;
}

/** The row of `callsSql`. */
export function readCalls(row: unknown): Calls | undefined {
  const count = counter(row);
  const calls = { calls: count("calls"), failed: count("failed") };
  return Number.isNaN(calls.calls + calls.failed) ? undefined : calls;
}

/** NaN for what is no count. */
function counter(row: unknown): (column: string) => number {
  const cells = (typeof row === "object" && row !== null ? row : {}) as Readonly<Record<string, unknown>>;
  return (column) => {
    const cell = cells[column];
    const value = typeof cell === "string" && /^\d+$/.test(cell) ? Number(cell) : cell;
    return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : Number.NaN;
  };
}

export function noTally({ events }: Events): Tally {
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
    events: Object.fromEntries(Object.entries(events).map(([name, fields]) => [name, event(fields)])),
  };
}

/** Two spans of time together. An attempt that both have seen counts twice. */
export function addTallies(a: Tally, b: Tally): Tally {
  return {
    real: addShares(a.real, b.real),
    synthetic: addShares(a.synthetic, b.synthetic),
    withoutKey: a.withoutKey + b.withoutKey,
    events: Object.fromEntries(
      Object.entries(a.events).map(([name, event]) => [name, addEvents(event, b.events[name] ?? event)]),
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
      Object.entries(a.missing).map(([field, n]) => [field, n + (b.missing[field] ?? 0)]),
    ),
  };
}
