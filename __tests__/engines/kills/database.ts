import { Client } from "pg";
import type { Postgres } from "../../../rehearsal/engines/postgres.ts";

/** A database as it was, of which any number of copies can be made: a template of its server. */
export interface KeptDatabase {
  copy(): Promise<Copy>;
}

/** One that a scene works on. */
export interface Copy {
  readonly url: string;
  /** Versions in the ledger, then tables of `public`. */
  schema(): Promise<readonly string[]>;
  keep(): Promise<KeptDatabase>;
  drop(): Promise<void>;
}

/** A database in which `sql` was run. */
export async function newDatabase(postgres: Postgres, sql: string): Promise<KeptDatabase> {
  const first = await copyOf({ postgres, made: 0 }, undefined);
  await rowsIn(first.url, sql);
  return await first.keep();
}

interface Server {
  readonly postgres: Postgres;
  made: number;
}

async function copyOf(server: Server, template: string | undefined): Promise<Copy> {
  const { postgres } = server;
  const named = (what: string): string => `${what}_${(server.made += 1)}`;
  const name = named("scene");
  const url = await postgres.createDatabase(name, template === undefined ? {} : { template });
  return {
    url,
    schema: async () => [...(await ledgerIn(url)), ...(await tablesIn(url))],
    keep: async () => {
      // A template has no sessions; one of a run that ended may still be on its way out.
      const ended = `select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '${name}'`;
      await rowsIn(postgres.url, ended);
      const kept = named("kept");
      await postgres.createDatabase(kept, { template: name });
      return { copy: () => copyOf(server, kept) };
    },
    drop: () => postgres.dropDatabase(name),
  };
}

async function ledgerIn(url: string): Promise<readonly string[]> {
  const there = "select to_regclass('supabase_migrations.schema_migrations') is not null as is";
  const [found] = await rowsIn(url, there);
  if (found?.["is"] !== true) return [];
  const rows = await rowsIn(url, "select version from supabase_migrations.schema_migrations order by 1");
  return rows.map(({ version }) => String(version));
}

async function tablesIn(url: string): Promise<readonly string[]> {
  const rows = await rowsIn(url, "select tablename from pg_tables where schemaname = 'public' order by 1");
  return rows.map(({ tablename }) => String(tablename));
}

async function rowsIn(url: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
