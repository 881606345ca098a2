import type { Calls, EventTally, Question, Share, Tally } from "../log-source.ts";
import { fieldsOf } from "../../../ports/json-object.ts";

/** A row of counts. Undefined when a column is missing or is no whole number; counts may come as texts. */
export function readTally(
  row: unknown,
  { events, latency }: Pick<Question, "events" | "latency">,
): Tally | undefined {
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
    unreadable: count("unreadable"),
    ...(latency === undefined ? {} : { slow: share("timed", "slow") }),
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

/** Whether the row of `markerSql` has found something. */
export function readMarker(row: unknown): boolean | undefined {
  const found = counter(row)("found");
  return Number.isNaN(found) ? undefined : found > 0;
}

/** The rows of `timelineSql`, a share for each of so many slots. Undefined when a row is no such row. */
export function readTimeline(rows: readonly unknown[], slots: number): readonly Share[] | undefined {
  const found = Array.from({ length: slots }, () => ({ attempts: 0, failed: 0 }));
  for (const row of rows) {
    const count = counter(row);
    const slot = found[count("slot")];
    const [attempts, failed] = [count("attempts"), count("failed")];
    if (slot === undefined || Number.isNaN(attempts + failed)) return undefined;
    Object.assign(slot, { attempts, failed });
  }
  return found;
}

/** NaN for what is no count. */
function counter(row: unknown): (column: string) => number {
  const cells = fieldsOf(row);
  return (column) => {
    const cell = cells[column];
    const value = typeof cell === "string" && /^\d+$/.test(cell) ? Number(cell) : cell;
    return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : Number.NaN;
  };
}
