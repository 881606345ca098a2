import type { StandInRequest, StandInResponse } from "../server.ts";
import type { SupabaseContext } from "./context.ts";
import { Refused, refusal } from "./errors.ts";
import { runQuery } from "./log-sql/run.ts";
import { QueryError } from "./log-sql/tokens.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const MOST_ROWS = 1000;

/**
 * GET …/analytics/endpoints/logs. The vendor speaks ClickHouse's SQL; this answers a part of it, and says so
 * of anything else inside a 200 as the vendor does, never with invented rows.
 */
export function queryLogs(context: SupabaseContext, { query }: StandInRequest): StandInResponse {
  const [from, to] = range(query, context.now());
  const rows = context.state.logs.filter((row) => {
    const at = Date.parse(`${row.timestamp}Z`);
    return at >= from && at < to;
  });
  try {
    const result = runQuery(query.get("sql") ?? "", rows, MOST_ROWS);
    return { status: 200, json: { result, error: null } };
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    const { message } = error;
    const errors = [
      { domain: "global", location: "query", locationType: "other", message, reason: "invalidQuery" },
    ];
    return { status: 200, json: { error: { code: 400, errors, message, status: "INVALID_ARGUMENT" } } };
  }
}

/** GET …/analytics/endpoints/logs.all: gone since September 2026. */
export function goneLogs(): StandInResponse {
  return refusal(410, "This endpoint has been removed. Use /analytics/endpoints/logs instead.");
}

/** Half open, rounded to the nearest minutes; the last minute when nothing was asked for. */
function range(query: URLSearchParams, now: number): [number, number] {
  const read = (name: string): number | undefined => {
    const text = query.get(name);
    if (text === null) return undefined;
    if (!text.endsWith("Z") || Number.isNaN(Date.parse(text)))
      throw new Refused(400, `${name} must be ISO 8601 with Z`);
    return Date.parse(text);
  };
  const [start, end] = [read("iso_timestamp_start"), read("iso_timestamp_end")];
  if (start === undefined && end === undefined) return [now - MINUTE, now + 1];
  const to = nearest(end ?? now + MINUTE);
  const from = nearest(start ?? to - MINUTE);
  if (to - from > DAY) throw new Refused(400, "The time range must not exceed 24 hours");
  return [from, to];
}

function nearest(time: number): number {
  return Math.round(time / MINUTE) * MINUTE;
}
