import { HeldOthersUp } from "../guard/held-others-up.ts";
import type { Watch } from "../guard/watchdog.ts";
import { lockNotAvailable, queryCanceled, readSqlError } from "../connection/sql-error.ts";
import type { StatementFailed } from "./statement-failed.ts";

/** Undefined where it is not the others for whom it failed. */
export function busy(error: StatementFailed, watch: Watch): Error | undefined {
  const { code } = readSqlError(error.cause);
  const stall = watch.stall();
  if (stall && code === queryCanceled) return new HeldOthersUp(stall, error);
  return code === lockNotAvailable ? error : undefined;
}
