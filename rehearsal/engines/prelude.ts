import { Client } from "pg";
import { supabasePrelude } from "../../kit/shadow/prelude.ts";

/**
 * Gives a database what a Supabase project has before its first migration, as far as migrations, PostgREST
 * and functions can tell. Safe to run again. `url` is a superuser's; best one that is not `postgres`, because
 * on Supabase `postgres` owns the database but is no superuser, and migrations should meet the same refusals.
 */
export async function applyPrelude(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`begin; ${supabasePrelude()} ${RELOAD} commit;`);
  } finally {
    await client.end();
  }
}

// Migrations change what PostgREST serves; on Supabase these triggers tell it, too.
const RELOAD = `
create or replace function extensions.pgrst_watch() returns event_trigger language plpgsql as $$
begin perform pg_notify('pgrst', 'reload schema'); end $$;
do $$ begin
  if not exists (select from pg_event_trigger where evtname = 'pgrst_ddl_watch') then
    create event trigger pgrst_ddl_watch on ddl_command_end execute function extensions.pgrst_watch();
    create event trigger pgrst_drop_watch on sql_drop execute function extensions.pgrst_watch();
  end if;
end $$;
`;
