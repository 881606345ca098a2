import type { Runtime } from "../action/runtime.ts";
import { describe } from "../errors/user-error.ts";
import type { SqlParser } from "../judge/parser.ts";
import type { Database } from "../ports/database.ts";
import { prepareShadow } from "./admin.ts";
import { findPostgres } from "./find-postgres.ts";
import { type ReplayFiles, type Replayed, replay } from "./replay.ts";
import type { Abilities } from "./shim.ts";
import { startServer } from "./start-server.ts";
import type { Visitor } from "./visitor.ts";

/** A replay, and on what: `PostgreSQL 17.5`. */
export interface Shadow extends Replayed {
  readonly engine: string;
}

/** Nothing was replayed, because … */
export interface NoShadow {
  readonly because: string;
}

type World = Pick<Runtime, "connect" | "env" | "temp">;

/**
 * Replays migrations on a server that is made for that and removed again. A machine that has none, or one on which it
 * does not start, is no failure: what was not verified is said.
 */
export async function replayOnShadow(
  parser: SqlParser,
  files: ReplayFiles,
  world: World,
  visitor?: Visitor,
): Promise<Shadow | NoShadow> {
  const bin = findPostgres(world.env);
  if (bin === undefined) return { because: "there is no PostgreSQL server (initdb) on this machine" };
  try {
    const server = await startServer(bin, world);
    try {
      // Roles have settings now (`search_path`), which hold from the next session on.
      await withSession(world, server.adminUrl, (admin) => prepareShadow(admin, server.password));
      const shadow = await withSession(world, server.url, async (database) => {
        const abilities = await abilitiesOf(database);
        const replayed = await replay({ database, parser, abilities, visitor }, files);
        return { ...replayed, engine: `PostgreSQL ${abilities.name}` };
      });
      await visitor?.done?.(server);
      return shadow;
    } finally {
      await server.stop();
    }
  } catch (error) {
    return { because: `the PostgreSQL in ${bin} does not serve: ${describe(error).split("\n")[0]}` };
  }
}

async function withSession<T>(
  { connect }: World,
  url: string,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = await connect(url, "prism-rollout shadow");
  try {
    return await work(database);
  } finally {
    await database.close().catch(() => undefined);
  }
}

async function abilitiesOf(database: Database): Promise<Abilities & { readonly name: string }> {
  const [server] = await database.query(
    "select current_setting('server_version') as name, current_setting('server_version_num')::int as version",
  );
  const rows = await database.query("select name from pg_catalog.pg_available_extensions");
  return {
    name: String(server?.["name"]).split(" ")[0] ?? "",
    version: Number(server?.["version"]),
    extensions: new Set(rows.map(({ name }) => String(name))),
  };
}
