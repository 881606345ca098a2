import type { Asked, Database } from "../../../ports/database.ts";
import { digest } from "../../../release/canonical.ts";
import { ownSchema } from "../own/own-schema.ts";
import { inside } from "../own/mark.ts";

/** A row of the Supabase CLI's ledger. `statements` is null where whoever wrote it kept no text. */
export interface LedgerRow {
  readonly version: string;
  readonly name: string | null;
  readonly statements: readonly string[] | null;
}

const table = "supabase_migrations.schema_migrations";

/** The ledger in the order of its versions; none where there is no ledger yet. Only reads. */
export async function readLedger(database: Database): Promise<readonly LedgerRow[]> {
  const columns = await columnsOf(database);
  if (!columns.has("version")) return [];
  const column = (name: string): string => (columns.has(name) ? name : `null as ${name}`);
  const rows = await database.query(
    `select version, ${column("name")}, ${column("statements")} from ${table} order by version collate "C"`,
  );
  return rows.map(({ version, name, statements }) => ({
    version: String(version),
    name: typeof name === "string" ? name : null,
    statements: Array.isArray(statements) ? statements.map(String) : null,
  }));
}

/** Makes the ledger as the Supabase CLI would, if it is not there; gives up rather than wait for a lock. */
export async function ensureLedger(database: Database): Promise<void> {
  const columns = await columnsOf(database);
  if (["version", "name", "statements"].every((name) => columns.has(name))) return;
  await database.script(`
    begin;
    set local lock_timeout = '4s';
    create schema if not exists supabase_migrations;
    create table if not exists ${table} (version text not null primary key);
    alter table ${table} add column if not exists statements text[];
    alter table ${table} add column if not exists name text;
    commit;
  `);
}

/** What the ledger keeps of a migration, and what we keep beside it. */
export interface Recorded extends LedgerRow {
  /** Of the file, by its bytes. */
  readonly sha256: string;
  readonly release: string;
}

/**
 * Records a migration as applied, in one statement with what we keep of it, and forgets its progress. Columns are named:
 * their order differs by who made the table. With `mark`, only inside of the transaction that set it; no row if it is not.
 */
export function recordOfMigration(
  { version, name, statements, sha256, release }: Recorded,
  mark: string | null = null,
): Asked {
  const sql = `with recorded as (
       insert into ${table} (version, name, statements) select $1, $2, $3::text[] where ${inside("$7")} returning version
     ), forgotten as (
       delete from ${ownSchema}.segments where version in (select version from recorded)
     )
     insert into ${ownSchema}.migrations (version, sha256, recorded_sha256, release)
     select version, $4, $5, $6 from recorded
     on conflict (version) do update set sha256 = excluded.sha256, recorded_sha256 = excluded.recorded_sha256,
       release = excluded.release, applied = pg_catalog.now()
     returning version`;
  return {
    sql,
    parameters: [version, name, statements, sha256, recordedDigest(statements), release, mark],
  };
}

/** Tells whether a row is still the one that we wrote. */
export function recordedDigest(statements: readonly string[] | null): string {
  return digest(statements ?? null);
}

async function columnsOf(database: Database): Promise<ReadonlySet<string>> {
  const rows = await database.query(
    `select attname from pg_catalog.pg_attribute
      where attrelid = pg_catalog.to_regclass('${table}') and attnum > 0 and not attisdropped`,
  );
  return new Set(rows.map(({ attname }) => String(attname)));
}

/** Indexes that PostgreSQL does not use because building them was not finished, as `schema.name`. */
export async function invalidIndexes(database: Database): Promise<readonly string[]> {
  const rows = await database.query(
    `select pg_catalog.format('%I.%I', n.nspname, c.relname) as name
       from pg_catalog.pg_index i
       join pg_catalog.pg_class c on c.oid = i.indexrelid
       join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where not i.indisvalid and c.relkind = 'i' order by 1`,
  );
  return rows.map(({ name }) => String(name));
}
