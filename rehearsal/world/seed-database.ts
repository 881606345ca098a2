import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { Client } from "pg";

/**
 * Brings a database to where the previous release left it: the migrations up to `head`, recorded in the
 * ledger as the Supabase CLI records them. Returns how many were applied.
 */
export async function seedDatabase(url: string, migrations: string, head: string): Promise<number> {
  const files = (await readdir(migrations)).filter((file) => file.endsWith(".sql")).sort();
  const old = files.filter((file) => (file.split("_")[0] ?? "") <= head);
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`
      create schema if not exists supabase_migrations;
      create table if not exists supabase_migrations.schema_migrations (
        version text not null primary key, statements text[], name text);`);
    for (const file of old) {
      const sql = await readFile(join(migrations, file), "utf8");
      const [version = "", ...name] = file.replace(/\.sql$/, "").split("_");
      await client.query(sql);
      await client.query(
        "insert into supabase_migrations.schema_migrations (version, name, statements) values ($1, $2, null)",
        [version, name.join("_")],
      );
    }
  } finally {
    await client.end();
  }
  return old.length;
}
