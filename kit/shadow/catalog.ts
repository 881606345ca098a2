import type { Database } from "../ports/database.ts";

/** A table, view, sequence and so on. `kind` is pg_class.relkind, `file` its storage: another one after a rewrite. */
export interface Relation {
  readonly id: number;
  readonly kind: string;
  readonly name: string;
  readonly file: number;
}

export interface Column {
  readonly relation: number;
  readonly number: number;
  readonly name: string;
  /** Schema and name of its type, and the type's modifier (-1: none). */
  readonly type: string;
  readonly modifier: number;
  readonly required: boolean;
  readonly computed: boolean;
}

export interface Routine {
  readonly id: number;
  readonly name: string;
  /** Types of what is passed in, in order. */
  readonly takes: readonly string[];
  /** Names of what is passed in: REST calls a function by them. */
  readonly names: readonly string[];
  /** How many of the last ones may be left out. */
  readonly optional: number;
  readonly gives: string;
}

/** An enum, domain, range or composite type. */
export interface Type {
  readonly id: number;
  readonly name: string;
  readonly labels: readonly string[];
}

export interface Policy {
  readonly id: number;
  readonly relation: number;
  readonly name: string;
}

/** Who may do what with a relation or routine, by its id. */
export interface Grant {
  readonly on: number;
  readonly to: string;
  readonly may: string;
}

/** What the catalog has, without the system's own, what belongs to extensions, and the sequences of identity columns. */
export interface Catalog {
  readonly relations: readonly Relation[];
  readonly columns: readonly Column[];
  readonly routines: readonly Routine[];
  readonly types: readonly Type[];
  readonly policies: readonly Policy[];
  readonly grants: readonly Grant[];
}

export const emptyCatalog = (): Catalog => ({
  relations: [],
  columns: [],
  routines: [],
  types: [],
  policies: [],
  grants: [],
});

/** Reads the catalog as the session sees it: inside of a transaction with what that has changed so far. */
export async function readCatalog(database: Database): Promise<Catalog> {
  const [row] = await database.query(catalogSql);
  return row?.["catalog"] as Catalog;
}

/** The strongest lock that this session holds on each relation, by id; a name as pg_locks has it. */
export async function readLocks(database: Database): Promise<ReadonlyMap<number, string>> {
  const rows = await database.query(
    `select relation::int8::text as id, mode from pg_catalog.pg_locks
      where locktype = 'relation' and granted and pid = pg_catalog.pg_backend_pid()
        and database = (select oid from pg_catalog.pg_database where datname = pg_catalog.current_database())`,
  );
  const strongest = new Map<number, string>();
  for (const { id, mode } of rows) {
    const relation = Number(id);
    const held = strongest.get(relation);
    if (held === undefined || lockModes.indexOf(String(mode)) > lockModes.indexOf(held))
      strongest.set(relation, String(mode));
  }
  return strongest;
}

/** From weak to strong. */
export const lockModes: readonly string[] = [
  "AccessShareLock",
  "RowShareLock",
  "RowExclusiveLock",
  "ShareUpdateExclusiveLock",
  "ShareLock",
  "ShareRowExclusiveLock",
  "ExclusiveLock",
  "AccessExclusiveLock",
];

const owned = (catalog: string, column: string): string =>
  `not exists (select from pg_catalog.pg_depend d where d.deptype = 'e'
     and d.classid = 'pg_catalog.${catalog}'::regclass and d.objid = ${column})`;

