import { RESULTS_VERSION } from "./version.ts";

/** Something the dashboards count. `attempt_no` tells the attempts of one respondent apart. */
export interface LoggedEvent {
  readonly event: string;
  readonly session_id: string;
  readonly attempt_no?: number;
  readonly [field: string]: unknown;
}

export type Log = (event: LoggedEvent) => void;

/** Writes one line of JSON, stamped with RESULTS_VERSION: the log explorer queries its fields. */
export const logToConsole: Log = (event) => {
  console.log(JSON.stringify({ ...event, RESULTS_VERSION }));
};
