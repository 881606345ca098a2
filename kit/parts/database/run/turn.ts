import { createHash } from "node:crypto";
import type { Runtime } from "../../../action/runtime.ts";
import { UserError, describe } from "../../../errors/user-error.ts";
import type { Database } from "../../../ports/database.ts";
import { tellWait } from "../../../ports/tell-wait.ts";
import { explained } from "../connection/sql-error.ts";

type World = Pick<Runtime, "clock" | "log" | "signal">;

const pause = 1000;

/** The server sees within seconds that a runner is gone, and what a killed run had begun may be done by then. */
const grace = 10_000;

/** A session that is ended is gone when what it did is taken back. */
const letGo = 5000;

/** Whether the run that a session calls itself by is over, so that nobody listens to it any more. */
export type HasEnded = (session: string) => Promise<boolean>;

/**
 * Waits until no other migration of this database runs, and keeps others out until the session ends. A session of a run
 * that is over is given some seconds to end by itself, and then ended.
 * @throws {UserError} PR415 naming the holder when the wait is over, PR411 when the connection breaks.
 */
export async function takeTurn(
  world: World,
  database: Database,
  wait: number,
  hasEnded: HasEnded = async () => false,
): Promise<void> {
  await explained("Whose turn it is cannot be told", () => waitForTurn(world, database, wait, hasEnded));
}

async function waitForTurn(
  world: World,
  database: Database,
  wait: number,
  hasEnded: HasEnded,
): Promise<void> {
  const key = await turnKey(database);
  const began = world.clock.now();
  const patience = began + Math.min(grace, wait / 2);
  let until = began + wait;
  const tell = tellWait(world, until);
  for (let told: Holder | undefined, over = false; ;) {
    const [row] = await database.query("select pg_catalog.pg_try_advisory_lock($1::bigint) as mine", [key]);
    if (row?.["mine"] === true) return;
    const holder = await holderOf(database, key);
    const now = world.clock.now();
    tell(`another migration of this database ends: ${holder.says}`);
    if (holder.says !== told?.says) {
      over = holder.session !== undefined && (await hasEnded(holder.session));
      if (over)
        world.log.info("The run of that session is over: what the server still does of it is let end.");
    }
    told = holder;
    if (over && now >= patience) {
      over = false;
      until = Math.max(until, now + letGo);
      await endSession(world, database, holder);
    } else if (now >= until) throw notMyTurn(wait, holder);
    else await world.clock.sleep(Math.min(pause, Math.max(50, until - now)), world.signal);
  }
}

function notMyTurn(wait: number, { says }: Holder): UserError {
  return new UserError(
    "PR415",
    `Another migration of this database did not end within ${wait / 1000} s: ${says}. Nothing was changed.`,
    "Let it end, or cancel its run; a session whose runner is gone ends with `select pg_terminate_backend(<pid>)`. Then run this again.",
  );
}

/** What it had in a transaction is rolled back; what it did outside of one is looked at by the run that follows. */
async function endSession({ log }: World, database: Database, { pid, session, says }: Holder): Promise<void> {
  try {
    await database.query(
      "select pg_catalog.pg_terminate_backend(pid) from pg_catalog.pg_stat_activity where pid = $1 and application_name = $2",
      [pid, session],
    );
    log.warn(`Its run is over and the server did not notice: ended the session ${says}.`);
  } catch (error) {
    log.warn(
      `The session ${says} is of a run that is over, but may not be ended by this role: ${describe(error)}.`,
    );
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

interface Holder {
  readonly says: string;
  readonly pid?: number;
  /** How it calls itself. */
  readonly session?: string;
}

async function holderOf(database: Database, key: string): Promise<Holder> {
  const [row] = await database.query(
    `select l.pid, a.application_name as session, pg_catalog.format('%s (pid %s%s%s)',
              coalesce(nullif(a.application_name, ''), 'a session without a name'), l.pid,
              ', since ' || date_trunc('second', a.backend_start), ', ' || a.state) as holder
       from pg_catalog.pg_locks l left join pg_catalog.pg_stat_activity a on a.pid = l.pid
      where ${byKey}`,
    [key],
  );
  const { holder, pid, session } = row ?? {};
  if (typeof holder !== "string") return { says: "one that has just ended" };
  return { says: holder, pid: Number(pid), ...(typeof session === "string" ? { session } : {}) };
}
