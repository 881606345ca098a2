import { placeInputs, releaseInputs } from "../../kit/action/shared-inputs.ts";
import { phaseOutputs } from "../../kit/action/shared-outputs.ts";
import { defineAction } from "../../kit/action/spec.ts";
import { timeLimit } from "../../kit/action/time-limit.ts";
import { boardInput, notifyInputs } from "../../kit/notify/inputs.ts";
import { healthInputs } from "../../kit/parts/checks/health-inputs.ts";
import { functionsInputs } from "../../kit/parts/functions/inputs.ts";
import { gateInputs } from "../../kit/release/gates.ts";

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
  outputs: {
    ...phaseOutputs,
    snapshot: "Path of the snapshot that undoes this phase; upload it.",
    functions: "JSON list of the functions that were activated.",
    live: "JSON object: which bundle of each function is live now, as `smoke` compares it.",
  },
});
