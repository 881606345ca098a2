import { UserError } from "../../kit/errors/user-error.ts";
import type { Known } from "./learn.ts";
import type { RollbackInputs } from "./spec.ts";

/** @throws {UserError} PR102 when nobody says why. */
export function refuseWithoutReason(inputs: RollbackInputs): void {
  if (inputs.needs !== undefined || inputs.dryRun || inputs.reason !== undefined) return;
  throw new UserError(
    "PR102",
    "with: reason: required where `needs` is not given: the record says why a person rolled back. Nothing was changed.",
    "Pass `reason: <why>`; in a workflow's chain pass `needs: ${{ toJSON(needs) }}` instead.",
  );
}

/** @throws {UserError} PR102 for `to` in a chain: its rollback brings back what was live before its own release. */
export function refuseForChain({ to, needs }: RollbackInputs): void {
  if (to === undefined || needs === undefined) return;
  throw new UserError(
    "PR102",
    "with: to: is for a person who rolls back; beside `needs` it says nothing. Nothing was changed.",
    "Leave out `to` in a workflow's chain, or `needs` where a person has started the run.",
  );
}

/** @throws {UserError} PR473 naming the migration that no rollback passes. */
export function refuseBreaking({ noRollback, changes, release, to }: Known): void {
  if (noRollback === undefined || changes?.length === 0) return;
  throw new UserError(
    "PR473",
    `${release} cannot be rolled back${to === undefined ? "" : ` to ${to}`}, because ${noRollback}: the code before it does not work on that schema. Nothing was changed.`,
    "Mend it on top: release a commit that works on the schema as it is now. The data that a migration took comes back from a backup alone.",
  );
}

/**
 * A chain's rollback goes back without the record, too: what it would leave live is known to be broken. A person can wait.
 * @throws {UserError} PR475 where neither record nor plan says what the migrations break.
 */
export function refuseBlindly({ unread, release }: Known): void {
  if (unread === undefined) return;
  const which = release === "last" ? "the newest release" : release;
  throw new UserError(
    "PR475",
    `Whether the code before ${which} works on the schema as it is now is not known: the record could not be read (${unread}), and no plan of it is among the artifacts. Nothing was changed.`,
    "Run it again once GitHub answers; or download the plan of the release (artifact `rollout-plan-<target>`) into the folder of `artifacts`; or, if you know that no migration breaks that code, leave out `github-token`: then no record is asked.",
  );
}
