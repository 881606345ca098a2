import { UserError } from "../../../errors/user-error.ts";
import { excerptOf } from "../../../judge/place.ts";
import type { DatabaseInputs } from "../inputs.ts";
import type { PlanPart } from "../../../release/plan/plan.ts";
import type { Step } from "../plan/plan-database.ts";

/**
 * What PostgreSQL refuses inside of a transaction cannot be taken back, so it cannot be tried.
 * @throws {UserError} PR427 naming all of it.
 */
export function refuseUntriable({ verify }: Pick<DatabaseInputs, "verify">, steps: readonly Step[]): void {
  if (verify !== "in-place") return;
  const alone = steps.flatMap(({ file, execution, finished }) =>
    execution.segments
      .slice(finished)
      .flatMap(({ kind, statements: [first] }) =>
        kind === "alone" && first ? [`${file.path}:${first.line} \`${excerptOf(first.sql)}\``] : [],
      ),
  );
  if (alone.length === 0) return;
  throw new UserError(
    "PR427",
    `\`verify: in-place\` tries the pending migrations in one transaction, and PostgreSQL refuses this in one: ${alone.join(", ")}. Nothing was changed.`,
    "Release what must run outside of a transaction without `verify: in-place`, in a release of its own.",
  );
}

/** Who approves the plan approves the trial: it holds locks. */
export function sayTrial({ verify }: Pick<DatabaseInputs, "verify">, part: PlanPart): PlanPart {
  if (verify !== "in-place" || part.work === "none") return part;
  const line =
    "first try all of it on the live database in one transaction that is rolled back, under the same locks";
  return { ...part, says: [line, ...part.says] };
}

/**
 * Why a file can work although it fails behind another one in the same transaction, by the server's code. Both end with
 * the transaction, so nothing behind them can be tried either.
 */
export function onlyTogether(code: string | undefined): string | undefined {
  if (code === "55P04")
    return "it uses an enum value that the same transaction adds, which works once that is committed";
  if (code === "25001") return "it sets how its own transaction is isolated";
  return undefined;
}
