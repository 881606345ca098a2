import type { Runtime } from "../../../action/runtime.ts";
import type { ValuesOf } from "../../../action/spec.ts";
import { loadParser } from "../../../judge/parser.ts";
import type { PlanPart } from "../../../release/plan/plan.ts";
import { discoverMigrations } from "../files/discover-migrations.ts";
import { databaseInputs, policyInputs } from "../inputs.ts";
import { byBytes } from "../files/order-files.ts";
import { emptyLedger } from "./say-plan.ts";
import { planMigrations } from "./plan-database.ts";
import { refuseUnknownFrom } from "./refuse-drift.ts";

const { directory, from, "out-of-order": outOfOrder } = databaseInputs;

/** What can be said of the migrations without the database: no secret is among it. */
export const recordedDatabaseInputs = { directory, from, "out-of-order": outOfOrder, ...policyInputs };

/**
 * What `migrate` would do if the ledger were as the record has it: all files up to its newest migration applied.
 * Where no receipt tells, what comes before `from` is taken as applied.
 * @throws {UserError} PR102, PR412, PR414, PR416 as the plan itself.
 */
export async function databaseAgainstRecord(
  inputs: ValuesOf<typeof recordedDatabaseInputs>,
  head: string | null | undefined,
  world: Pick<Runtime, "root" | "parser">,
): Promise<PlanPart> {
  const files = await discoverMigrations(world.root, inputs.directory);
  refuseUnknownFrom(inputs, files);
  const isApplied = (version: string): boolean => {
    if (head !== undefined) return head !== null && byBytes(version, head) <= 0;
    return inputs.from !== undefined && byBytes(version, inputs.from) < 0;
  };
  const rows = files
    .filter(({ version }) => isApplied(version))
    .map(({ version, name }) => ({ version, name, statements: null }));
  const parser = await (world.parser ?? loadParser)();
  const { part } = planMigrations({ parser, files, rows, invalid: [] }, inputs);
  const isAhead = typeof head === "string" && files.every(({ version }) => version !== head);
  const unverified = [
    ...(head === undefined
      ? ["the record has no migration: which of these files are applied already cannot be told"]
      : []),
    ...(isAhead ? [`${head} is applied, as the record has it, but is not among these files`] : []),
    "whether an applied file was edited can only be told by the database's own ledger",
  ];
  return { ...part, says: part.says.filter((line) => line !== emptyLedger), unverified };
}
