import { inShort } from "../errors/first-of.ts";
import { UserError } from "../errors/user-error.ts";
import type { SqlParser } from "../judge/parser.ts";
import type { Database } from "../ports/database.ts";
import { type EngineChoice, type EngineWorld, type NoShadow, chooseEngine } from "./engines/choose.ts";
import { type Engine, closing } from "./engines/engine.ts";
import { type ReplayFiles, type Replayed, replay } from "./replay.ts";
import type { Abilities } from "./shim.ts";
import type { Visitor } from "./visitor.ts";
import { once } from "../ports/once.ts";

export type { NoShadow } from "./engines/choose.ts";

/** A replay, and on what: `PostgreSQL 17.5`. */
export interface Shadow extends Replayed {
  readonly engine: string;
  /** What such an engine does not show, and what it could not remove. */
  readonly limits: readonly string[];
  /** How many of the applied files were in a snapshot that was kept. */
  readonly restored: number;
}

/**
 * Replays migrations on a server that is made for that and removed again. A machine that has none, or one on which it
 * does not start, is no failure: what was not verified is said.
 * It ends with the world's signal.
 * @throws {UserError} PR411 or PR428 for a server that was named.
 */
export async function replayOnShadow(
  parser: SqlParser,
  files: ReplayFiles,
  world: EngineWorld,
  visitor?: Visitor,
  choice: EngineChoice = {},
): Promise<Shadow | NoShadow> {
  const engine = await chooseEngine(choice, files, world);
  if ("because" in engine) return engine;
  const { signal } = world;
  const stop = once(() => engine.stop());
  const stopNow = (): void => void stop().catch(() => undefined);
  signal?.addEventListener("abort", stopNow, { once: true });
  const shadow = await replayOn(engine, parser, files, visitor).catch(
    async (error: unknown): Promise<NoShadow> => {
      if (!(error instanceof UserError) && !signal?.aborted)
        return { because: `the replay on ${engine.product} ended: ${inShort(error)}` };
      await stop();
      if (!(error instanceof UserError)) signal?.throwIfAborted();
      throw error;
    },
  );
  const left = await stop();
  signal?.removeEventListener("abort", stopNow);
  signal?.throwIfAborted();
  return "because" in shadow ? shadow : { ...shadow, limits: [...shadow.limits, ...left] };
}

/** Replays on an engine that is up, and leaves it up. */
export async function replayOn(
  engine: Engine,
  parser: SqlParser,
  files: ReplayFiles,
  visitor: Visitor | undefined,
): Promise<Shadow> {
  const shadow = await closing(await engine.open(), async (database): Promise<Shadow> => {
    const abilities = await abilitiesOf(database);
    const replayed = await replay({ database, parser, abilities, visitor, engine }, files);
    const [name, restored] = [`${engine.product} ${abilities.name}`, engine.restored?.files ?? 0];
    return { ...replayed, engine: name, limits: engine.limits, restored };
  });
  if (engine.server) await visitor?.done?.(engine.server);
  return shadow;
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
