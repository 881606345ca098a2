import { randomUUID } from "node:crypto";
import type { Runtime } from "../../../action/runtime.ts";
import { UserError } from "../../../errors/user-error.ts";
import type { Database } from "../../../ports/database.ts";

type World = Pick<Runtime, "connect" | "context">;

/** A session that does not outlive its use. */
export async function withSession<T>(
  world: World,
  url: string,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = await openSession(world, url);
  try {
    return await work(database);
  } finally {
    await database.close().catch(() => undefined);
  }
}

/**
 * Opens a session that belongs to us alone.
 * @throws {UserError} PR411 when the address is wrong, unreachable, refused, or a transaction pooler.
 */
export async function openSession({ connect, context }: World, url: string): Promise<Database> {
  refuseBadUrl(url);
  const database = await connect(url, sessionName(context));
  try {
    await refusePooler(database);
    return database;
  } catch (error) {
    await database.close().catch(() => undefined);
    throw error;
  }
}

/** What others see of us in `pg_stat_activity`: which run it is. PostgreSQL keeps 63 bytes. */
export function sessionName({ runId, attempt, owner, repo }: Runtime["context"]): string {
  return `prism-rollout run ${runId}.${attempt} ${owner}/${repo}`.slice(0, 63);
}

function refuseBadUrl(url: string): void {
  if (!/^postgres(ql)?:\/\/[^/]/i.test(url) || !URL.canParse(url)) {
    throw new UserError(
      "PR411",
      "`database-url` is not a connection string (its value is not shown).",
      "Write postgresql://user:password@host:5432/postgres, special characters of the password percent-encoded.",
    );
  }
  const { port, searchParams } = new URL(url);
  if (port === "6543" || searchParams.get("pgbouncer") === "true") throw transactionPooler();
}

/** A transaction pooler gives each transaction another backend: what a session sets or locks gets lost or leaks. */
async function refusePooler(database: Database): Promise<void> {
  const mark = randomUUID();
  await database.query("select pg_catalog.set_config('prism_rollout.session', $1, false)", [mark]);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const [row] = await database.query(
      "select pg_catalog.current_setting('prism_rollout.session', true) as mark",
    );
    if (row?.["mark"] !== mark) throw transactionPooler();
  }
}

function transactionPooler(): UserError {
  return new UserError(
    "PR411",
    "`database-url` leads to a transaction pooler, which keeps neither locks nor settings.",
    "Use the session pooler (port 5432 at the same host) or the direct connection.",
  );
}
