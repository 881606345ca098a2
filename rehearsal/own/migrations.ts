import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Client } from "pg";
import { type SqlParser, loadParser } from "../../kit/judge/parser.ts";
import { splitFile } from "../../kit/judge/split.ts";
import {
  type MigrationFile,
  discoverMigrations,
} from "../../kit/parts/database/files/discover-migrations.ts";
import { UserError, describe } from "../../kit/errors/user-error.ts";
import { connectPostgres } from "../../kit/ports/live-database.ts";
import { prepareShadow } from "../../kit/shadow/admin.ts";
import { type Abilities, shim } from "../../kit/shadow/shim.ts";

/** What the database of a world can do. Give it any session. */
export async function abilitiesOf(url: string): Promise<Abilities> {
  return await inSession(url, async (client) => {
    const { rows } = await client.query<{ name: string }>("select name from pg_available_extensions");
    const { rows: said } = await client.query<{ server_version_num: string }>("show server_version_num");
    const version = Number(said[0]?.server_version_num ?? "0");
    return { version, extensions: new Set(rows.map(({ name }) => name)) };
  });
}

/** What Supabase lets the owner of a project do as a superuser, and what stands for extensions that are not there. */
export async function allowExtensions(adminUrl: string): Promise<void> {
  const admin = await connectPostgres(adminUrl, "rehearsal");
  try {
    await prepareShadow(admin, "not-asked-for-here");
  } finally {
    await admin.close();
  }
}

/**
 * Rewrites the migrations of a copy as this database can run them: an extension that is not there is left out, or made
 * to look as if it were. Gives what was changed, a line a file. Files that nobody can read or order are left as they
 * are: the release itself says so.
 */
export async function shimMigrations(
  stack: string,
  directory: string,
  abilities: Abilities,
): Promise<readonly string[]> {
  const parser = await loadParser();
  const said: string[] = [];
  for (const { path, text } of await readable(stack, directory)) {
    const { text: own, stubbed } = shim(parser, text, abilities);
    if (own === text) continue;
    await writeFile(join(stack, path), own);
    if (stubbed.length > 0) said.push(`${path.split("/").at(-1)}: ${stubbed.join("; ")}`);
  }
  return said;
}

async function readable(stack: string, directory: string): Promise<readonly MigrationFile[]> {
  try {
    return await discoverMigrations(stack, directory);
  } catch (error) {
    if (error instanceof UserError) return [];
    throw error;
  }
}

/** How far a database was brought. */
export interface Brought {
  readonly applied: number;
  readonly all: number;
  /** The file that did not run, and why; what comes after it was left. */
  readonly stopped: string | undefined;
}

/** Applies the migrations of a copy in their order, as their owner, and records each as the Supabase CLI does. */
export async function bringDatabase(url: string, stack: string, directory: string): Promise<Brought> {
  const files = await readable(stack, directory);
  if (files.length === 0) return { applied: 0, all: 0, stopped: undefined };
  const parser = await loadParser();
  return await inSession(url, async (client) => {
    await client.query(ledger);
    for (const [index, file] of files.entries()) {
      const problem = await applyOne(client, parser, file);
      if (problem !== undefined)
        return { applied: index, all: files.length, stopped: `${file.path}: ${problem}` };
    }
    return { applied: files.length, all: files.length, stopped: undefined };
  });
}

const ledger = `
  create schema if not exists supabase_migrations;
  create table if not exists supabase_migrations.schema_migrations (
    version text not null primary key, statements text[], name text);`;

async function applyOne(
  client: Client,
  parser: SqlParser,
  { version, name, text }: MigrationFile,
): Promise<string | undefined> {
  const split = splitFile(parser, text);
  if ("message" in split) return split.message;
  try {
    await client.query(text).catch(async (error: { readonly code?: string }) => {
      // What runs outside of transactions only (CONCURRENTLY) runs statement by statement.
      if (error.code !== "25001") throw error;
      for (const { sql } of split.statements) await client.query(sql);
    });
    await client.query("reset all");
    await client.query(
      "insert into supabase_migrations.schema_migrations (version, name, statements) values ($1, $2, $3)",
      [version, name, split.pieces],
    );
    return undefined;
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    return describe(error);
  }
}

async function inSession<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
