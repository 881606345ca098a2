import { UserError } from "../../errors/user-error.ts";
import type { Clock } from "../../ports/clock.ts";

/**
 * What is known of a plan beside its digests. It travels as an output of plan's job: whoever can replace the
 * artifact cannot make an old plan young, or another one this one.
 */
export interface PlanStamp {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The attempt of the run that made it. */
  readonly attempt: number;
  /** Of plan.json's bytes. */
  readonly sha256: string;
}

/** `<ISO time> attempt-<n> <sha256>` */
export function stampText({ at, attempt, sha256 }: PlanStamp): string {
  return `${new Date(at).toISOString()} attempt-${attempt} ${sha256}`;
}

/** Undefined for what is no stamp. */
export function readStamp(text: string | undefined): PlanStamp | undefined {
  const found = /^(\d{4}-\d\d-\d\dT[\d:.]+Z) attempt-(\d{1,6}) ([0-9a-f]{64})$/.exec(text?.trim() ?? "");
  const at = Date.parse(found?.[1] ?? "");
  if (found === null || Number.isNaN(at)) return undefined;
  return { at, attempt: Number(found[2]), sha256: found[3] ?? "" };
}

/** How far the clocks of two runners may be apart. */
const clockSkew = 5 * 60_000;

/**
 * What was approved long ago was approved for another production.
 * @throws {UserError} PR210 when the plan is too old, or nobody can tell.
 */
export function refuseOldPlan(
  clock: Pick<Clock, "now">,
  { planStamp, planMaxAge }: { readonly planStamp: string | undefined; readonly planMaxAge: number },
): void {
  const stamp = readStamp(planStamp);
  if (stamp === undefined) {
    const given = planStamp === undefined ? "plan-stamp is empty" : "plan-stamp is not what plan has given";
    throw new UserError(
      "PR210",
      `${given}: how old the plan is cannot be told. Nothing was changed.`,
      "Pass plan's output `stamp` as `plan-stamp`; look whether plan's job says «Skip output»: a secret of a few letters hides it.",
    );
  }
  const age = clock.now() - stamp.at;
  if (age <= planMaxAge && age >= -clockSkew) return;
  const says =
    age < 0
      ? `The plan is of ${new Date(stamp.at).toISOString()}, which is still to come`
      : `The plan is ${inWords(age)} old, and plan-max-age is ${inWords(planMaxAge)}`;
  throw new UserError(
    "PR210",
    `${says}. Nothing was changed.`,
    "Start a new run and approve the new plan; production may have changed since this one was made.",
  );
}

/** «26 h», «90 min», «45 s» */
function inWords(ms: number): string {
  if (ms >= 2 * 3_600_000) return `${Math.floor(ms / 3_600_000)} h`;
  return ms >= 120_000 ? `${Math.floor(ms / 60_000)} min` : `${Math.floor(ms / 1000)} s`;
}
