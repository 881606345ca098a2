import type { StandInRequest, StandInResponse } from "../server.ts";
import type { SupabaseContext } from "./context.ts";
import { Refused, refusal } from "./errors.ts";
import type { LogRow } from "./state.ts";

const DAY = 24 * 60 * 60 * 1000;
const MOST_ROWS = 1000;

/**
 * GET …/analytics/endpoints/logs. The vendor speaks ClickHouse's SQL; this answers its simplest form and says
 * so of anything else, inside a 200 as the vendor does, never with invented rows.
 */
export function queryLogs(context: SupabaseContext, { query }: StandInRequest): StandInResponse {
  const [from, to] = range(query, context.now());
  const sql = (query.get("sql") ?? "")
    .replace(/--[^\n]*/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  const found =
    /^select (.+) from logs(?: where source ?= ?'(\w+)')?(?: order by timestamp( desc)?)?(?: limit (\d+))?;?$/i.exec(
      sql,
    );
  const [, columns = "", source, descending, limit] = found ?? [];
  const pick = columnsOf(columns);
  if (!found || !pick) return { status: 200, json: { result: [], error: `not supported here: ${sql}` } };
  const rows = context.state.logs.filter((row) => {
    const at = Date.parse(`${row.timestamp}Z`);
    return at >= from && at < to && (source === undefined || row.source === source);
  });
  if (pick === "count")
    return { status: 200, json: { result: [{ [countName(columns)]: rows.length }], error: null } };
  const sorted = descending === undefined ? rows : rows.toReversed();
  const result = sorted.slice(0, Math.min(Number(limit ?? MOST_ROWS), MOST_ROWS)).map(pick);
  return { status: 200, json: { result, error: null } };
}

/** GET …/analytics/endpoints/logs.all: gone since September 2026. */
export function goneLogs(): StandInResponse {
  return refusal(410, "This endpoint has been removed. Use /analytics/endpoints/logs instead.");
}

/** Half open, rounded out to whole minutes; the last minute when nothing was asked for. */
function range(query: URLSearchParams, now: number): [number, number] {
  const read = (name: string, otherwise: number): number => {
    const text = query.get(name);
    if (text === null) return otherwise;
    if (!text.endsWith("Z") || Number.isNaN(Date.parse(text)))
      throw new Refused(400, `${name} must be ISO 8601 with Z`);
    return Date.parse(text);
  };
  const to = read("iso_timestamp_end", now);
  const from = read("iso_timestamp_start", to - 60_000);
  if (to - from > DAY) throw new Refused(400, "The time range must not exceed 24 hours");
  return [Math.floor(from / 60_000) * 60_000, Math.ceil((to + 1) / 60_000) * 60_000];
}

const PLAIN: readonly string[] = [
  "id",
  "timestamp",
  "event_message",
  "severity_text",
  "source",
  "log_attributes",
];

function columnsOf(text: string): "count" | ((row: LogRow) => object) | undefined {
  if (/^count\(\)( as \w+)?$/i.test(text)) return "count";
  const names = text.split(/ ?, ?/);
  if (!names.every((name) => PLAIN.includes(name))) return undefined;
  return (row) => Object.fromEntries(Object.entries(row).filter(([name]) => names.includes(name)));
}

function countName(text: string): string {
  return / as (\w+)$/i.exec(text)?.[1] ?? "count()";
}
