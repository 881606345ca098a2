import type { Http } from "../../kit/ports/http.ts";
import type { SupabaseContext } from "../../rehearsal/stand-ins/supabase/context.ts";
import { queryLogs } from "../../rehearsal/stand-ins/supabase/logs.ts";
import type { LogRow } from "../../rehearsal/stand-ins/supabase/state.ts";

/** A row, and when it can be read (ms since 1970): entries arrive late. */
export interface LateRow {
  readonly row: LogRow;
  readonly readable: number;
}

/** What is answered instead of counts. */
export type Fault = (
  now: number,
) => { readonly status: number; readonly body: string; readonly wait?: number } | undefined;

/**
 * The stand-in's answers to log queries without a server between: what its handler answers over the rows that can be
 * read by now. A thousand releases are played in the time in which a server would play ten.
 */
export function playedLogs(rows: readonly LateRow[], now: () => number, fault: Fault): Http {
  return async (url) => {
    const wrong = fault(now());
    if (wrong !== undefined) {
      const headers = wrong.wait === undefined ? {} : { "retry-after": String(wrong.wait) };
      return new Response(wrong.body, { status: wrong.status, headers });
    }
    const logs = rows.filter(({ readable }) => readable <= now()).map(({ row }) => row);
    const state = { logs };
    const query = new URL(url).searchParams;
    const answer = queryLogs({ state, now } as unknown as SupabaseContext, request(query));
    return new Response(JSON.stringify(answer.json), { status: answer.status });
  };
}

function request(query: URLSearchParams): Parameters<typeof queryLogs>[1] {
  return { query } as unknown as Parameters<typeof queryLogs>[1];
}

/** An entry of a function, as it is in the log. */
export function logged(at: number, message: string, version: number): LogRow {
  return {
    id: `${at}`,
    timestamp: new Date(at).toISOString().replace("Z", "000"),
    source: "function_logs",
    event_message: message,
    severity_text: "INFO",
    log_attributes: { function_id: "f", version: String(version) },
  };
}
