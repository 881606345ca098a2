import {
  loginRole,
  onSupabase,
  projectHealth,
  readsContents,
  recordPermissions,
} from "../../kit/action/permission.ts";
import { placeInputs, releaseInputs } from "../../kit/action/shared-inputs.ts";
import { phaseOutputs } from "../../kit/action/shared-outputs.ts";
import { flag } from "../../kit/action/input.ts";
import { defineAction } from "../../kit/action/spec.ts";
import { timeLimit } from "../../kit/action/time-limit.ts";
import { boardInput, notifyInputs } from "../../kit/notify/inputs.ts";
import { healthInputs, projectInputs } from "../../kit/parts/checks/health-inputs.ts";
import { databaseInputs } from "../../kit/parts/database/inputs.ts";
import { gateInputs } from "../../kit/release/gates/gates.ts";

export const spec = defineAction({
  name: "migrate",
  title: "Migrate",
  description:
    "Applies the pending migrations in order, each in one transaction with its row in the Supabase CLI's ledger; refuses what loses data or breaks live code.",
  inputs: {
    ...placeInputs,
    "time-limit": timeLimit("110m"),
    ...releaseInputs,
    ...notifyInputs,
    ...boardInput,
    ...gateInputs,
    ...databaseInputs,
    "dry-run": flag({
      description: "Only show what would be applied and how, and judge it; nothing is changed.",
      default: "false",
    }),
    ...projectInputs,
    ...healthInputs,
  },
  permissions: [
    readsContents,
    ...recordPermissions,
    projectHealth,
    onSupabase({
      name: "backups_read",
      why: "whether the restore point is there",
      when: "`restore-point: true`",
    }),
    onSupabase({ name: "backups_write", why: "making the restore point", when: "`restore-point: true`" }),
    loginRole,
  ],
  outputs: {
    ...phaseOutputs,
    pending: "JSON list of the versions that were to be applied when it began.",
    applied: "JSON list of the versions that were applied.",
    head: "The newest version in the ledger.",
    "restore-point":
      "Name of the restore point that was made before the first file ran; empty where none was.",
  },
});
