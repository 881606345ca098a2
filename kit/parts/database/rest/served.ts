import type { Database } from "../../../ports/database.ts";

/** What the REST API serves to whoever has the public key, as its description names it: `/notes`, `/rpc/score`. */
export type Served = ReadonlySet<string>;

/** Only reads. A database without Supabase's roles serves nobody. */
export async function readServed(database: Database): Promise<Served> {
  const rows = await database.query(sql);
  return new Set(rows.map(({ path }) => String(path)));
}

/** What one has and the other has not. */
export function newIn(before: Served, after: Served): readonly string[] {
  return [...after].filter((path) => !before.has(path)).sort();
}

const sql = `
with anon as materialized (select oid from pg_catalog.pg_roles where rolname = 'anon'),
public as materialized (
  select n.oid from pg_catalog.pg_namespace n, anon
   where n.nspname = 'public' and pg_catalog.has_schema_privilege(anon.oid, n.oid, 'usage'))
select '/' || c.relname as path from pg_catalog.pg_class c, public, anon
 where c.relnamespace = public.oid and c.relkind in ('r', 'p', 'v', 'm', 'f') and not c.relispartition
   and pg_catalog.has_table_privilege(anon.oid, c.oid, 'select, insert, update, delete')
union
select '/rpc/' || p.proname from pg_catalog.pg_proc p, public, anon
 where p.pronamespace = public.oid and p.prokind = 'f'
   and p.prorettype not in ('pg_catalog.trigger'::regtype, 'pg_catalog.event_trigger'::regtype)
   and pg_catalog.has_function_privilege(anon.oid, p.oid, 'execute')`;
