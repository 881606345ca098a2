import { mkdtemp, rm } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { describe } from "../../kit/errors/user-error.ts";
import { connectPostgres } from "../../kit/ports/live-database.ts";
import { systemHttp } from "../../kit/ports/http.ts";
import { liveExec } from "../../kit/ports/live-exec.ts";
import { startPostgres } from "../../rehearsal/engines/postgres.ts";
import type { CaseShadow } from "./judge-case.ts";

export interface Shadows {
  readonly lanes: readonly CaseShadow[];
  /** What replays, for whoever reads the rates. */
  readonly what: string;
  stop(): Promise<void>;
}

/** Servers side by side, each of which replays one case at a time: those that npm brings, else what the machine has, else PGlite. */
export async function startShadows(count: number): Promise<Shadows> {
  const world = {
    connect: connectPostgres,
    http: systemHttp,
    exec: liveExec(() => undefined),
    env: { RUNNER_TOOL_CACHE: join(homedir(), ".cache"), ...process.env },
    temp: tmpdir(),
  };
  const folder = await mkdtemp(join(tmpdir(), "prism-rollout-corpus-"));
  const servers = await Promise.allSettled(
    Array.from({ length: count }, (_, at) =>
      // Migrations run as a `postgres` who is no superuser.
      startPostgres({ folder: join(folder, String(at)), superuser: "supabase_admin" }),
    ),
  );
  const started = servers.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  const failed = servers.find((one) => one.status === "rejected");
  const lanes = started.map(({ url }): CaseShadow => ({ world, choice: { databaseUrl: url } }));
  const own: CaseShadow = { world, choice: { fetch: { registry: undefined } } };
  return {
    lanes: lanes.length > 0 ? lanes : [own],
    what: lanes.length > 0 ? "PostgreSQL of npm" : `what this machine has; ${describe(failed?.reason)}`,
    stop: async () => {
      await Promise.all(started.map((server) => server.stop()));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Each on the next lane that is free; the results in the order of the work. */
export async function onLanes<W, L, T>(
  work: readonly W[],
  lanes: readonly L[],
  does: (one: W, lane: L) => Promise<T>,
): Promise<readonly T[]> {
  const waiting = [...work.entries()];
  const done: T[] = [];
  await Promise.all(
    lanes.map(async (lane) => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
        done[next[0]] = await does(next[1], lane);
    }),
  );
  return done;
}
