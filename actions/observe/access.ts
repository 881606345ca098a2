import type { InputsOf } from "../../kit/action/spec.ts";
import { UserError } from "../../kit/errors/user-error.ts";
import type { ProjectAccess } from "../../kit/providers/supabase/functions-api.ts";
import type { spec } from "./spec.ts";

/** What asks the project; undefined where another source counts and no token is given. */
export function accessIfAny(inputs: InputsOf<typeof spec>): ProjectAccess | undefined {
  return inputs.logSource !== "supabase" && inputs.supabaseAccessToken === undefined
    ? undefined
    : accessOf(inputs);
}

/** @throws {UserError} PR104 without a token. */
function accessOf({ supabase, supabaseAccessToken, supabaseApiUrl }: InputsOf<typeof spec>): ProjectAccess {
  if (supabaseAccessToken !== undefined) return { supabase, supabaseAccessToken, supabaseApiUrl };
  throw new UserError(
    "PR104",
    "observe has no supabase-access-token, so it can read neither logs nor notebooks.",
    "Pass a token that may read logs and functions (and write notebooks, for `prepare`) as `supabase-access-token`.",
  );
}
