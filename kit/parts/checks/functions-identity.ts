import { optional, secret, text } from "../../action/input.ts";
import type { Runtime } from "../../action/runtime.ts";
import { supabaseInputs } from "../../action/shared-inputs.ts";
import type { ValuesOf } from "../../action/spec.ts";
import { UserError } from "../../errors/user-error.ts";
import { functionsApi } from "../../providers/supabase/functions-api.ts";
import { notAsLeft, readLiveMarks } from "../functions/live/live-marks.ts";
import type { Judged } from "./judge-suite.ts";
import { parseJson } from "../../ports/parse-json.ts";

/**
 * Whether the functions are still those of the release is asked in a step of its own: no test of the repository's runs
 * in the process that has the token.
 */
export const functionsIdentityInputs = {
  "functions-live": optional(
    text({
      description:
        "Which bundle of each function the release has left live, for `stage: identity`; output `live` of `deploy-functions`.",
    }),
  ),
  "supabase-access-token": optional(
    secret({
      description:
        "Supabase access token, for `stage: identity` alone (`edge_functions_read`); never pass it where tests run.",
    }),
  ),
  "supabase-api-url": supabaseInputs["supabase-api-url"],
  "functions-identity": optional(
    text({
      description: "What `stage: identity` has found, for `stage: production`; its output of this name.",
    }),
  ),
};

type Inputs = ValuesOf<typeof functionsIdentityInputs> & { readonly supabase: string | undefined };

/** What was found of the functions. `unknown`: nobody could be asked, which says nothing of the release. */
export interface FunctionsIdentity {
  readonly is: "same" | "other" | "unknown";
  /** A line without a full stop. */
  readonly said: string;
}

/**
 * Compares what is live with what the release has left.
 * @throws {UserError} PR102 for marks that are none.
 */
export async function askFunctions(
  { functionsLive, supabase, supabaseAccessToken, supabaseApiUrl }: Inputs,
  world: Pick<Runtime, "http" | "clock" | "log" | "signal">,
): Promise<FunctionsIdentity> {
  if (functionsLive === undefined) return unknown("this release has left none to compare");
  const marks = readLiveMarks(functionsLive);
  if (marks === undefined)
    throw new UserError(
      "PR102",
      "`functions-live` is no object of functions and marks.",
      "Pass the output `live` of deploy-functions as it is.",
    );
  const n = Object.keys(marks).length;
  if (n === 0) return unknown("this release has left none to compare");
  if (supabase === undefined || supabaseAccessToken === undefined)
    return unknown(`${supabase === undefined ? "supabase" : "supabase-access-token"} is not given`);
  try {
    const api = functionsApi(world, { supabase, supabaseAccessToken, supabaseApiUrl });
    const others = notAsLeft(marks, await api.list());
    if (others.length === 0) return { is: "same", said: `${n} of ${n} functions are live as they were left` };
    return {
      is: "other",
      said: `${n - others.length} of ${n} functions are live as they were left: ${others.join(", ")}`,
    };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return unknown(error.message.replace(/\.$/, ""));
  }
}

function unknown(why: string): FunctionsIdentity {
  return { is: "unknown", said: `the functions were not compared: ${why}` };
}

/** What the step before has found; undefined where there are no functions to ask for. */
export function readFunctionsIdentity({
  functionsIdentity: given,
  supabase,
}: Pick<Inputs, "functionsIdentity" | "supabase">): FunctionsIdentity | undefined {
  if (given === undefined) return supabase === undefined ? undefined : unknown("no step has asked");
  try {
    const { is, said } = (parseJson(given) ?? {}) as Partial<Record<keyof FunctionsIdentity, unknown>>;
    if ((is === "same" || is === "other" || is === "unknown") && typeof said === "string")
      return { is, said };
  } catch {
    // Said below.
  }
  throw new UserError(
    "PR102",
    "`functions-identity` is not what `stage: identity` says.",
    "Pass the output `functions-identity` of that step as it is.",
  );
}

/** Tests would judge something else than the release. */
export function staleFunctions(found: FunctionsIdentity | undefined): Judged | undefined {
  return found?.is === "other" ? { outcome: "stale", reason: found.said } : undefined;
}
