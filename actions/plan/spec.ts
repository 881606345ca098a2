import {
  loginRole,
  onGitHub,
  onSupabase,
  readsContents,
  recordPermissions,
} from "../../kit/action/permission.ts";
import { hostPermissions } from "../../kit/providers/hosts/permissions.ts";
import { flag, oneOf, optional, secret, text } from "../../kit/action/input.ts";
import { placeInputs, releaseInputs } from "../../kit/action/shared-inputs.ts";
import { defineAction } from "../../kit/action/spec.ts";
import { timeLimit } from "../../kit/action/time-limit.ts";
import { notifyInputs } from "../../kit/notify/inputs.ts";
import { shadowCache, shadowSecrets } from "../../kit/parts/database/inputs.ts";
import { logToken } from "../../kit/parts/observe/source-inputs.ts";
import { onlyInput } from "../../kit/release/slice/only-input.ts";
import { acceptInput } from "../../kit/release/environments/accept.ts";
import { environmentInputs } from "../../kit/release/environments/names.ts";
import { approversInput, gatesInput } from "../../kit/release/gates/gates.ts";
import { promotionInputs } from "./promotion/inputs.ts";

const sliceNames = ["migrate", "deploy-functions", "deploy-web", "purge-cdn", "smoke", "observe"] as const;

export const spec = defineAction({
  name: "plan",
  title: "Plan",
  description: "Says what a release would change, before any gate, and gives each phase's part a digest.",
  inputs: {
    ...placeInputs,
    "time-limit": timeLimit("10m"),
    gates: gatesInput("What must pause the chain before a phase; compared with what GitHub has."),
    accept: acceptInput,
    ...environmentInputs,
    environment: releaseInputs.environment,
    against: oneOf(["auto", "live", "record"], {
      description:
        "What this commit is compared with: what is live, or what the record has of it, for which no provider's secret is needed. `auto` is live; record on a pull request from a fork or by dependabot, which get no secrets.",
      default: "auto",
    }),
    comment: oneOf(["none", "auto"], {
      description:
        "Whether the plan is also a comment of the pull request that started the run or brought its commit, one a target, edited in place. Needs `pull-requests: write`; without it only a notice says so.",
      default: "none",
    }),
    "from-phase": optional(
      oneOf(sliceNames, {
        description: "Begin here: go on with the release of this commit that the record has.",
      }),
    ),
    "through-phase": optional(
      oneOf(["plan", ...sliceNames], {
        description: "End here; a later run goes on with from-phase. `plan` changes nothing.",
      }),
    ),
    approvers: approversInput,
    drift: oneOf(["false", "true", "commit"], {
      description:
        "`true`: only compare what is live with the record, and report; nothing is planned and nothing is written. `commit`: only say which commit is live, so that it can be checked out for that.",
      default: "false",
    }),
    "find-watched": flag({
      description:
        "Only say which release is live with its verdict still open, so that its commit can be checked out and observed again; nothing is planned and nothing is written.",
      default: "false",
    }),
    sarif: optional(
      text({
        description:
          "File in the working directory to which the findings about the pending migrations are written as SARIF 2.1.0, also where they stop the plan; for `github/codeql-action/upload-sarif`.",
      }),
    ),
    only: onlyInput,
    ...promotionInputs,
    supersede: flag({
      description:
        "Take the target from releases that wait for a person: each ends as stopped, or as held where it has changed something, and its run is cancelled. One that is at work is never touched.",
      default: "false",
    }),
    resume: optional(
      text({
        description:
          "Why a halted target may go on with this release, and with others after it; who and why is recorded.",
      }),
    ),
    ...notifyInputs,
    "prepare-follows": flag({
      description:
        "`prepare` comes before the first gate and has the same webhook: where it runs, it tells of that gate, with the link of the saved queries, and `plan` does not.",
      default: "false",
    }),
    artifact: optional(text({ description: "Folder of the built site, as `build` made it." })),
    "github-token": optional(
      secret({ description: "Token for gates and record (`actions: read`, `deployments: write`)." }),
    ),
    "cancel-token": optional(
      secret({
        description:
          "Token that may cancel runs (`actions: write`), for supersede; without it the github-token is tried.",
      }),
    ),
    "database-url": optional(
      secret({ description: "Connection string of a role that may read the ledger." }),
    ),
    ...shadowSecrets,
    ...shadowCache,
    "supabase-access-token": optional(secret({ description: "Supabase access token; reading is enough." })),
    "log-token": logToken,
    "host-token": optional(secret({ description: "Token of the web host; reading is enough." })),
    "protection-bypass": optional(
      secret({ description: "Lets probes pass the host's deployment protection." }),
    ),
  },
  permissions: [
    readsContents,
    ...recordPermissions,
    onGitHub({
      name: "checks: read",
      why: "whether the commit is green",
      when: "`required-checks` names any, or the branch requires some",
    }),
    onGitHub({
      name: "statuses: read",
      why: "the same, of services that report it the old way",
      when: "as `checks: read`",
    }),
    onGitHub({
      name: "actions: write",
      why: "cancelling the runs that yield, by `cancel-token`",
      when: "`supersede: true`",
      without: "said",
    }),
    onGitHub({
      name: "pull-requests: write",
      why: "the comment on the pull request",
      when: "`comment: auto`",
      without: "said",
    }),
    onSupabase({
      name: "edge_functions_read",
      why: "what is live of the functions",
      when: "functions are planned",
    }),
    onSupabase({
      name: "edge_functions_secrets_read",
      why: "whether each secret that the functions read is set (names only)",
      when: "functions read any",
      without: "said",
    }),
    onSupabase({
      name: "analytics_logs_read",
      why: "how long `observe` will take",
      when: "`observe` counts in Supabase's logs",
      without: "said",
    }),
    loginRole,
    ...hostPermissions("read", "what is live of the web"),
  ],
  outputs: {
    release: "Id of the release.",
    work: "none when there is nothing to release, else some.",
    "migrate-work": "none or some.",
    "migrate-digest": "Digest of the part that migrate must do.",
    "deploy-functions-work": "none or some.",
    "deploy-functions-digest": "Digest of the part that deploy-functions must do.",
    "deploy-web-work": "none or some.",
    "deploy-web-digest": "Digest of the part that deploy-web must do.",
    "purge-cdn-work": "none or some.",
    "purge-cdn-digest": "Digest of the part that purge-cdn must do.",
    drift: "With `drift`: none, some or unknown.",
    components: "With `drift`: what differs, by commas: functions, web, ledger, required-env, gates.",
    "live-commit": "With `drift`: the commit of the release that is live.",
    "live-release": "With `drift`: the id of that release.",
    fix: "With `drift`: what `only` must be in a release of live-commit to mend it; empty where a person must look.",
    "watched-release":
      "With `find-watched`: the id of the release that is watched; empty where there is none.",
    "watched-commit": "With `find-watched`: its commit.",
    "watched-since": "With `find-watched`: when it was activated first, as ISO 8601.",
    slice: "The phases of this run, by commas; empty for all of them.",
    stamp: "When the plan was made, by which attempt, and the SHA-256 of plan.json.",
    path: "Path of plan.json.",
    folder: "Folder of plan.json and of the snapshot that undoes the functions; upload it.",
  },
});
