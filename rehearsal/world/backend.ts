import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { systemClock } from "../../kit/ports/clock.ts";
import { startPostgres } from "../engines/postgres.ts";
import { applyPrelude } from "../engines/prelude.ts";
import type { Reaper } from "../engines/reaper.ts";
import { startSupabase } from "../stand-ins/supabase/start.ts";
import { newSupabaseState } from "../stand-ins/supabase/state.ts";
import type { Live } from "./live.ts";
import { seedDatabase } from "./seed-database.ts";
import { seedFunctions } from "./seed-functions.ts";
import type { Places } from "./start-world.ts";
import { target } from "./target.ts";
import type { Tokens } from "./tokens.ts";

/** The Supabase project of a world: a real database, PostgREST and Deno behind the stand-in. */
export interface Backend {
  readonly apiUrl: string;
  readonly gatewayUrl: string;
  /** As its superuser, as the owner of the schema, and as a role that only reads. */
  readonly databaseUrl: string;
  readonly ownerUrl: string;
  readonly readerUrl: string;
  /** What the web app is built with to find this project. */
  readonly buildEnv: Readonly<Record<string, string>>;
  readonly notes: readonly string[];
  live(): Promise<Pick<Live, "functions" | "ledger">>;
  close(): Promise<void>;
}

const superuser = "supabase_admin";

/** Starts the project and brings it to where the previous release left it. */
export async function startBackend(
  options: Places & { readonly tokens: Tokens; readonly reaper: Reaper },
): Promise<Backend> {
  const { folder, previous, overlay, tokens, reaper, nodeModules } = options;
  const postgres = await startPostgres({ folder: join(folder, "postgres"), superuser, reaper });
  const databaseUrl = await postgres.createDatabase("prism");
  await applyPrelude(databaseUrl);
  const ownerUrl = postgres.urlFor("prism", "postgres");
  const head = (JSON.parse(await readFile(join(overlay, "previous.json"), "utf8")) as { migrations: string })
    .migrations;
  await seedDatabase(ownerUrl, join(previous, "supabase/migrations"), head);
  const { jwtSecret } = tokens;
  const state = newSupabaseState({
    ref: target.ref,
    tokens: {
      [tokens.supabase.write]: { user: "ada", permissions: "all" },
      [tokens.supabase.read]: { user: "ada", permissions: ["edge_functions_read", "database_read"] },
    },
  });
  const cache = join(folder, "deno");
  await mkdir(cache, { recursive: true });
  const supabase = await startSupabase({
    state,
    databaseUrl,
    jwtSecret,
    cache,
    nodeModules,
    reaper,
    clock: systemClock,
  });
  const access = { apiUrl: supabase.url, ref: target.ref, token: tokens.supabase.write };
  await seedFunctions(fetch, access, previous, target.functions);
  return {
    apiUrl: supabase.url,
    gatewayUrl: supabase.gatewayUrl,
    databaseUrl,
    ownerUrl,
    readerUrl: postgres.urlFor("prism", "supabase_read_only_user"),
    buildEnv: {
      VITE_SUPABASE_URL: supabase.gatewayUrl,
      VITE_SUPABASE_PUBLISHABLE_KEY: supabase.keys.publishable,
    },
    notes: [],
    live: async () => {
      const { functions, ledger } = await supabase.live();
      const plain = Object.entries(functions).map(([slug, { digest, settings }]) => {
        return [slug, { digest, settings: { ...settings } }] as const;
      });
      return { functions: Object.fromEntries(plain), ledger };
    },
    close: async () => {
      await supabase.close();
      await postgres.stop();
    },
  };
}
