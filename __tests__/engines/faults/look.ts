import { Client } from "pg";
import type { Found } from "./scene.ts";

/** What the ledger says, and which tables there are. */
export async function databaseOf(url: string): Promise<Pick<Found, "ledger" | "tables">> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const ledger = await client.query<{ version: string }>(
      "select version from supabase_migrations.schema_migrations order by 1",
    );
    const tables = await client.query<{ name: string }>(
      "select c.relname || '(' || string_agg(a.attname, ',' order by a.attnum) || ')' as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' group by c.relname order by 1",
    );
    return {
      ledger: ledger.rows.map(({ version }) => version),
      tables: tables.rows.map(({ name }) => name),
    };
  } finally {
    await client.end();
  }
}
