import type { Database, Row, Statement } from "../../../ports/database.ts";

/** How many rows of a table were deleted and updated. */
export interface Counts {
  readonly deleted: number;
  readonly updated: number;
}

export const nothingCounted: Counts = { deleted: 0, updated: 0 };

/** What a transaction has laid hands on, of what was there before: relations, functions and types by their ids. */
export interface Touched {
  readonly ids: readonly number[];
  /** Tables of which rows were deleted or updated. */
  readonly counts: ReadonlyMap<number, Counts>;
}

/** Where a session begins to look. */
export interface Horizon {
  /** The largest id of anything that is there: what is made from now on has a larger one. */
  readonly id: number;
  /** Whether the server can be made to take in what the session has counted so far. */
  readonly flushes: boolean;
}

export async function readHorizon(database: Database): Promise<Horizon> {
  const [row] = await database.query(
    `select greatest((select max(oid) from pg_catalog.pg_class), (select max(oid) from pg_catalog.pg_proc),
                     (select max(oid) from pg_catalog.pg_type))::int8::text as id,
            pg_catalog.to_regproc('pg_catalog.pg_stat_force_next_flush') is not null as flushes`,
  );
  return { id: Number(row?.["id"]), flushes: row?.["flushes"] === true };
}

/**
 * Asks for the locks that the transaction holds until it ends: nothing is dropped, renamed or altered without one,
 * by whatever function, trigger or EXECUTE. So a file that only makes new things costs one small query.
 */
export function locksFrom({ id }: Horizon): Statement {
  return { sql: lockedSql, parameters: [id] };
}

/** What those locks tell. */
export async function touchedBy(
  rows: readonly Row[],
  database: Database,
  { id: horizon }: Horizon,
): Promise<Touched> {
  const ids = new Set<number>();
  const counts = new Map<number, Counts>();
  const spaces: number[] = [];
  for (const row of rows) {
    const id = Number(row["id"]);
    if (row["kind"] === "schema") spaces.push(id);
    else if (row["strong"] === true) ids.add(id);
    const { deleted, updated } = countsOf(row);
    if (deleted > 0 || updated > 0) counts.set(id, { deleted, updated });
  }
  for (const id of await withinSchemas(database, spaces, horizon)) ids.add(id);
  return { ids: [...ids], counts };
}

function countsOf(row: Row): Counts {
  return { deleted: Number(row["deleted"]), updated: Number(row["updated"]) };
}

/** Locks of this session on what is not new, and schemas that the transaction has written to: those need none. */
const lockedSql = `
select coalesce(relation, objid)::int8::text as id, locktype as kind,
       mode not in ('RowShareLock', 'RowExclusiveLock') as strong,
       case when locktype = 'relation' then pg_catalog.pg_stat_get_xact_tuples_deleted(relation) end::text as deleted,
       case when locktype = 'relation' then pg_catalog.pg_stat_get_xact_tuples_updated(relation) end::text as updated
  from pg_catalog.pg_locks
 where pid = pg_catalog.pg_backend_pid() and granted and database <> 0 and mode <> 'AccessShareLock'
   and (locktype = 'relation' or locktype = 'object'
     and classid in ('pg_catalog.pg_proc'::regclass, 'pg_catalog.pg_type'::regclass))
   and coalesce(relation, objid) between 16384 and $1::oid
union all
select oid::int8::text, 'schema', true, null, null from pg_catalog.pg_namespace
 where oid <= $1::oid
   and pg_catalog.age(xmin) <= pg_catalog.age(pg_catalog.pg_current_xact_id_if_assigned()::xid)`;

/** All that is in a schema is called otherwise when that is renamed. */
async function withinSchemas(
  database: Database,
  spaces: readonly number[],
  horizon: number,
): Promise<readonly number[]> {
  if (spaces.length === 0) return [];
  const within = (catalog: string, space: string): string =>
    `select oid::int8::text as id from pg_catalog.${catalog} where ${space} = any ($1::oid[]) and oid <= $2::oid`;
  const rows = await database.query(
    [
      within("pg_class", "relnamespace"),
      within("pg_proc", "pronamespace"),
      within("pg_type", "typnamespace"),
    ].join(" union all "),
    [spaces, horizon],
  );
  return rows.map(({ id }) => Number(id));
}

/**
 * How many rows the session has deleted and updated in transactions that are over, and not yet told the server's
 * statistics. Where the server can be made to take them in, none are left.
 */
export async function readCounts(
  database: Database,
  { flushes }: Horizon,
): Promise<ReadonlyMap<number, Counts>> {
  if (flushes) await database.query("select pg_catalog.pg_stat_force_next_flush()");
  if (flushes) return new Map();
  const rows = await database.query(
    `select id::int8::text as id, deleted::text, updated::text
       from (select oid as id, pg_catalog.pg_stat_get_xact_tuples_deleted(oid) as deleted,
                    pg_catalog.pg_stat_get_xact_tuples_updated(oid) as updated
               from pg_catalog.pg_class where relkind = 'r') as tables
      where deleted > 0 or updated > 0`,
  );
  return new Map(rows.map((row) => [Number(row["id"]), countsOf(row)]));
}

/** Of tables that were written anew, those that had rows and have none now. */
export async function readEmptied(
  database: Database,
  ids: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const rows = await database.query(
    `select oid::int8::text as id, pg_catalog.pg_stat_get_live_tuples(oid)::text as had
       from pg_catalog.pg_class where oid = any ($1::oid[]) and relkind = 'r'
        and pg_catalog.pg_relation_size(oid) = 0 and pg_catalog.pg_stat_get_live_tuples(oid) > 0`,
    [ids],
  );
  return new Map(rows.map(({ id, had }) => [Number(id), Number(had)]));
}
