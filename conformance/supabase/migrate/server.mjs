// A real PostgreSQL with databases that are made on demand.
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { startPostgres } from "../../../lib/rehearsal/engines/postgres.js";

const { Client } = createRequire(new URL("../../../package.json", import.meta.url))("pg");

/**
 * `work` gets a server: `database(name)` makes one and gives its address, `folder` is for whatever is needed. A durable one
 * writes as a real server does.
 */
export async function withServer(work, { durable = false } = {}) {
  const folder = await mkdtemp(join(tmpdir(), "prism-rollout-conformance-"));
  const postgres = await startPostgres({ folder: join(folder, "data"), durable });
  let count = 0;
  try {
    return await work({
      folder,
      port: postgres.port,
      database: (name) => {
        count += 1;
        return postgres.createDatabase(`${name}_${count}`);
      },
    });
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The rows of one statement; of several, those of the last. */
export async function rowsOf(url, sql) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const result = await client.query(sql);
    return (Array.isArray(result) ? result.at(-1) : result).rows;
  } finally {
    await client.end();
  }
}

/** Holds the lock that `select pg_advisory_xact_lock(7)` waits for, until `release`. */
export async function holdLock(url) {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query("select pg_advisory_lock(7)");
  return { release: () => client.end() };
}

/**
 * Waits until a statement with this word runs on the database, or none does.
 * @throws {Error} after a minute, or when `goesOn` says no more: a state that was missed never comes
 */
export async function untilRunning(url, word, running, goesOn = () => true) {
  const sql = `select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
    and state = 'active' and query like '%${word}%'`;
  const deadline = Date.now() + 60_000;
  while ((await rowsOf(url, sql)).length > 0 !== running) {
    const state = running ? "never ran" : "still runs";
    if (!goesOn()) throw new Error(`«${word}» ${state}, and who was to run it has ended`);
    if (Date.now() > deadline) throw new Error(`«${word}» ${state} after a minute`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const ledger = "supabase_migrations.schema_migrations";

/** What is kept of each migration: no ledger is an empty one. */
export async function ledgerOf(url) {
  const [{ there }] = await rowsOf(url, `select to_regclass('${ledger}') is not null as there`);
  if (!there) return [];
  return rowsOf(url, `select version, name, statements from ${ledger} order by version collate "C"`);
}
