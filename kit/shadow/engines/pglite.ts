import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Database, Row } from "../../ports/database.ts";
import { prepareShadow } from "../admin.ts";
import type { Engine, ShadowSession } from "./engine.ts";

/** What is used of PGlite: PostgreSQL in this process, with one session. */
interface PGlite {
  query(sql: string, parameters: unknown[]): Promise<{ readonly rows: readonly Row[] }>;
  exec(sql: string): Promise<readonly { readonly command?: string }[]>;
  close(): Promise<void>;
}

interface PGliteModule {
  readonly PGlite: { create(options: { extensions: Readonly<Record<string, unknown>> }): Promise<PGlite> };
}

/** Extensions of every project. */
const usual = ["uuid-ossp", "pgcrypto"];

/**
 * PGlite from the folder of its package, in memory; the folder is removed with it. Who begins there is a superuser called `postgres`; so that
 * migrations run as a `postgres` who is none, that one is renamed.
 */
export async function pgliteEngine(
  folder: string,
  version: string,
  wanted: readonly string[],
): Promise<Engine> {
  const home = join(folder, "package/dist");
  const { PGlite } = (await load(join(home, "index.js"))) as unknown as PGliteModule;
  const names = [...new Set([...usual, ...wanted])].map((name) => name.replaceAll("-", "_"));
  const found = names.filter((name) => /^\w+$/.test(name) && existsSync(contribution(home, name)));
  const extensions = Object.assign(
    {},
    ...(await Promise.all(found.map((name) => load(contribution(home, name))))),
  );
  const pglite = await PGlite.create({ extensions: extensions as Readonly<Record<string, unknown>> });
  const session = sessionOf(pglite);
  await session.script(`create role starter superuser login; set session authorization starter;
    alter role postgres rename to supabase_admin; set session authorization supabase_admin; drop role starter`);
  await prepareShadow(session, "unused");
  return {
    product: `PGlite ${version}, PostgreSQL`,
    limits: [
      "PGlite has one session and few extensions: what the files need of others are stubs, and nobody else can log in",
    ],
    open: async () => session,
    stop: async () => {
      await pglite.close().catch(() => undefined);
      await rm(folder, { recursive: true, force: true });
      return [];
    },
  };
}

/** ncc must not look for what is only there after it was fetched. */
function load(path: string): Promise<Readonly<Record<string, unknown>>> {
  return import(/* webpackIgnore: true */ pathToFileURL(path).href) as Promise<
    Readonly<Record<string, unknown>>
  >;
}

const contribution = (home: string, name: string): string => join(home, "contrib", `${name}.js`);

/** Nobody logs in anew, so the settings of the role `postgres` are made by hand. */
const anew = `set session authorization postgres; reset role; reset all; set search_path to "$user", public, extensions;`;

function sessionOf(pglite: PGlite): ShadowSession {
  const database: Database = {
    query: async (sql, parameters = []) => (await pglite.query(sql, [...parameters])).rows,
    script: async (sql) => (await pglite.exec(sql)).map(({ command = "" }) => command),
    close: () => Promise.resolve(),
  };
  return { ...database, anew };
}
