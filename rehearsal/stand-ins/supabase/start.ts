import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { signJwt } from "../../../kit/compatibility/tokens.ts";
import type { Clock } from "../../../kit/ports/clock.ts";
import { installedPostgrest, startPostgrest, type Postgrest } from "../../engines/postgrest.ts";
import { applyPrelude } from "../../engines/prelude.ts";
import type { Reaper } from "../../engines/reaper.ts";
import { serve, type Listening } from "../server.ts";
import { watch, watchOne, type LoggedRequest } from "../watch.ts";
import { managementRoutes } from "./api.ts";
import { recordOutput } from "./call-function.ts";
import type { SupabaseContext } from "./context.ts";
import { refusal } from "./errors.ts";
import { newFunctionHost, type FunctionHost } from "./function-host.ts";
import { keepWanted } from "./functions.ts";
import { startGateway } from "./gateway.ts";
import { projectKeys, type ProjectKeys } from "./keys.ts";
import { liveOf, type SupabaseLive } from "./live.ts";
import type { SupabaseState } from "./state.ts";

export interface SupabaseOptions {
  readonly state: SupabaseState;
  /** A superuser's connection string for the project's database; best one that is not `postgres`. */
  readonly databaseUrl: string;
  /** At least 32 characters. */
  readonly jwtSecret: string;
  readonly clock: Pick<Clock, "now">;
  /** What the functions' `npm:` imports resolve to. */
  readonly nodeModules?: string | undefined;
  /** Lets functions fetch what they import, with these variables for Deno; without it nothing is fetched. */
  readonly fetchEnv?: Readonly<Record<string, string>> | undefined;
  /** Deno's caches; kept between runs. By default they are thrown away. */
  readonly cache?: string | undefined;
  readonly port?: number | undefined;
  readonly gatewayPort?: number | undefined;
  readonly reaper?: Reaper | undefined;
}

/** A running Supabase stand-in: the Management API at `url`, the project itself at `gatewayUrl`. */
export interface SupabaseStandIn {
  readonly url: string;
  readonly port: number;
  readonly gatewayUrl: string;
  readonly keys: ProjectKeys;
  /** Every request to the Management API so far, oldest first. */
  readonly requests: readonly LoggedRequest[];
  /** A copy of the state: plain JSON, from which another stand-in can be started. */
  state(): SupabaseState;
  /** What is live, as the stand-in itself says. */
  live(): Promise<SupabaseLive>;
  /** A token as Supabase Auth would issue it, for a rehearsal that needs a signed-in user. */
  userToken(claims: Readonly<Record<string, unknown>>): string;
  /** Changes the world behind the API's back, as the dashboard or a fault would. */
  change(edit: (state: SupabaseState) => void): void;
  close(): Promise<void>;
}

/**
 * Starts the stand-in on loopback from a copy of `state` (see `newSupabaseState`), with a real PostgREST on the
 * given database and a real Deno for each live function.
 * @throws {Error} when a port is taken, or when PostgREST cannot reach the database.
 */
export async function startSupabase(options: SupabaseOptions): Promise<SupabaseStandIn> {
  const state = structuredClone(options.state);
  const keys = projectKeys(state.project.ref, options.jwtSecret);
  const address = { gateway: "" };
  const host = await startHost(options, state, () => environment(state, keys, address.gateway));
  const opened: { close(): Promise<void> }[] = [host];
  const close = async (): Promise<void> => void (await Promise.all(opened.map((one) => one.close())));
  try {
    await applyPrelude(options.databaseUrl);
    const rest = await startRest(options);
    if (rest) opened.push({ close: () => rest.stop() });
    const context: SupabaseContext = {
      state,
      keys,
      host,
      databaseUrl: options.databaseUrl,
      building: new Set(),
      now: () => options.clock.now(),
      restReady: async () => (await rest?.ready()) ?? false,
    };
    const gateway = await startGateway(
      context,
      { jwtSecret: options.jwtSecret, rest: rest?.url },
      options.gatewayPort,
    );
    opened.push(gateway);
    address.gateway = gateway.url;
    keepWanted(context);
    const requests: LoggedRequest[] = [];
    const api = await startApi(context, requests, options.port);
    opened.push(api);
    return standIn(context, { api, gatewayUrl: gateway.url, requests, jwtSecret: options.jwtSecret, close });
  } catch (error) {
    await close();
    throw error;
  }
}

async function startApi(
  context: SupabaseContext,
  requests: LoggedRequest[],
  port: number | undefined,
): Promise<Listening> {
  const faults = (): SupabaseState["faults"] => context.state.faults;
  const unknown = watchOne(() => refusal(404, "Cannot find this route"), requests, faults);
  return await serve(watch(managementRoutes(context), requests, faults), unknown, port);
}

interface Opened {
  readonly api: Listening;
  readonly gatewayUrl: string;
  readonly requests: readonly LoggedRequest[];
  readonly jwtSecret: string;
  close(): Promise<void>;
}

function standIn(context: SupabaseContext, opened: Opened): SupabaseStandIn {
  return {
    url: opened.api.url,
    port: opened.api.port,
    gatewayUrl: opened.gatewayUrl,
    keys: context.keys,
    requests: opened.requests,
    state: () => structuredClone(context.state),
    live: () => liveOf(context),
    userToken: (claims) => signJwt(claims, opened.jwtSecret),
    change(edit) {
      edit(context.state);
      keepWanted(context);
    },
    close: opened.close,
  };
}

async function startHost(
  { cache, nodeModules, fetchEnv, reaper, clock }: SupabaseOptions,
  state: SupabaseState,
  env: () => Record<string, string>,
): Promise<FunctionHost> {
  const folder = await mkdtemp(join(tmpdir(), "prism-rollout-functions-"));
  reaper?.folder(folder);
  return newFunctionHost({
    folder,
    cache: cache ?? join(folder, "deno"),
    nodeModules,
    fetchEnv,
    reaper,
    env,
    onLog: (fn, entry) => recordOutput({ state, now: () => clock.now() }, fn, entry),
  });
}

/** The real one, where npm has it. */
async function startRest({
  databaseUrl,
  jwtSecret,
  reaper,
}: SupabaseOptions): Promise<Postgrest | undefined> {
  if (installedPostgrest() === undefined) return undefined;
  const url = new URL(databaseUrl);
  url.username = "authenticator";
  return await startPostgrest({ databaseUrl: url.href, jwtSecret, reaper });
}

/** What every function finds in its environment; secrets never win over the platform's own names. */
function environment(state: SupabaseState, keys: ProjectKeys, gatewayUrl: string): Record<string, string> {
  const secrets = Object.entries(state.secrets).map(([name, { value }]) => [name, value]);
  return {
    ...Object.fromEntries(secrets),
    SUPABASE_URL: gatewayUrl,
    SUPABASE_ANON_KEY: keys.anon,
    SUPABASE_SERVICE_ROLE_KEY: keys.serviceRole,
    SUPABASE_PUBLISHABLE_KEYS: JSON.stringify({ default: keys.publishable }),
    SUPABASE_SECRET_KEYS: JSON.stringify({ default: keys.secret }),
    SB_REGION: state.project.region,
  };
}
