import { createHash } from "node:crypto";
import type { Runtime } from "../../../action/runtime.ts";
import { UserError } from "../../../errors/user-error.ts";
import type { Database } from "../../../ports/database.ts";

type World = Pick<Runtime, "clock" | "log" | "signal">;

const pause = 1000;

/**
 * Waits until no other migration of this database runs, and keeps others out until the session ends.
 * @throws {UserError} PR415 naming the holder when the wait is over.
 */
export async function takeTurn(world: World, database: Database, wait: number): Promise<void> {
  const key = await turnKey(database);
  const until = world.clock.now() + wait;
  for (let told = ""; ;) {
    const [row] = await database.query("select pg_catalog.pg_try_advisory_lock($1::bigint) as mine", [key]);
    if (row?.["mine"] === true) return;
    const holder = await holderOf(database, key);
    if (world.clock.now() >= until) {
      throw new UserError(
        "PR415",
        `Another migration of this database did not end within ${wait / 1000} s: ${holder}. Nothing was changed.`,
        "Let it end, or cancel its run; a session whose runner is gone ends with `select pg_terminate_backend(<pid>)`. Then run this again.",
      );
    }
    if (holder !== told) world.log.info(`Waiting for another migration of this database: ${holder}.`);
    told = holder;
    await world.clock.sleep(Math.min(pause, Math.max(50, until - world.clock.now())), world.signal);
  }
}

/** Advisory locks are a database's own, so its name is enough: the same by whatever way one connects. */
async function turnKey(database: Database): Promise<string> {
  const [row] = await database.query("select pg_catalog.current_database() as name");
  const hash = createHash("sha256")
    .update(`prism-rollout\0${String(row?.["name"])}`)
    .digest();
  return hash.readBigInt64BE(0).toString();
}

/** PostgreSQL shows the two halves of the key. */
const byKey = `l.locktype = 'advisory' and l.granted and l.objsubid = 1
  and l.database = (select oid from pg_catalog.pg_database where datname = pg_catalog.current_database())
  and l.classid = (($1::bigint >> 32) & 4294967295)::oid and l.objid = ($1::bigint & 4294967295)::oid`;

async function holderOf(database: Database, key: string): Promise<string> {
  const [row] = await database.query(
    `select pg_catalog.format('%s (pid %s%s%s)',
              coalesce(nullif(a.application_name, ''), 'a session without a name'), l.pid,
              ', since ' || date_trunc('second', a.backend_start), ', ' || a.state) as holder
       from pg_catalog.pg_locks l left join pg_catalog.pg_stat_activity a on a.pid = l.pid
      where ${byKey}`,
    [key],
  );
  return typeof row?.["holder"] === "string" ? row["holder"] : "one that has just ended";
}
