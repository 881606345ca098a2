import type { Runtime } from "../../action/runtime.ts";
import { type Api, jsonApi } from "../../ports/json-api.ts";
import type { ProjectAccess } from "./functions-api.ts";
import { permissionFor } from "./permission-for.ts";

/** A caller for the Management API whose refused token is explained by what it should be allowed to do. */
export function projectApi(
  world: Pick<Runtime, "http" | "clock" | "log" | "signal">,
  { supabaseApiUrl, supabaseAccessToken }: ProjectAccess,
  {
    attempts,
    mustBeAble,
    timeout,
  }: { readonly attempts: number; readonly mustBeAble: string; readonly timeout?: number | undefined },
): Api {
  return jsonApi(world, {
    name: "Supabase",
    baseUrl: supabaseApiUrl,
    headers: { authorization: `Bearer ${supabaseAccessToken}` },
    tokenHint: `Pass a token that may ${mustBeAble} as \`supabase-access-token\` (https://supabase.com/dashboard/account/tokens).`,
    needs: permissionFor,
    attempts,
    ...(timeout === undefined ? {} : { timeout }),
  });
}
