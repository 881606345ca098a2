import { UserError } from "../../../errors/user-error.ts";
import type { Database } from "../../../ports/database.ts";

/** Where this suite keeps what the Supabase CLI's ledger has no place for. */
export const ownSchema = "prism_rollout";

/** `migrations`: what was applied, by its bytes. `segments`: files that are not complete yet. `baseline`: what was adopted. */
const tables = ["migrations", "segments", "baseline"] as const;

/** Which of our tables are there. Only reads. */
export async function ownTables(database: Database): Promise<ReadonlySet<string>> {
  const rows = await database.query(
    `select c.relname as name from pg_catalog.pg_class c
       join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where n.nspname = '${ownSchema}' and c.relkind = 'r'`,
  );
  return new Set(rows.map(({ name }) => String(name)));
}

/**
 * Makes our schema on first need, for nobody but its owner: PostgREST's roles get nothing in it, whatever default
 * privileges say.
 * @throws {UserError} PR418 where a schema of that name belongs to a role that is not ours.
 */
export async function ensureOwnSchema(database: Database): Promise<void> {
  await refuseForeign(database);
  const there = await ownTables(database);
  if (tables.every((name) => there.has(name))) return;
  await database.script(`
    begin;
    set local lock_timeout = '4s';
    create schema if not exists ${ownSchema};
    comment on schema ${ownSchema} is 'Progress and hashes of migrations that prism-rollout has applied.';
    create table if not exists ${ownSchema}.migrations (
      version text primary key, sha256 text not null, recorded_sha256 text not null, release text not null,
      applied timestamptz not null default pg_catalog.now());
    create table if not exists ${ownSchema}.segments (
      version text not null, segment integer not null, sha256 text not null, file_sha256 text not null,
      statement text not null, relation text, object text, before oid[] not null default '{}',
      release text not null, started timestamptz not null default pg_catalog.now(), finished timestamptz,
      error text, primary key (version, segment));
    create table if not exists ${ownSchema}.baseline (
      version text primary key, sha256 text not null, release text not null,
      adopted timestamptz not null default pg_catalog.now());
    ${revokes}
    commit;
  `);
}

const revokes = `
    revoke all on schema ${ownSchema} from public;
    revoke all on all tables in schema ${ownSchema} from public;
    do $$
    declare grantee name;
    begin
      for grantee in select rolname from pg_catalog.pg_roles
                      where rolname in ('anon', 'authenticated', 'service_role') loop
        execute pg_catalog.format('revoke all on schema ${ownSchema} from %I', grantee);
        execute pg_catalog.format('revoke all on all tables in schema ${ownSchema} from %I', grantee);
      end loop;
    end $$;`;

/** What another role has put there could run under our rights. */
async function refuseForeign(database: Database): Promise<void> {
  const [row] = await database.query(
    `select pg_catalog.pg_get_userbyid(nspowner) as owner, pg_catalog.pg_has_role(nspowner, 'usage') as ours
       from pg_catalog.pg_namespace where nspname = '${ownSchema}'`,
  );
  if (row === undefined || row["ours"] === true) return;
  throw new UserError(
    "PR418",
    `The schema ${ownSchema}, in which this suite keeps its progress, belongs to ${String(row["owner"])}. Nothing was changed.`,
    `Give it to the role of \`database-url\` (\`alter schema ${ownSchema} owner to …\`, its tables as well), or connect as its owner.`,
  );
}
