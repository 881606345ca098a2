import { RESULTS_VERSION } from "./version.ts";

/** Something the dashboards count. `attempt_no` tells the attempts of one respondent apart. */
export interface LoggedEvent {
  readonly event: string;
  readonly session_id: string;
  readonly attempt_no?: number;
  readonly [field: string]: unknown;
}

export type Log = (event: LoggedEvent) => void;

/** What a test sends along, so that nobody takes it for a respondent: `x-synthetic: true`. */
const MARK = "x-synthetic";

/**
 * The log of one request. Writes one line of JSON an event, stamped with RESULTS_VERSION: the log explorer
 * queries its fields. What a test caused says `synthetic: true` and is counted apart.
 */
export function logOf(request: Request): Log {
  const stamp = { RESULTS_VERSION, ...(isSynthetic(request) ? { synthetic: true } : {}) };
  return (event) => console.log(JSON.stringify({ ...event, ...stamp }));
}

/** The headers that carry a test's mark on to the functions that are called for it. */
export function markOf(request: Request): Record<string, string> {
  return isSynthetic(request) ? { [MARK]: "true" } : {};
}

function isSynthetic(request: Request): boolean {
  return request.headers.get(MARK) === "true";
}
