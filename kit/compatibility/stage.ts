import { randomBytes } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Runtime } from "../action/runtime.ts";
import { lastWords } from "../parts/functions/deno/find-deno.ts";
import type { RunnableFunction } from "../parts/functions/deno/functions-to-run.ts";
import { layOut } from "../parts/functions/deno/lay-out.ts";
import type { FunctionSource } from "../parts/functions/declared/source.ts";
import { endingAfter } from "../ports/ending-after.ts";
import { functionProgram, keptDeno } from "./deno.ts";
import type { Engines } from "./engines.ts";
import { openGateway } from "./gateway.ts";
import type { Kept, Keeper } from "./keeper.ts";
import { roleKey } from "./tokens.ts";
import { freePort, isOpen, until } from "./wait.ts";

/** What all stages of one matrix have in common. */
export interface Setting {
  readonly engines: Engines;
  readonly keeper: Keeper;
  readonly folder: string;
  /** A `node_modules` whose packages spare Deno the network. */
  readonly modules: string | undefined;
  /** What functions and journeys find in their environment besides the project's own address and keys. */
  readonly env: Readonly<Record<string, string>>;
  readonly world: Pick<Runtime, "clock" | "http">;
  /** Ends all waiting. */
  readonly signal: AbortSignal;
  /** A number that was not given before. */
  next(): number;
}

/** A database of the shadow behind PostgREST, with functions: a project as its clients see it. */
export interface Stage {
  readonly url: string;
  readonly host: string;
  readonly anonKey: string;
  readonly name: string;
  /** Functions that do not serve, with the reason in Deno's words. */
  readonly broken: ReadonlyMap<string, string>;
  close(): Promise<void>;
}

/** @throws {Error} when PostgREST does not serve the database. */
export async function openStage(
  setting: Setting,
  name: string,
  databaseUrl: string,
  functions: readonly RunnableFunction[],
): Promise<Stage> {
  const jwtSecret = randomBytes(32).toString("hex");
  const started: Kept[] = [];
  const urls = new Map<string, string>();
  const broken = new Map<string, string>();
  const rest = { url: "" };
  // What serves the tables starts in it, and may be earlier than the first function.
  await mkdir(setting.folder, { recursive: true });
  const gateway = await openGateway(() => ({ rest: rest.url, functionUrl: (slug) => urls.get(slug) }));
  const close = async (): Promise<void> => {
    for (const one of started) one.stop();
    await Promise.all([gateway.close(), ...started.map(({ ended }) => ended)]);
  };
  const anonKey = roleKey("shadow", "anon", jwtSecret);
  const env = projectEnv(setting, gateway.url, anonKey, roleKey("shadow", "service_role", jwtSecret));
  const starting = [
    startRest(setting, databaseUrl, jwtSecret, started).then((url) => void (rest.url = url)),
    ...functions.map(async ({ slug, source }) => {
      const at = { place: join(setting.folder, name, slug), env, host: gateway.host };
      const answer = await startFunction(setting, source, at, started).catch((error: unknown) => ({
        broken: String(error),
      }));
      if ("url" in answer) urls.set(slug, answer.url);
      else broken.set(slug, answer.broken);
    }),
  ];
  try {
    await Promise.all(starting);
    return { url: gateway.url, host: gateway.host, anonKey, name, broken, close };
  } catch (error) {
    for (const one of started) one.stop();
    // Who still lays out a function would do it in a folder that is gone, and leave it behind.
    await Promise.allSettled(starting);
    await close();
    throw error;
  }
}

function projectEnv(
  { env }: Setting,
  url: string,
  anon: string,
  serviceRole: string,
): Readonly<Record<string, string>> {
  return {
    ...env,
    SUPABASE_URL: url,
    SUPABASE_ANON_KEY: anon,
    SUPABASE_SERVICE_ROLE_KEY: serviceRole,
    SUPABASE_PUBLISHABLE_KEYS: JSON.stringify({ default: anon }),
    SUPABASE_SECRET_KEYS: JSON.stringify({ default: serviceRole }),
  };
}

async function startRest(
  { engines, keeper, folder, world, signal }: Setting,
  databaseUrl: string,
  jwtSecret: string,
  started: Kept[],
): Promise<string> {
  const [port, admin] = await Promise.all([freePort(), freePort()]);
  const rest = keeper.start({
    command: engines.postgrest,
    args: [],
    cwd: folder,
    env: {
      PGRST_DB_URI: databaseUrl,
      PGRST_DB_SCHEMAS: "public",
      PGRST_DB_EXTRA_SEARCH_PATH: "public,extensions",
      PGRST_DB_ANON_ROLE: "anon",
      PGRST_DB_POOL: "4",
      PGRST_JWT_SECRET: jwtSecret,
      PGRST_SERVER_HOST: "127.0.0.1",
      PGRST_SERVER_PORT: String(port),
      PGRST_ADMIN_SERVER_PORT: String(admin),
      PGRST_LOG_LEVEL: "crit",
    },
  });
  started.push(rest);
  const ended = rest.ended.then(({ tail }) => `PostgREST: ${tail.trim().split("\n").at(-1)}`);
  const ready = (): Promise<boolean> =>
    world.http(`http://127.0.0.1:${admin}/ready`, { signal: endingAfter(1000, signal) }).then(
      async (answer) => (await answer.body?.cancel(), answer.ok),
      () => false,
    );
  const problem = await until(ready, ended, { world, signal });
  if (problem !== undefined) throw new Error(problem);
  return `http://127.0.0.1:${port}`;
}

interface Place {
  readonly place: string;
  readonly env: Readonly<Record<string, string>>;
  readonly host: string;
}

async function startFunction(
  setting: Setting,
  source: FunctionSource,
  { place, env, host }: Place,
  started: Kept[],
): Promise<{ readonly url: string } | { readonly broken: string }> {
  const port = await freePort();
  const own = `127.0.0.1:${port}`;
  const laid = await layOut(source, place, setting.modules);
  const main = join(place, "function.js");
  await writeFile(main, functionProgram(laid.entrypoint, port));
  const program = keptDeno(setting, { ...laid, entrypoint: main }, [`--allow-net=${host},${own}`], env);
  started.push(program);
  const ended = program.ended.then(({ tail }) => lastWords(tail));
  const problem = await until(() => isOpen(port), ended, setting);
  return problem === undefined ? { url: `http://${own}` } : { broken: problem };
}

/** A folder for what stages write. */
export async function stageFolder(temp: string): Promise<string> {
  const folder = join(temp, `prism-rollout-stages-${randomBytes(6).toString("hex")}`);
  await mkdir(folder, { recursive: true });
  return folder;
}
