import { onSupabase, projectHealth, readsContents, recordPermissions } from "../../kit/action/permission.ts";
import { placeInputs, releaseInputs } from "../../kit/action/shared-inputs.ts";
import { phaseOutputs } from "../../kit/action/shared-outputs.ts";
import { defineAction } from "../../kit/action/spec.ts";
import { timeLimit } from "../../kit/action/time-limit.ts";
import { boardInput, notifyInputs } from "../../kit/notify/inputs.ts";
import { healthInputs } from "../../kit/parts/checks/health-inputs.ts";
import { functionsInputs } from "../../kit/parts/functions/inputs.ts";
import { gateInputs } from "../../kit/release/gates/gates.ts";

export const spec = defineAction({
  name: "deploy-functions",
  title: "Deploy functions",
  description:
    "Brings the changed Edge Functions of a release live together: snapshot, bundles, one activation, and a real call to each.",
  inputs: {
    ...placeInputs,
    "time-limit": timeLimit("50m"),
    ...releaseInputs,
    ...notifyInputs,
    ...boardInput,
    ...gateInputs,
    ...functionsInputs,
    ...healthInputs,
  },
  permissions: [
    readsContents,
    ...recordPermissions,
    onSupabase({ name: "edge_functions_read", why: "what is live, and what undoes it" }),
    onSupabase({ name: "edge_functions_write", why: "bundles and their activation" }),
    onSupabase({
      name: "edge_functions_secrets_read",
      why: "whether each secret that the functions read is set (names only)",
      when: "functions read any",
      without: "said",
    }),
    projectHealth,
  ],
  outputs: {
    ...phaseOutputs,
    snapshot: "Path of the snapshot that undoes this phase; upload it.",
    functions: "JSON list of the functions that were activated.",
    live: "JSON object: which bundle of each function is live now, as `smoke` compares it.",
  },
});
