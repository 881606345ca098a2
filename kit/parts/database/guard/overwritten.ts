import type { Database } from "../../../ports/database.ts";

/**
 * How many rows of a table were there before and have been written by this transaction, if that is all of them; 0 as soon as one is
 * found that has not. What it costs is bounded by what the transaction has written itself. Rows that the session may not
 * see, and tables that are kept in another way, are not looked at.
 */
export async function readOverwritten(database: Database, id: number): Promise<number> {
  const [table] = await database.query(
    `select pg_catalog.format('%I.%I', n.nspname, c.relname) as name,
            pg_catalog.pg_stat_get_xact_tuples_inserted(c.oid)::text as inserted
       from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       join pg_catalog.pg_am a on a.oid = c.relam
      where c.oid = $1::oid and c.relkind = 'r' and a.amname = 'heap'
        and pg_catalog.has_table_privilege(c.oid, 'select') and not pg_catalog.row_security_active(c.oid)`,
    [id],
  );
  if (!table) return 0;
  const [row] = await database.query(
    `select case when exists (select from only ${String(table["name"])} where not (${isOurs}))
              then 0 else (select count(*) from only ${String(table["name"])}) end::text as rows`,
  );
  return Math.max(0, Number(row?.["rows"]) - Number(table["inserted"]));
}

/** Written by this transaction or by one within it, whose number is a little larger; a row of long ago may keep any number. */
const isOurs = "pg_catalog.age(xmin) between -1000000 and 0";
