import { UserError } from "../../errors/user-error.ts";
import type { RecordedChange } from "../record/history.ts";

/**
 * A re-run of a job does not pass through plan, which refuses what the target is halted for. What a phase builds
 * on may be gone: functions go back also where the web was what failed.
 * @throws {UserError} PR207
 */
export function refuseRolledBack(release: string, changes: readonly RecordedChange[]): void {
  if (changes.every(({ receipt }) => receipt.phase !== "rollback")) return;
  throw new UserError(
    "PR207",
    `${release} was rolled back, so none of its phases is run again. Nothing was changed.`,
    "Mend it, and release the commit that mends it; or start a new run with `resume: <why it may go on>`.",
  );
}
