import { describe } from "../../../errors/user-error.ts";
import type { Execution } from "../../../judge/execution.ts";
import { isConcurrently } from "../../../judge/not-transactional.ts";
import type { Statement } from "../../../judge/split.ts";
import { as } from "../../../judge/walk.ts";
import type { Database } from "../../../ports/database.ts";
import { type LedgerRow, recordMigration } from "../ledger/ledger.ts";

/** How long statements may wait and work, in ms. */
export interface Limits {
  readonly lockTimeout: number;
  readonly statementTimeout: number;
}

/** A statement of a file that did not run. `undone`: nothing of the file is there. */
export class StatementFailed extends Error {
  readonly statement: Statement | undefined;
  readonly undone: boolean;

  constructor(cause: unknown, statement: Statement | undefined, undone: boolean) {
    super(describe(cause), { cause });
    this.statement = statement;
    this.undone = undone;
  }
}

/**
 * Runs one file and records it: in one transaction, or step by step where it cannot be one.
 * @throws {StatementFailed}
 */
export async function runFile(
  database: Database,
  execution: Execution,
  row: LedgerRow,
  limits: Limits,
): Promise<void> {
  await forgetSettings(database);
  await (execution.mode === "transaction"
    ? inTransaction(database, execution, row, limits)
    : inSteps(database, execution, row, limits));
}

/** What the file before left behind: roles and settings of the session. */
async function forgetSettings(database: Database): Promise<void> {
  await database.script("reset session authorization; reset role; reset all");
  const [row] = await database.query("select current_user::text as name");
  // The CLI's own rule: what a login role of Supabase makes must belong to postgres.
  if (/^(cli_login_|supabase_admin)/.test(String(row?.["name"]))) await database.script("set role postgres");
}

type InOne = Extract<Execution, { mode: "transaction" }>;
type InSteps = Extract<Execution, { mode: "steps" }>;

async function inTransaction(
  database: Database,
  { sql, statements }: InOne,
  row: LedgerRow,
  limits: Limits,
): Promise<void> {
  let failing: Statement | undefined;
  try {
    await database.script("begin");
    const transaction = await limit(database, limits, true);
    try {
      await database.script(sql);
    } catch (error) {
      failing = statements[(error as { completed?: number }).completed ?? -1];
      throw error;
    }
    if ((await limit(database, limits, true)) !== transaction) {
      throw new Error("The file ended its transaction, although it has no statement that does.");
    }
    await record(database, row);
    await database.script("commit");
  } catch (error) {
    await database.script("rollback").catch(() => undefined);
    throw new StatementFailed(error, failing, true);
  }
}

/** A file may end under another role, which need not be allowed to write the ledger. */
async function record(database: Database, row: LedgerRow): Promise<void> {
  await database.script("reset session authorization; reset role");
  await recordMigration(database, row);
}

/** What builds beside the live data waits for others by its nature; a lock limit would leave a half-built index. */
async function inSteps(
  database: Database,
  { statements }: InSteps,
  row: LedgerRow,
  limits: Limits,
): Promise<void> {
  const patient = statements.some(({ node }) => isConcurrently(node));
  await limit(database, patient ? { ...limits, lockTimeout: 0 } : limits, false);
  // What has run so far is undone by a rollback as long as it is inside of the file's own first transaction.
  let open = false;
  let kept = patient;
  for (const statement of statements) {
    try {
      await database.script(statement.text);
    } catch (error) {
      await database.script("rollback").catch(() => undefined);
      throw new StatementFailed(error, statement, !kept);
    }
    const control = as(statement.node, "TransactionStmt")?.kind;
    open = control === undefined ? open : control !== "TRANS_STMT_COMMIT";
    kept ||= !open && !("VariableSetStmt" in statement.node);
  }
  await record(database, row);
}

/** Sets the limits and gives the transaction's id. A server that is left alone gives up by itself. */
async function limit(database: Database, limits: Limits, local: boolean): Promise<string> {
  const settings = {
    lock_timeout: `${limits.lockTimeout}ms`,
    statement_timeout: `${limits.statementTimeout}ms`,
    idle_in_transaction_session_timeout: "1min",
  };
  const sets = Object.keys(settings).map(
    (name, index) => `pg_catalog.set_config('${name}', $${index + 1}, ${local})`,
  );
  const alone = `(select pg_catalog.set_config(name, '5s', ${local}) from pg_catalog.pg_settings where name = 'client_connection_check_interval')`;
  const [row] = await database.query(
    `select ${sets.join(", ")}, ${alone}, pg_catalog.txid_current()::text as id`,
    Object.values(settings),
  );
  return String(row?.["id"]);
}
