import { onGitHub, onSupabase } from "../../kit/action/permission.ts";
import { duration, oneOf, optional, secret, text } from "../../kit/action/input.ts";
import { placeInputs, releaseInputs } from "../../kit/action/shared-inputs.ts";
import { defineAction } from "../../kit/action/spec.ts";
import { timeLimit } from "../../kit/action/time-limit.ts";
import { functionsIdentityInputs } from "../../kit/parts/checks/functions-identity.ts";
import { commandInputs, suiteInputs } from "../../kit/parts/checks/inputs.ts";
import { probeInputs } from "../../kit/parts/checks/probe-inputs.ts";
import { webInputs } from "../../kit/parts/web/inputs.ts";

export const spec = defineAction({
  name: "smoke",
  title: "Smoke",
  description:
    "Runs the repository's own quality commands, probes and Playwright suites: before the first gate, on the staged site, and on production.",
  inputs: {
    ...placeInputs,
    "time-limit": timeLimit("50m"),
    release: releaseInputs.release,
    slice: releaseInputs.slice,
    stage: oneOf(["before", "staged", "identity", "production"], {
      description:
        "`before`: commands, and whether the suites can be run. `staged`: the probes and tests that only read, on `staged-url`. `identity`: whether the functions are still as the release has left them. `production`: identity, probes, commands and all suites.",
      default: "production",
    }),
    origins: webInputs.origins,
    marker: optional(
      text({
        description: "The build marker that every origin must serve; output `marker` of `deploy-web`.",
      }),
    ),
    "staged-url": optional(
      text({
        description:
          "Address of the staged site, for `stage: staged`; on production only `{staged}` of the checklist.",
      }),
    ),
    host: webInputs.host,
    "protection-bypass": optional(
      secret({ description: "Secret with which a browser passes the host's deployment protection." }),
    ),
    ...commandInputs,
    ...suiteInputs,
    ...probeInputs,
    ...functionsIdentityInputs,
    "blob-reports": optional(
      text({
        description:
          "Folder of blob reports that a matrix of yours has made of what is live (`--reporter=blob`, all artifacts of it downloaded): with `stage: production` they are merged and judged, and no suite is run.",
      }),
    ),
    "identity-timeout": duration({
      description: "How long the origins may take to serve the release.",
      default: "30s",
    }),
    "poll-interval": duration({ description: "Time between two looks.", default: "2s" }),
  },
  permissions: [
    onGitHub({ name: "contents: read", why: "checking out the commit" }),
    onSupabase({
      name: "edge_functions_read",
      why: "whether the functions are still those of the release",
      when: "a `supabase-access-token` is given",
      without: "said",
    }),
  ],
  outputs: {
    failed:
      "`probes`, `playwright` or `commands`, where the verdict is fail: only the last says nothing of production.",
    "functions-identity": "What `stage: identity` has found, for the step that tests.",
    "commands-verdict": "pass | fail | inconclusive; empty where none ran.",
    "playwright-verdict": "pass | fail | error; empty where none ran.",
    "probes-verdict": "pass | fail | error; empty where none was asked.",
    "probes-outcome": "passed | failed | flaky | infra-error | protected | stale.",
    "playwright-outcome": "passed | failed | flaky | no-tests | infra-error | protected | stale.",
  },
});
