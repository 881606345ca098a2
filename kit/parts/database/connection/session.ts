import type { Runtime } from "../../../action/runtime.ts";
import { UserError } from "../../../errors/user-error.ts";
import { addressOf } from "../../../ports/database-address.ts";
import type { LiveDatabase } from "../../../ports/database.ts";
import { explained } from "./sql-error.ts";
import { refuseTransactionPooler, transactionPooler } from "./pooler.ts";

type World = Pick<Runtime, "connect" | "context">;

/**
 * A session that does not outlive its use.
 * @throws {UserError} PR411 also where it breaks on the way.
 */
export async function withSession<T>(
  world: World,
  url: string,
  work: (database: LiveDatabase) => Promise<T>,
): Promise<T> {
  const database = await openSession(world, url);
  try {
    return await explained("The database could not be asked", () => work(database));
  } finally {
    await database.close().catch(() => undefined);
  }
}

/**
 * Opens a session that belongs to us alone.
 * @throws {UserError} PR411 when the address is wrong, unreachable, refused, or a transaction pooler.
 */
export async function openSession({ connect, context }: World, url: string): Promise<LiveDatabase> {
  refuseBadUrl(url);
  const open = (): Promise<LiveDatabase> => connect(url, sessionName(context));
  const database = await open();
  try {
    await explained("What stands before the database cannot be told", () =>
      refuseTransactionPooler(database, open),
    );
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
  const address = addressOf(url);
  if (address === undefined) {
    throw new UserError(
      "PR411",
      "`database-url` is not a connection string (its value is not shown).",
      "Write postgresql://user:password@host:5432/postgres, special characters of the password percent-encoded.",
    );
  }
  if (address.port === 6543 || new URL(url).searchParams.get("pgbouncer") === "true")
    throw transactionPooler();
}
