import { UserError } from "../../../errors/user-error.ts";
import type { Database } from "../../../ports/database.ts";
import { readSqlError } from "./sql-error.ts";

/**
 * A transaction pooler gives each transaction another backend: what a session sets or locks gets lost or leaks. As
 * long as nobody else is there it gives us the same one again and again, so a second session of ours comes between.
 * Where nothing stands between us and the server, as the numbers say, nothing more is asked.
 * @throws {UserError} PR411
 */
export async function refuseTransactionPooler(
  database: Database,
  open: () => Promise<Database>,
): Promise<void> {
  const mine = await backendOf(database);
  if (database.told === undefined || database.told === mine) return;
  const other = await open();
  try {
    // Two sessions that meet at one backend, or one that has two: neither is a session. In turns, and once with a
    // transaction open: poolers differ in whom they give back first.
    await begin(other);
    const theirs = await backendOf(other);
    if (theirs === mine) throw transactionPooler();
    const again = await backendOf(database);
    await other.script("commit");
    const seen = [theirs, again, await backendOf(other), await backendOf(database)];
    if (seen.some((backend, turn) => backend !== (turn % 2 === 0 ? theirs : mine))) throw transactionPooler();
  } finally {
    await other.close().catch(() => undefined);
  }
}

/** A pooler that gives each statement another backend refuses transactions, as a breach of the protocol. */
async function begin(database: Database): Promise<void> {
  await database.script("begin").catch((error: unknown) => {
    throw readSqlError(error).code === "08P01" ? transactionPooler() : error;
  });
}

async function backendOf(database: Database): Promise<number> {
  const [row] = await database.query("select pg_catalog.pg_backend_pid() as pid");
  return Number(row?.["pid"]);
}

export function transactionPooler(): UserError {
  return new UserError(
    "PR411",
    "`database-url` leads to a transaction pooler, which keeps neither locks nor settings. Nothing was changed.",
    "Use the session pooler (at Supabase: port 5432 at the same host) or the direct connection.",
  );
}
