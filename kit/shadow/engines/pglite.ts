import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Database } from "../../ports/database.ts";
import { prepareShadow } from "../admin.ts";
import type { Engine, ShadowSession } from "./engine.ts";
import { type PgliteProcess, startPglite } from "./pglite-process.ts";

/** Extensions of every project. */
const usual = ["uuid-ossp", "pgcrypto"];

/**
 * PGlite from the folder of its package, in the memory of a process of its own; the folder is removed with it. Who begins
 * there is a superuser called `postgres`; so that migrations run as a `postgres` who is none, that one is renamed.
 */
export async function pgliteEngine(
  folder: string,
  version: string,
  wanted: readonly string[],
  signal?: AbortSignal,
): Promise<Engine> {
  const home = join(folder, "package/dist");
  const names = [...new Set([...usual, ...wanted])].map((name) => name.replaceAll("-", "_"));
  const found = names.filter((name) => /^\w+$/.test(name) && existsSync(contribution(home, name)));
  const pglite = await startPglite(
    urlOf(join(home, "index.js")),
    found.map((name) => urlOf(contribution(home, name))),
    signal,
  );
  const session = sessionOf(pglite);
  try {
    await session.script(`create role starter superuser login; set session authorization starter;
      alter role postgres rename to supabase_admin; set session authorization supabase_admin; drop role starter`);
    await prepareShadow(session, "unused");
  } catch (error) {
    // Its process would wait for questions, and ours for it.
    await pglite.stop();
    throw error;
  }
  return {
    product: `PGlite ${version}, PostgreSQL`,
    limits: [
      "PGlite has one session and few extensions: what the files need of others are stubs, and nobody else can log in",
    ],
    open: async () => session,
    stop: async () => {
      await pglite.stop();
      await rm(folder, { recursive: true, force: true });
      return [];
    },
  };
}

const urlOf = (path: string): string => pathToFileURL(path).href;

const contribution = (home: string, name: string): string => join(home, "contrib", `${name}.js`);

/** Nobody logs in anew, so the settings of the role `postgres` are made by hand. */
const anew = `set session authorization postgres; reset role; reset all; set search_path to "$user", public, extensions;`;

function sessionOf({ query, script }: PgliteProcess): ShadowSession {
  const database: Database = {
    query: (sql, parameters = []) => query(sql, [...parameters]),
    script,
    close: () => Promise.resolve(),
  };
  return { ...database, anew };
}
