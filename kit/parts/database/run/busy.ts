import { HeldOthersUp } from "../guard/held-others-up.ts";
import { forgotten } from "../../../ports/live-pipe.ts";
import type { Watch } from "../guard/watchdog.ts";
import { lockNotAvailable, queryCanceled, readSqlError } from "../connection/sql-error.ts";
import type { StatementFailed } from "./statement-failed.ts";

/** Undefined where it is not the others for whom it failed. */
export function busy(error: StatementFailed, watch: Watch): Error | undefined {
  const { code } = readSqlError(error.cause);
  const stall = watch.stall();
  if (stall && code === queryCanceled) return new HeldOthersUp(stall, error);
  // The file has thrown away what the server had kept for us; the next try does not count on it.
  const kept = code === forgotten && error.statement === undefined;
  return code === lockNotAvailable || kept ? error : undefined;
}