const catalogSql = `
with spaces as materialized (
  select oid, nspname from pg_catalog.pg_namespace
   where nspname !~ '^pg_' and nspname not in ('information_schema', 'supabase_migrations', 'prism_rollout_shadow')
), relations as materialized (
  select c.oid, c.relkind, c.relfilenode, c.relacl, c.relowner, n.nspname || '.' || c.relname as name
    from pg_catalog.pg_class c join spaces n on n.oid = c.relnamespace
   where c.relkind in ('r', 'p', 'v', 'm', 'S', 'f') and ${owned("pg_class", "c.oid")}
     and not (c.relkind = 'S' and exists (select from pg_catalog.pg_depend d where d.deptype = 'i'
       and d.classid = 'pg_catalog.pg_class'::regclass and d.objid = c.oid))
), routines as materialized (
  select p.*, n.nspname || '.' || p.proname as name
    from pg_catalog.pg_proc p join spaces n on n.oid = p.pronamespace where ${owned("pg_proc", "p.oid")}
)
select pg_catalog.json_build_object(
  'relations', coalesce((select pg_catalog.json_agg(pg_catalog.json_build_object(
      'id', oid::int8, 'kind', relkind, 'name', name, 'file', relfilenode::int8) order by oid) from relations), '[]'),
  'columns', coalesce((select pg_catalog.json_agg(pg_catalog.json_build_object(
      'relation', a.attrelid::int8, 'number', a.attnum, 'name', a.attname, 'modifier', a.atttypmod,
      'type', tn.nspname || '.' || t.typname, 'required', a.attnotnull, 'computed', a.attgenerated <> '')
      order by a.attrelid, a.attnum)
    from relations r join pg_catalog.pg_attribute a on a.attrelid = r.oid
    join pg_catalog.pg_type t on t.oid = a.atttypid join pg_catalog.pg_namespace tn on tn.oid = t.typnamespace
    where a.attnum > 0 and not a.attisdropped and r.relkind <> 'S'), '[]'),
  'routines', coalesce((select pg_catalog.json_agg(pg_catalog.json_build_object(
      'id', p.oid::int8, 'name', p.name, 'optional', p.pronargdefaults,
      'takes', (select coalesce(pg_catalog.json_agg(tn.nspname || '.' || t.typname order by u.at), '[]')
         from pg_catalog.unnest(p.proargtypes::oid[]) with ordinality as u(type, at)
         join pg_catalog.pg_type t on t.oid = u.type join pg_catalog.pg_namespace tn on tn.oid = t.typnamespace),
      'names', coalesce(pg_catalog.to_json(p.proargnames[1:p.pronargs]), '[]'),
      'gives', pg_catalog.pg_get_function_result(p.oid)) order by p.oid) from routines p
    where p.prorettype <> 'pg_catalog.trigger'::regtype), '[]'),
  'types', coalesce((select pg_catalog.json_agg(pg_catalog.json_build_object(
      'id', t.oid::int8, 'name', n.nspname || '.' || t.typname,
      'labels', (select coalesce(pg_catalog.json_agg(e.enumlabel order by e.enumsortorder), '[]')
         from pg_catalog.pg_enum e where e.enumtypid = t.oid)) order by t.oid)
    from pg_catalog.pg_type t join spaces n on n.oid = t.typnamespace
    left join pg_catalog.pg_class c on c.oid = t.typrelid
    where (t.typtype in ('e', 'd', 'r') or (t.typtype = 'c' and c.relkind = 'c')) and ${owned("pg_type", "t.oid")}), '[]'),
  'policies', coalesce((select pg_catalog.json_agg(pg_catalog.json_build_object(
      'id', p.oid::int8, 'relation', p.polrelid::int8, 'name', p.polname) order by p.polrelid, p.polname)
    from pg_catalog.pg_policy p join relations r on r.oid = p.polrelid), '[]'),
  'grants', coalesce((select pg_catalog.json_agg(pg_catalog.json_build_object(
      'on', g.id, 'to', case when x.grantee = 0 then 'public' else pg_catalog.pg_get_userbyid(x.grantee) end,
      'may', x.privilege_type) order by g.id, x.grantee, x.privilege_type)
    from (select oid::int8 as id, relacl as acl, relowner as owner from relations where relacl is not null
          union all
          select oid::int8, coalesce(proacl, pg_catalog.acldefault('f', proowner)), proowner from routines) g
    cross join lateral pg_catalog.aclexplode(g.acl) x where x.grantee <> g.owner), '[]')
) as catalog`;
