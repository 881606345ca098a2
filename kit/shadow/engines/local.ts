import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Runtime } from "../../action/runtime.ts";
import { inShort } from "../../errors/first-of.ts";
import type { SqlFile } from "../../judge/finding.ts";
import { childEnv } from "../../ports/exec.ts";
import { prepareShadow } from "../admin.ts";
import { snapshotKeys } from "../cache/keys.ts";
import { unpack } from "../cache/pack.ts";
import { type Snapshot, findSnapshot, removeSnapshot, saveSnapshot } from "../cache/store.ts";
import { oldestForSnapshots, takeSnapshot } from "../cache/take-snapshot.ts";
import { type ShadowServer, startServer } from "../start-server.ts";
import { type AppliedSoFar, type Engine, anewAfterLogin, closing } from "./engine.ts";
import { quickFolder } from "./quick-folder.ts";

type World = Pick<Runtime, "connect" | "env" | "temp"> & Partial<Pick<Runtime, "signal">>;

/** Where snapshots are kept, and of what this run wants one. */
export interface Keeping {
  readonly folder: string;
  readonly applied: readonly SqlFile[];
}

/** The machine's own PostgreSQL, on a server and in a folder that are gone afterwards. */
export async function localEngine(bin: string, given: World, keeping?: Keeping): Promise<Engine> {
  const world = { ...given, temp: await quickFolder(given.temp) };
  if (!keeping) return engineOn(await startEmpty(bin, world), world);
  const keys = snapshotKeys(await versionOf(bin, world), keeping.applied);
  const { snapshot, doubts } = await findSnapshot(keeping.folder, keys);
  const notes = [...doubts];
  const restored =
    snapshot &&
    (await startServer(bin, world, (data, user) => unpack(snapshot, data, user)).catch(
      async (error: unknown) => {
        notes.push(`a kept snapshot does not start, and is not used: ${firstLine(error)}`);
        await removeSnapshot(keeping.folder, snapshot.key);
        return undefined;
      },
    ));
  const server = restored ?? (await startEmpty(bin, world));
  const done = restored && snapshot ? keys.indexOf(snapshot.key) : -1;
  const engine = engineOn(server, world, notes);
  const key = keys.at(-1) ?? "";
  return {
    ...engine,
    ...(restored && snapshot ? { restored: { files: done, ...snapshot.applied } } : {}),
    ...(done === keys.length - 1
      ? {}
      : {
          keep: async (applied: AppliedSoFar) => {
            const what = { key, applied };
            await keep(keeping.folder, what, server, world).catch((error: unknown) => {
              notes.push(`no snapshot was kept: ${firstLine(error)}`);
            });
          },
        }),
  };
}

async function startEmpty(bin: string, world: World): Promise<ShadowServer> {
  const server = await startServer(bin, world);
  try {
    const admin = await world.connect(server.adminUrl, "prism-rollout shadow");
    // Roles have settings now (`search_path`), which hold from the next session on.
    await closing(admin, () => prepareShadow(admin, server.password));
    return server;
  } catch (error) {
    await server.stop();
    throw error;
  }
}

function engineOn(server: ShadowServer, world: World, notes: readonly string[] = []): Engine {
  return {
    product: "PostgreSQL",
    limits: [],
    server,
    open: async () => ({
      ...(await world.connect(server.url, "prism-rollout shadow")),
      anew: anewAfterLogin,
    }),
    stop: async () => {
      await server.stop();
      return notes;
    },
  };
}

async function keep(
  folder: string,
  what: Pick<Snapshot, "key" | "applied">,
  server: ShadowServer,
  { connect }: World,
): Promise<void> {
  const admin = await connect(server.adminUrl, "prism-rollout shadow");
  await closing(admin, async () => {
    const [is] = await admin.query("select current_setting('server_version_num')::int as version");
    if (Number(is?.["version"]) < oldestForSnapshots) throw new Error("that takes PostgreSQL 15");
    await saveSnapshot(folder, { ...what, ...(await takeSnapshot(admin, server.data)) });
  });
}

async function versionOf(bin: string, { env, signal }: World): Promise<string> {
  const options = { env: childEnv(env), timeout: 30_000, ...(signal ? { signal } : {}) };
  const { stdout } = await promisify(execFile)(join(bin, "postgres"), ["--version"], options);
  return stdout.trim();
}

function firstLine(error: unknown): string {
  return inShort(error);
}
