import type { Database } from "../ports/database.ts";
import { supabasePrelude } from "./prelude.ts";
import { extensionHomes, extensionStubs } from "./stubs.ts";

export const adminSchema = "prism_rollout_shadow";

/** Their tables are the services' own; Supabase lets `postgres` put triggers on them, and take them off again. */
export const serviceSchemas: readonly string[] = ["auth", "realtime", "storage"];

/**
 * Makes an empty server look like a Supabase project's, in a superuser's session. Migrations then run as `postgres`,
 * who is none, as there: what is not approved yet must not read files or start programs on the machine that plans.
 * What Supabase lets `postgres` do beyond that, extensions and triggers of services, functions do for it.
 */
export async function prepareShadow(admin: Database, password: string): Promise<void> {
  await admin.script(`begin; ${supabasePrelude()} ${tasks} commit`);
  await admin.query(
    `insert into ${adminSchema}.stubs select name, sql, ($2::json) ->> name
       from pg_catalog.json_each_text($1::json) as stub(name, sql)`,
    [JSON.stringify(extensionStubs()), JSON.stringify(extensionHomes())],
  );
  await admin.script(`alter role postgres password '${password}'`);
}

/** All SQL of which a shadow is made: another one makes another shadow. */
export function shadowSource(): string {
  return [supabasePrelude(), tasks, JSON.stringify(extensionStubs()), JSON.stringify(extensionHomes())].join(
    "\n",
  );
}

const tasks = `
create schema if not exists supabase_migrations authorization postgres;
create schema ${adminSchema};
grant usage on schema ${adminSchema} to public;
create table ${adminSchema}.stubs (name text primary key, sql text not null, home text);
create function ${adminSchema}.make_extension(extension text, given text, usual text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $admin$
declare
  stub ${adminSchema}.stubs;
  place text;
begin
  if exists (select from pg_extension where extname = extension) then return; end if;
  if exists (select from pg_available_extensions where name = extension) then
    select coalesce(max(schema), given, usual) into place from pg_available_extension_versions where name = extension;
    execute format('create extension %I with schema %I cascade', extension, place);
    -- As Supabase's own script does after it.
    if extension = 'postgres_fdw' then
      grant usage on foreign data wrapper postgres_fdw to postgres with grant option;
    end if;
    return;
  end if;
  select * into stub from ${adminSchema}.stubs where name = extension;
  place := coalesce(given, usual, 'public');
  -- Some are declared to be among the system's own, where nothing can be made.
  if starts_with(place, 'pg_') then place := coalesce(stub.home, 'extensions'); end if;
  execute format('create schema if not exists %I', place);
  if stub.home is not null then execute format('create schema if not exists %I', stub.home); end if;
  begin
    if stub.sql is not null then execute replace(stub.sql, '@schema@', quote_ident(place)); end if;
  exception when duplicate_object or duplicate_function or duplicate_table then null;
  end;
  foreach place in array array_remove(array[place, stub.home], null) loop
    if place = 'public' then continue; end if;
    execute format('grant all on schema %1$I to postgres; grant usage on schema %1$I to public;
      grant all on all tables in schema %1$I to postgres, service_role;
      grant all on all sequences in schema %1$I to postgres, service_role', place);
  end loop;
end $admin$;
do $admin$ begin
  if current_setting('server_version_num')::int >= 150000 then
    execute 'grant set on parameter session_replication_role to postgres';
  end if;
end $admin$;
create function ${adminSchema}.nothing_happens() returns trigger language plpgsql as $admin$ begin return new; end $admin$;
create function ${adminSchema}.drop_extension(extension text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $admin$
begin execute format('drop extension if exists %I cascade', extension); end $admin$;
create function ${adminSchema}.drop_trigger(name text, home text, on_table text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $admin$
begin
  if home not in (${serviceSchemas.map((one) => `'${one}'`).join(", ")}) then raise 'not a table of a service'; end if;
  execute format('drop trigger if exists %I on %I.%I', name, home, on_table);
end $admin$;
`;
