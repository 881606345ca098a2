import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { suiteFolder } from "../engines/package-folder.ts";
import type { SupabaseState } from "../stand-ins/supabase/state.ts";
import { keptWeb } from "./kept-web.ts";
import { seedDatabase } from "./seed-database.ts";
import { type SupabaseAccess, seedFunctions } from "./seed-functions.ts";
import { seedLogs } from "./seed-logs.ts";
import type { Places } from "./lay-out-app.ts";
import type { TargetNames } from "./target.ts";

/** What is live before the release that is played, brought up part by part. */
export interface Former {
  /** Brings the database there; `owner` is the schema's owner, as whom migrations run, `admin` a superuser. */
  database(urls: { readonly owner: string; readonly admin: string }): Promise<void>;
  /** Deploys the functions. */
  functions(access: SupabaseAccess): Promise<void>;
  /** What was logged so far; `now` in ms. */
  logs(state: SupabaseState, now: number): void;
  /** The site as `.vercel/output` has it, built with these values. */
  web(values: Readonly<Record<string, string>>): Promise<Readonly<Record<string, Uint8Array>>>;
}

/** The sample's previous release, from its folder in the world. */
export function sampleFormer(
  { previous, overlay }: Pick<Places, "previous" | "overlay">,
  { functions }: Pick<TargetNames, "functions">,
  env: Readonly<Record<string, string>>,
): Former {
  return {
    async database({ owner }) {
      const said = JSON.parse(await readFile(join(overlay, "previous.json"), "utf8")) as {
        migrations: string;
      };
      await seedDatabase(owner, join(previous, "supabase/migrations"), said.migrations);
    },
    functions: (access) => seedFunctions(fetch, access, previous, functions),
    logs: seedLogs,
    web: (values) =>
      keptWeb({ app: previous, env, values, marker: "previous", cache: join(suiteFolder(), ".cache") }),
  };
}
