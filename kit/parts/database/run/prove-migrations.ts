import type { Database } from "../../../ports/database.ts";
import type { Verdict } from "../../../release/verdict.ts";
import { invalidIndexes, readLedger } from "../ledger/ledger.ts";
import type { Inspection, MigrationPlan } from "../plan/plan-database.ts";

export interface Proof extends Verdict {
  readonly evidence: readonly string[];
}

/** Asks the database, in a session of its own: what another session did not commit cannot be seen there. */
export async function proveMigrations(
  database: Database,
  { invalid }: Inspection,
  { steps, waived }: MigrationPlan,
): Promise<Proof> {
  const [rows, indexes] = await Promise.all([readLedger(database), invalidIndexes(database)]);
  const now = {
    recorded: new Set(rows.map(({ version }) => version)),
    unfinished: indexes.filter((name) => !invalid.includes(name)),
  };
  const n = steps.length;
  const missing = steps.filter(({ file }) => !now.recorded.has(file.version));
  const x = n - missing.length;
  const needed = new Set(waived.map(({ file }) => file)).size;
  const evidence = [
    `${x} of ${n} migrations applied and recorded`,
    `${needed} of ${n} need a waiver`,
    `${now.unfinished.length} of ${n} left an index unfinished`,
  ];
  if (missing.length > 0) {
    const names = missing.map(({ file }) => file.version).join(", ");
    const reason = `The ledger does not have ${names}, although they were applied.`;
    return { verdict: "fail", x, n, evidence, reason, next: "See who else writes the ledger." };
  }
  if (now.unfinished.length > 0) {
    const names = now.unfinished.join(", ");
    const next = `Drop it by \`drop index concurrently\`, and build it again in a new migration.`;
    return { verdict: "fail", x, n, evidence, reason: `An index is unfinished: ${names}.`, next };
  }
  const last = steps.at(-1)?.file.version ?? "";
  return { verdict: "pass", x, n, evidence, reason: `The schema is at ${last}.`, next: "Nothing to do." };
}
