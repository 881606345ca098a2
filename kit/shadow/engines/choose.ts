import { rm } from "node:fs/promises";
import type { Runtime } from "../../action/runtime.ts";
import { inShort } from "../../errors/first-of.ts";
import { UserError, describe } from "../../errors/user-error.ts";
import { findPostgres } from "../find-postgres.ts";
import type { ReplayFiles } from "../replay.ts";
import type { Engine } from "./engine.ts";
import { fetchPglite, pglitePin } from "./fetch-pglite.ts";
import { givenEngine } from "./given.ts";
import { localEngine } from "./local.ts";
import { unusable } from "./named-server.ts";
import { npmRegistry } from "./npm-registry.ts";
import { pgliteEngine } from "./pglite.ts";

/** Nothing was replayed, because … */
export interface NoShadow {
  readonly because: string;
}

export interface EngineChoice {
  /** A server that is to be used, whatever the machine has. */
  readonly databaseUrl?: string | undefined;
  /** Whether PGlite is fetched on a machine without PostgreSQL: from the registry that is named, else from npm's own. */
  readonly fetch?: { readonly registry: string | undefined } | undefined;
  /** Folder in which snapshots of what is applied are kept; only for the machine's own PostgreSQL. */
  readonly cache?: string | undefined;
}

export type EngineWorld = Pick<Runtime, "connect" | "env" | "temp"> &
  Partial<Pick<Runtime, "http" | "exec" | "signal">>;

/**
 * The server that is named, else the machine's own, else PGlite. What the machine has not is no failure.
 * @throws {UserError} PR411 or PR428 for a server that is named.
 */
export async function chooseEngine(
  { databaseUrl, fetch, cache }: EngineChoice,
  files: ReplayFiles,
  { http, exec, ...world }: EngineWorld,
): Promise<Engine | NoShadow> {
  if (databaseUrl !== undefined) {
    return await givenEngine(databaseUrl, world).catch((error: unknown) => {
      world.signal?.throwIfAborted();
      throw unusable(databaseUrl, error);
    });
  }
  const bin = findPostgres(world.env);
  try {
    const keeping = cache === undefined ? undefined : { folder: cache, applied: files.history };
    if (bin !== undefined) return await localEngine(bin, world, keeping);
    if (!http || !exec || fetch === undefined)
      return { because: "there is no PostgreSQL server (initdb) on this machine" };
    const registry = fetch.registry ?? (await npmRegistry({ ...world, exec }));
    if (registry === undefined) throw new Error("npm names no registry from which PGlite could be fetched");
    const folder = await fetchPglite(registry, { ...world, http });
    return await pgliteEngine(folder, pglitePin.version, extensionsOf(files), world.signal).catch(
      async (error: unknown) => {
        await rm(folder, { recursive: true, force: true });
        throw new Error(`PGlite does not start: ${describe(error)}`, { cause: error });
      },
    );
  } catch (error) {
    if (error instanceof UserError) throw error;
    world.signal?.throwIfAborted();
    const why = inShort(error);
    if (bin === undefined)
      return { because: `there is no PostgreSQL server (initdb) on this machine, and ${why}` };
    return { because: `the PostgreSQL in ${bin} does not serve: ${why}` };
  }
}

/** Extensions that the files make: PGlite has to be told before it starts. */
function extensionsOf({ history, pending }: ReplayFiles): readonly string[] {
  const made = /create\s+extension\s+(?:if\s+not\s+exists\s+)?"?([\w-]+)/gi;
  return [...history, ...pending].flatMap(({ text }) =>
    Array.from(text.matchAll(made), ([, name = ""]) => name),
  );
}
