import type { LiveDatabase } from "../../../ports/database.ts";

/** How long statements may wait and work, in ms. */
export interface Limits {
  readonly lockTimeout: number;
  readonly statementTimeout: number;
}

/** One session as we use it: who we are in it, and what the server can do. */
export interface Session {
  readonly database: LiveDatabase;
  readonly limits: Limits;
  readonly pid: number;
  /** The role that owns what is made here: what a login role of Supabase makes must belong to postgres. */
  readonly home: "none" | "postgres";
  /** The server can see by itself that we are gone. */
  readonly seesClients: boolean;
}

export async function prepareSession(database: LiveDatabase, limits: Limits): Promise<Session> {
  const [row] = await database.query(
    `select pg_catalog.pg_backend_pid() as pid, session_user::text as name,
            pg_catalog.current_setting('server_version_num')::integer as version`,
  );
  return {
    database,
    limits,
    pid: Number(row?.["pid"]),
    home: /^(cli_login_|supabase_admin)/.test(String(row?.["name"])) ? "postgres" : "none",
    seesClients: Number(row?.["version"]) >= 140_000,
  };
}

/** Undoes what the file before left behind: roles and settings of the session. */
export async function forgetSettings(session: Session): Promise<void> {
  await session.database.script(forgetting(session));
}

export function forgetting({ home }: Session): string {
  return `reset session authorization; reset role; reset all; set role ${home}`;
}

/** The role that may write the ledger, until the transaction ends: a file may have become another one. */
export function roleBack({ home }: Session): string {
  return `set local session authorization default; set local role ${home}`;
}

/** Writes something of our own in a transaction of its own, and leaves role and settings as the file has them. */
export async function asOurselves<T>(session: Session, work: () => Promise<T>): Promise<T> {
  const { database, limits } = session;
  await database.script(`begin; ${roleBack(session)}; set local lock_timeout = '${limits.lockTimeout}ms'`);
  try {
    const value = await work();
    await database.script("commit");
    return value;
  } catch (error) {
    await database.script("rollback").catch(() => undefined);
    throw error;
  }
}

/** The statements that limit a transaction; `own` are settings of the author's, which stay. A server that is left alone gives up by itself. */
export function limitTransaction(
  session: Session,
  own: ReadonlySet<string>,
  mark: string,
): readonly string[] {
  const sets = limited(session, session.limits, own).map(([name, value]) => `set local ${name} = '${value}'`);
  return [...sets, `set local prism_rollout.segment = '${mark}'`];
}

/**
 * Limits a statement outside of a transaction; gives what takes the limits back. What builds beside the live data (`waits`)
 * waits for others by its nature: a lock limit would leave a half-built index.
 */
export async function limitAlone(session: Session, waits: boolean): Promise<() => Promise<void>> {
  const { database, limits } = session;
  const lockTimeout = waits ? 0 : limits.lockTimeout;
  const sets = limited(session, { ...limits, lockTimeout }, await ownSettings(session));
  await database.script(sets.map(([name, value]) => `set ${name} = '${value}'`).join("; "));
  return async () => {
    await database.script(sets.map(([name]) => `reset ${name}`).join("; "));
  };
}

/** Which limits the file has set for the session. */
export async function ownSettings({ database }: Session): Promise<ReadonlySet<string>> {
  const rows = await database.query(
    `select name from pg_catalog.pg_settings where source = 'session' and name = any ($1::text[])`,
    [["lock_timeout", "statement_timeout", "idle_in_transaction_session_timeout"]],
  );
  return new Set(rows.map(({ name }) => String(name)));
}

function limited(
  { seesClients }: Session,
  { lockTimeout, statementTimeout }: Limits,
  own: ReadonlySet<string>,
): readonly (readonly [string, string])[] {
  const all: readonly (readonly [string, string])[] = [
    ["lock_timeout", `${lockTimeout}ms`],
    ["statement_timeout", `${statementTimeout}ms`],
    ["idle_in_transaction_session_timeout", "1min"],
    ...(seesClients ? [["client_connection_check_interval", "5s"] as const] : []),
  ];
  return all.filter(([name]) => !own.has(name));
}
