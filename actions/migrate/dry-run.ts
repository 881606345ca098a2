import type { Done, Runtime } from "../../kit/action/runtime.ts";
import { UserError } from "../../kit/errors/user-error.ts";
import type { Inspection, MigrationPlan } from "../../kit/parts/database/plan/plan-database.ts";
import { shortExecution } from "../../kit/parts/database/plan/say-execution.ts";
import { partDigest } from "../../kit/release/plan/plan.ts";
import type { spec } from "./spec.ts";

/**
 * What would be done, to the summary and the log.
 * @throws {UserError} PR102 inside of a chain, whose next phases would go on as if it had been done.
 */
export function sayWhatWould(
  { rows }: Inspection,
  { part, steps, waived, warned }: MigrationPlan,
  approved: string | undefined,
  world: Pick<Runtime, "emit" | "log">,
): Done<typeof spec> {
  refuseInChain(approved);
  for (const line of part.says) world.log.info(line);
  world.emit({ work: part.work, digest: partDigest(part) });
  const pending = steps.map(({ file }) => file.version);
  const n = pending.length;
  const told = (path: string): string =>
    [...waived, ...warned].flatMap(({ file, rule }) => (file === path ? [rule] : [])).join(", ") || "-";
  return {
    outputs: { pending: JSON.stringify(pending), applied: "[]", head: rows.at(-1)?.version ?? "" },
    report: {
      verdict: "pass",
      reason: `${n} ${n === 1 ? "migration" : "migrations"} would be applied. Nothing was changed.`,
      next: n === 0 ? "Nothing to do." : "Run it without dry-run to apply them.",
      evidence: [`${n} of ${n} pending migrations are judged and may run`],
      tables: [
        {
          title: "Migrations that would be applied",
          columns: ["version", "name", "statements", "runs in", "allowed or warned of"],
          rows: steps.map(({ file, pieces, execution }) => [
            file.version,
            file.name,
            String(pieces.length),
            shortExecution(execution),
            told(file.path),
          ]),
        },
      ],
      folded: [
        { title: "What would change", text: part.says.join("\n") },
        ...(part.unverified.length > 0 ? [{ title: "Not verified", text: part.unverified.join("\n") }] : []),
      ],
    },
  };
}

function refuseInChain(approved: string | undefined): void {
  if (approved === undefined) return;
  throw new UserError(
    "PR102",
    "`dry-run` of migrate is set in a release that was approved: what comes after it would go live on the old schema.",
    "Take `dry-run` out; what a release would do is in its plan.",
  );
}
