import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { UserError } from "../errors/user-error.ts";
import { readFormat } from "./formats.ts";
import type { PhaseName } from "./phases.ts";
import { type Plan, type PlanPart, differences, partDigest } from "./plan.ts";

/**
 * Compares what a phase would do now with what was approved. Without plan and digest the action stands alone, and
 * there is nothing to compare with; a plan without its digest has lost it on the way.
 * @throws {UserError} PR202 or PR206, naming the difference.
 */
export async function refuseOtherPlan(
  root: string,
  { plan, planDigest }: { readonly plan: string | undefined; readonly planDigest: string | undefined },
  now: PlanPart,
): Promise<void> {
  if (planDigest === undefined && plan !== undefined) throw digestLost(now.phase);
  if (planDigest === undefined || planDigest === partDigest(now)) return;
  const approved = await approvedPart(root, { plan, planDigest }, now.phase);
  if (approved?.work === "none" && now.work === "some") {
    throw new UserError(
      "PR206",
      `The approved plan says that ${now.phase} has nothing to do, but now it has: ${now.says.join("; ")}. Nothing was changed.`,
      "Start a new run, so that a person sees and approves this.",
    );
  }
  const where = approved
    ? differences(approved.decisions, now.decisions).join(", ")
    : "(no plan.json was passed)";
  throw new UserError(
    "PR202",
    `${now.phase} would not do now what was approved. It differs at: ${where || "its work"}. Nothing was changed.`,
    "Something changed since the plan was made. Start a new run and approve the new plan.",
  );
}

/** A runner drops an output in which it sees a secret, and hands on an empty text. */
function digestLost(phase: PhaseName): UserError {
  return new UserError(
    "PR202",
    `A plan is given, but plan-digest is empty: what was approved for ${phase} is not known. Nothing was changed.`,
    "Look whether plan's job says «Skip output»: a secret of a few letters hides digests. Or pass neither.",
  );
}

/**
 * The part that was approved, where a plan and its digest were passed; what a re-run compares its own work with.
 * @throws {UserError} PR105 or PR106 for the file, PR202 when it is not the one that was approved.
 */
export async function approvedPart(
  root: string,
  { plan, planDigest }: { readonly plan: string | undefined; readonly planDigest: string | undefined },
  phase: PhaseName,
): Promise<PlanPart | undefined> {
  if (plan === undefined || planDigest === undefined) return undefined;
  return await readPart(resolve(root, plan), phase, planDigest);
}

async function readPart(file: string, phase: PhaseName, planDigest: string): Promise<PlanPart> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw new UserError("PR105", `The plan is not at ${file}.`, "Download plan's artifact first.", {
      cause: error,
    });
  });
  const part = readFormat<Plan>("plan", text, file).parts.find((one) => one.phase === phase);
  if (part && partDigest(part) === planDigest) return part;
  throw new UserError(
    "PR202",
    `${file} is not the plan that was approved: its digest for ${phase} is another. Nothing was changed.`,
    "Pass plan.json and plan-digest of the same run.",
  );
}
