import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { spec as deployFunctions } from "../../actions/deploy-functions/spec.ts";
import { spec as observe } from "../../actions/observe/spec.ts";
import { spec as plan } from "../../actions/plan/spec.ts";
import { spec as rollback } from "../../actions/rollback/spec.ts";
import type { Spec } from "../../kit/action/spec.ts";
import { systemClock } from "../../kit/ports/clock.ts";
import { startPostgres } from "../engines/postgres.ts";
import { applyPrelude } from "../engines/prelude.ts";
import type { Reaper } from "../engines/reaper.ts";
import type { ProjectAddress } from "../release/play-attempts.ts";
import { type SupabaseStandIn, startSupabase } from "../stand-ins/supabase/start.ts";
import { newSupabaseState } from "../stand-ins/supabase/state.ts";
import type { Former } from "./former.ts";
import type { Live } from "./live.ts";
import type { TargetNames } from "./target.ts";
import type { Tokens } from "./tokens.ts";

/** The Supabase project of a world: a real database, PostgREST and Deno behind the stand-in. */
export interface Backend {
  readonly supabase: SupabaseStandIn;
  readonly apiUrl: string;
  readonly gatewayUrl: string;
  /** As its superuser, as the owner of the schema, and as a role that only reads. */
  readonly databaseUrl: string;
  readonly ownerUrl: string;
  readonly readerUrl: string;
  /** What the web app is built with to find this project. */
  readonly buildEnv: Readonly<Record<string, string>>;
  /** The project as the web app calls it. */
  readonly project: ProjectAddress;
  readonly notes: readonly string[];
  live(): Promise<Pick<Live, "functions" | "ledger">>;
  close(): Promise<void>;
}

/** What an action declares of Supabase: every release that is rehearsed shows that it is enough. */
function allowed(...specs: readonly Spec[]): readonly string[] {
  return specs.flatMap(({ permissions }) =>
    permissions.flatMap(({ service, name }) => (service === "Supabase" ? [name] : [])),
  );
}

const superuser = "supabase_admin";

/** What a project is started with. */
export interface BackendOptions {
  /** Holds all that it writes. */
  readonly folder: string;
  readonly target: TargetNames;
  readonly tokens: Tokens;
  readonly reaper: Reaper;
  readonly former: Former;
  /** The packages that functions import; without them, what Deno fetches them with. */
  readonly packages:
    { readonly nodeModules: string } | { readonly fetchEnv: Readonly<Record<string, string>> };
  /** What functions find in their environment, by name. */
  readonly functionSecrets?: Readonly<Record<string, string>> | undefined;
}

/** Starts the project and brings it to where the previous release left it. */
export async function startBackend(options: BackendOptions): Promise<Backend> {
  const { former, target, tokens } = options;
  const database = await startDatabase(options);
  const supabase = await startProject(options, database.url);
  const withPassword = (user: string): string =>
    Object.assign(new URL(database.urlFor(user)), { password: encodeURIComponent(tokens.databasePassword) })
      .href;
  const access = { apiUrl: supabase.url, ref: target.ref, token: tokens.supabase.write };
  await former.functions(access);
  supabase.change((state) => former.logs(state, systemClock.now()));
  return {
    supabase,
    apiUrl: supabase.url,
    gatewayUrl: supabase.gatewayUrl,
    databaseUrl: database.url,
    ownerUrl: withPassword("postgres"),
    readerUrl: withPassword("supabase_read_only_user"),
    buildEnv: {
      VITE_SUPABASE_URL: supabase.gatewayUrl,
      VITE_SUPABASE_PUBLISHABLE_KEY: supabase.keys.publishable,
    },
    project: { url: supabase.gatewayUrl, publishableKey: supabase.keys.publishable },
    notes: [],
    live: () => liveOf(supabase),
    close: async () => {
      await supabase.close();
      await database.stop();
    },
  };
}

interface SeededDatabase {
  readonly url: string;
  readonly urlFor: (user: string) => string;
  readonly stop: () => Promise<void>;
}

async function startDatabase({ folder, former, reaper }: BackendOptions): Promise<SeededDatabase> {
  const postgres = await startPostgres({ folder: join(folder, "postgres"), superuser, reaper });
  const url = await postgres.createDatabase("prism");
  await applyPrelude(url);
  const urlFor = (user: string): string => postgres.urlFor("prism", user);
  await former.database({ owner: urlFor("postgres"), admin: url });
  return { url, urlFor, stop: () => postgres.stop() };
}

async function startProject(
  { folder, target, tokens, packages, functionSecrets = {}, reaper }: BackendOptions,
  databaseUrl: string,
): Promise<SupabaseStandIn> {
  const state = newSupabaseState({
    ref: target.ref,
    tokens: {
      [tokens.supabase.write]: { user: "ada", permissions: allowed(deployFunctions, rollback) },
      [tokens.supabase.observe]: { user: "ada", permissions: allowed(observe) },
      [tokens.supabase.chain]: {
        user: "ada",
        permissions: [...new Set(allowed(plan, deployFunctions, observe, rollback))],
      },
      // The repository's own, so that of migrate and deploy-web as well, which ask for the project's health.
      [tokens.supabase.read]: { user: "ada", permissions: [...allowed(plan), "project_admin_read"] },
    },
  });
  const updated_at = new Date(systemClock.now()).toISOString();
  for (const [name, value] of Object.entries(functionSecrets)) state.secrets[name] = { value, updated_at };
  const cache = join(folder, "deno");
  await mkdir(cache, { recursive: true });
  const { jwtSecret } = tokens;
  return await startSupabase({
    state,
    databaseUrl,
    jwtSecret,
    cache,
    ...packages,
    reaper,
    clock: systemClock,
  });
}

async function liveOf(supabase: SupabaseStandIn): Promise<Pick<Live, "functions" | "ledger">> {
  const { functions, ledger } = await supabase.live();
  const plain = Object.entries(functions).map(([slug, { digest, settings }]) => {
    return [slug, { digest, settings: { ...settings } }] as const;
  });
  return { functions: Object.fromEntries(plain), ledger };
}
