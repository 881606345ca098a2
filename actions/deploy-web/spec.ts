import { projectHealth, readsContents, recordPermissions } from "../../kit/action/permission.ts";
import { hostPermissions } from "../../kit/providers/hosts/permissions.ts";
import { placeInputs, releaseInputs } from "../../kit/action/shared-inputs.ts";
import { phaseOutputs } from "../../kit/action/shared-outputs.ts";
import { defineAction } from "../../kit/action/spec.ts";
import { timeLimit } from "../../kit/action/time-limit.ts";
import { healthInputs, projectInputs } from "../../kit/parts/checks/health-inputs.ts";
import { webInputs } from "../../kit/parts/web/inputs.ts";
import { gateInputs } from "../../kit/release/gates/gates.ts";

export const spec = defineAction({
  name: "deploy-web",
  title: "Deploy web",
  description:
    "Stages the site that was built, probes it, promotes it with one request, and proves on every origin that it is served.",
  inputs: {
    ...placeInputs,
    "time-limit": timeLimit("50m"),
    ...releaseInputs,
    ...gateInputs,
    ...webInputs,
    ...projectInputs,
    ...healthInputs,
  },
  permissions: [
    readsContents,
    ...recordPermissions,
    ...hostPermissions(
      "write",
      "deployments and domains of the one project, and with `set-env` its variables",
    ),
    projectHealth,
  ],
  outputs: {
    ...phaseOutputs,
    deployment: "Id of the deployment that is live, where the host has ids.",
    "deployment-url": "Address of that deployment.",
    previous: "Id of the deployment that was live before.",
    marker: "The build marker that every origin serves.",
  },
});
