import { onGitHub, onSupabase, readsContents, recordPermissions } from "../../kit/action/permission.ts";
import { hostPermissions } from "../../kit/providers/hosts/permissions.ts";
import { cdnPermissions } from "../../kit/providers/cdns/permissions.ts";
import { duration, flag, list, oneOf, optional, secret, text } from "../../kit/action/input.ts";
import { placeInputs } from "../../kit/action/shared-inputs.ts";
import { defineAction, type InputsOf } from "../../kit/action/spec.ts";
import { notifyInputs } from "../../kit/notify/inputs.ts";
import { timeLimit } from "../../kit/action/time-limit.ts";
import { suiteInputs } from "../../kit/parts/checks/inputs.ts";
import { gateEnvironmentInputs } from "../../kit/release/environments/names.ts";

export const spec = defineAction({
  name: "rollback",
  title: "Rollback",
  description:
    "Decides how a release ends, and brings web, its cache and functions back to what was live before where that is due. Never the schema.",
  inputs: {
    ...placeInputs,
    "time-limit": timeLimit("25m"),
    release: text({
      description:
        "Id of the release that goes back; `last` is the newest one that is live, or was rolled back last.",
      default: "last",
    }),
    to: optional(
      text({
        description:
          "What a person wants back: `previous` (what was live before `release`), or the id of an earlier release, past all that came since.",
      }),
    ),
    needs: optional(
      text({
        description:
          "`toJSON(needs)` of the workflow: from it and the record is decided. Without it a person has decided to roll back.",
      }),
    ),
    reason: optional(text({ description: "Why a person rolls back. Needed where `needs` is not given." })),
    "dry-run": flag({
      description: "Only prove that going back would work now; nothing is changed.",
      default: "false",
    }),
    resume: optional(
      text({
        description: "Why a halted target may go on. Nothing is rolled back; who and why is recorded.",
      }),
    ),
    watch: flag({
      description:
        "A later look at `release`, whose verdict was left open: ends it by what `observe` says in `needs`, or leaves it open. Where another run holds the target, nothing is done.",
      default: "false",
    }),
    "watch-limit": duration({
      description:
        "With `watch`: how long after the first activation the verdict may stay open. Then a person decides: the release stays live, and nothing else is stopped.",
      default: "7d",
    }),
    "on-rejection": oneOf(["roll-back", "hold"], {
      description: "What a rejection within `rollback-window` comes to.",
      default: "roll-back",
    }),
    "on-cancel": oneOf(["roll-back", "hold"], {
      description: "What a cancellation within `rollback-window` comes to.",
      default: "roll-back",
    }),
    "rollback-window": duration({
      description: "How long after the first activation a rejection or a cancellation still undoes it.",
      default: "60m",
    }),
    "restore-auto-assign": flag({
      description:
        "Let new builds go live by themselves again once all is back. A rollback at Vercel leaves that off.",
      default: "false",
    }),
    slice: list({
      description: "The phases of this run, from `plan`. A release whose slice ends early stays open.",
      default: "",
    }),
    artifacts: optional(
      text({
        description:
          "Folder with the downloaded artifacts of the release (plan, deploy-functions): from them functions go back.",
      }),
    ),
    ...gateEnvironmentInputs,
    ...notifyInputs,
    issue: flag({
      description:
        "Open an issue when a release was rolled back, add to it when it happens again, and close it by the next release (`issues: write`).",
      default: "true",
    }),
    "github-token": optional(
      secret({
        description:
          "Token for record, lease and halt (`deployments: write`), jobs and approvals (`actions: read`).",
      }),
    ),
    "supabase-access-token": optional(
      secret({ description: "Supabase access token that may write functions." }),
    ),
    "host-token": optional(secret({ description: "Token of the web host that may roll back." })),
    "protection-bypass": optional(
      secret({ description: "Lets probes pass the host's deployment protection." }),
    ),
    "playwright-accounts": suiteInputs["playwright-accounts"],
    "cdn-token": optional(secret({ description: "Token for the CDN that may purge." })),
  },
  permissions: [
    readsContents,
    ...recordPermissions,
    onGitHub({
      name: "issues: write",
      why: "the issue that a rollback opens, one a target",
      when: "`issue: true`",
      without: "said",
    }),
    onSupabase({ name: "edge_functions_read", why: "what is live of the functions" }),
    onSupabase({ name: "edge_functions_write", why: "bringing functions back" }),
    ...hostPermissions("write", "bringing the web back"),
    ...cdnPermissions,
  ],
  outputs: {
    outcome: "released | watching | held | rolled-back | partly-rolled-back | stopped",
    because: "Why, in one sentence.",
    components: "JSON list of what came of each component: component, outcome.",
    extent:
      "complete: all of it is back; partial: something is left; nothing: all of it was back before. Empty where nothing was to go back.",
    timeline:
      "JSON list of `detected`, `decided`, `reverted`, `verified`: when (ISO 8601, UTC; null where it never came to it), and milliseconds after the one before.",
    release: "Id of the release.",
    receipt: "The last receipt, if it has at most 8 KiB.",
  },
});

export type RollbackInputs = InputsOf<typeof spec>;
