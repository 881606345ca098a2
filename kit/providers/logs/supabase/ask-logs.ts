import { UserError } from "../../../errors/user-error.ts";
import type { Api } from "../../../ports/json-api.ts";
import type { Look } from "../log-source.ts";
import { asText } from "../../../ports/as-text.ts";

/** What will not mend itself while one waits: a refused token, an unknown project or endpoint, a bad request. */
const lasting: readonly string[] = ["PR302", "PR303", "PR304"];

const MINUTE = 60_000;

/** One query over a span of at most a day, and the rows it gave. A failure of any kind is a result. */
export async function askLogs(
  api: Api,
  path: string,
  { sql, from, until }: { readonly sql: string; readonly from: number; readonly until: number },
): Promise<Look<readonly unknown[]>> {
  // The service rounds to minutes; the query itself compares to the millisecond.
  const query = {
    sql,
    iso_timestamp_start: iso(Math.floor(from / MINUTE) * MINUTE),
    iso_timestamp_end: iso(Math.ceil(until / MINUTE) * MINUTE),
  };
  try {
    const { status, headers, json } = await api("GET", path, { query, accept: [200, 429] });
    if (status === 429) return { error: tooOften(path), wait: waitOf(headers), final: false };
    return rowsOf(json, path);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { error, wait: 0, final: lasting.includes(error.code) };
  }
}

function rowsOf(json: unknown, path: string): Look<readonly unknown[]> {
  const { result, error } = (json ?? {}) as { readonly result?: unknown; readonly error?: unknown };
  if (error !== undefined && error !== null) return { error: refused(error, path), wait: 0, final: false };
  if (Array.isArray(result)) return { value: result };
  return { error: strange(path, json), wait: 0, final: false };
}

/** Says that the row is not what was asked for. */
export function strange(path: string, json: unknown): UserError {
  return new UserError(
    "PR306",
    `Supabase GET ${path} answered something that its API does not say: ${(JSON.stringify(json) ?? "nothing").slice(0, 200)}.`,
    "Check `supabase-api-url`; if it is right, see https://status.supabase.com and run again.",
  );
}

/** The service says errors inside of a 200. */
function refused(error: unknown, path: string): UserError {
  const text = asText(
    typeof error === "object" && error !== null && "message" in error ? error.message : error,
  );
  return new UserError(
    "PR304",
    `Supabase GET ${path} answered 200 with an error: ${text.replace(/\s+/g, " ").slice(0, 300)}`,
    "Read the service's reason above; nothing was counted.",
  );
}

function tooOften(path: string): UserError {
  return new UserError(
    "PR307",
    `Supabase GET ${path} answered 429: too many queries a minute.`,
    "Raise `poll-interval`: Supabase takes 30 log queries a minute.",
  );
}

function waitOf(headers: Headers): number {
  const seconds = Number(headers.get("retry-after") ?? headers.get("x-ratelimit-reset") ?? "0");
  return Number.isFinite(seconds) && seconds > 0 && seconds <= 600 ? seconds * 1000 : 0;
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
