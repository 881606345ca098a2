import { flag, list, optional, secret, text } from "../../action/input.ts";
import type { Runtime } from "../../action/runtime.ts";
import { supabaseInputs } from "../../action/shared-inputs.ts";
import type { ValuesOf } from "../../action/spec.ts";
import { functionsInputs } from "../functions/inputs.ts";
import { webInputs } from "../web/inputs.ts";

/** What a phase is told about proving that the stack is healthy before it changes anything. */
export const healthInputs = {
  "require-healthy": flag({
    description:
      "Whether the stack must be healthy before this phase changes anything: the project's services, every declared function, every origin. Switch it off for a release that mends an outage.",
    default: "true",
  }),
  "health-services": list({
    description: "Services of the Supabase project that must be healthy.",
    default: "auth, db, rest",
  }),
};

/** For phases that know the project only to ask for its health. */
export const projectInputs = {
  supabase: optional(text({ description: "Reference of the Supabase project, to ask for its health." })),
  "supabase-access-token": optional(
    secret({ description: "Supabase access token, to ask for the project's health; reading is enough." }),
  ),
  "supabase-api-url": supabaseInputs["supabase-api-url"],
};

type Given = ValuesOf<typeof healthInputs> & ValuesOf<typeof projectInputs>;

const functionProbes = {
  ...projectInputs,
  functions: functionsInputs.functions,
  "functions-url": functionsInputs["functions-url"],
  "functions-key": functionsInputs["functions-key"],
  "health-request": functionsInputs["health-request"],
};

/** Everything that can be asked about a stack's health. */
export interface HealthInputs extends Given {
  readonly functions: readonly string[];
  readonly functionsUrl: string | undefined;
  readonly functionsKey: string | undefined;
  readonly healthRequest: Readonly<Record<string, string>>;
  readonly origins: readonly string[];
}

/** A phase's own inputs, and from `rollout.yml` the functions and origins of the stack. */
export function healthInputsOf(
  given: Given & Partial<Pick<HealthInputs, "functions" | "functionsUrl" | "functionsKey" | "healthRequest">>,
  { section, sections }: Pick<Runtime, "section" | "sections">,
): HealthInputs {
  const probes = sections.includes("deploy-functions")
    ? section("deploy-functions", functionProbes)
    : undefined;
  const web = sections.includes("deploy-web")
    ? section("deploy-web", { origins: webInputs.origins })
    : undefined;
  return {
    ...given,
    supabase: given.supabase ?? probes?.supabase,
    functions: given.functions ?? probes?.functions ?? [],
    functionsUrl: given.functionsUrl ?? probes?.functionsUrl,
    functionsKey: given.functionsKey ?? probes?.functionsKey,
    healthRequest: given.healthRequest ?? probes?.healthRequest ?? {},
    origins: web?.origins ?? [],
  };
}
