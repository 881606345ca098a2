import type { Runtime } from "../../kit/action/runtime.ts";
import {
  type FunctionsApi,
  type ProjectAccess,
  functionsApi,
} from "../../kit/providers/supabase/functions-api.ts";

/** The functions of a project: one list for all that look at one moment. */
export type ListFunctions = (access: ProjectAccess) => ReturnType<FunctionsApi["list"]>;

/** What is to be changed and what is foreseen need the same list. Another project or token is another question. */
export function listOnce(world: Pick<Runtime, "http" | "clock" | "log" | "signal">): ListFunctions {
  const asked = new Map<string, ReturnType<FunctionsApi["list"]>>();
  return (access) => {
    const { supabase, supabaseApiUrl, supabaseAccessToken } = access;
    const key = JSON.stringify([supabase, supabaseApiUrl, supabaseAccessToken]);
    const known = asked.get(key) ?? functionsApi(world, access).list();
    asked.set(key, known);
    return known;
  };
}
