import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Runtime } from "../../action/runtime.ts";
import { UserError } from "../../errors/user-error.ts";
import { sha256 } from "../canonical.ts";
import { readFormat } from "../formats.ts";
import type { PhaseName } from "../phases.ts";
import { type Plan, type PlanPart, differences, partDigest, planForm } from "./plan.ts";
import { readStamp } from "./plan-stamp.ts";

/** What `plan` hands to a phase: the file, and by outputs what that file must be. */
export interface Approval {
  readonly plan: string | undefined;
  readonly planDigest: string | undefined;
  readonly planStamp: string | undefined;
  /** Id of the release, which names its commit. */
  readonly release: string | undefined;
  readonly target?: string | undefined;
}

type World = Pick<Runtime, "root" | "context">;

/**
 * Compares what a phase would do now with what was approved. Without plan and digest the action stands alone, and
 * there is nothing to compare with; a plan without its digest has lost it on the way.
 * @throws {UserError} PR105 or PR106 for the file, PR202 or PR206, naming the difference, PR211 at another commit.
 */
export async function refuseOtherPlan(world: World, approval: Approval, now: PlanPart): Promise<void> {
  if (approval.planDigest === undefined && approval.plan !== undefined) throw digestLost(now.phase);
  if (approval.planDigest === undefined) return;
  refuseOtherCommit(world, commitIn(approval.release));
  const approved = await approvedPart(world, approval, now.phase);
  if (approval.planDigest === partDigest(now)) return;
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

/** The commit's first letters in the id of a release, where it is one of this suite's making. */
function commitIn(release: string | undefined): string | undefined {
  return /-\d{8}-([0-9a-f]{12})-\d+$/.exec(release ?? "")?.[1];
}

/** A branch can be moved between plan and phase; a job that checks it out by name then has another commit. */
function refuseOtherCommit({ context: { sha } }: World, planned: string | undefined): void {
  if (planned === undefined || sha === "" || sha.startsWith(planned.slice(0, 12))) return;
  throw new UserError(
    "PR211",
    `This job is at commit ${sha.slice(0, 12)}, but the plan was made for ${planned.slice(0, 12)}. Nothing was changed.`,
    "Was the branch moved (a force-push), or does the job check out another ref? Start a new run and approve its plan.",
  );
}

/**
 * The part that was approved, where a plan and its digest were passed; what a re-run compares its own work with.
 * @throws {UserError} PR105 or PR106 for the file, PR202 when it is not the one that was approved, PR211.
 */
export async function approvedPart(
  world: World,
  approval: Approval,
  phase: PhaseName,
): Promise<PlanPart | undefined> {
  const { plan, planDigest, planStamp } = approval;
  if (plan === undefined || planDigest === undefined) return undefined;
  const file = resolve(world.root, plan);
  const { read, bytes } = await readPlan(file);
  const stamp = readStamp(planStamp);
  const part = read.parts.find((one) => one.phase === phase);
  const other = part === undefined || digestIn(part) !== planDigest;
  if (other || (stamp !== undefined && stamp.sha256 !== sha256(bytes))) {
    const what = other ? `its digest for ${phase} is another` : "it was changed since plan wrote it";
    throw notApproved(file, whose(read, stamp?.attempt) ?? what);
  }
  refuseOtherCommit(world, read.commit);
  refuseOtherRelease(file, read, approval);
  return part;
}

/** What has no canonical text was never approved. */
function digestIn(part: PlanPart): string | undefined {
  try {
    return partDigest(part);
  } catch {
    return undefined;
  }
}

/** A digest can be the same for two targets: what is to be migrated often is. */
function refuseOtherRelease(file: string, read: Plan, { target = "default", release }: Approval): void {
  if (read.target !== target)
    throw notApproved(file, `it is for ${read.target}, and this job is for ${target}`);
  if (release !== undefined && read.release !== release)
    throw notApproved(file, `it is of ${read.release}, and this job is of ${release}`);
}

/** The plan that was approved, where one was passed: `approvedPart` has proven the file. */
export async function approvedPlan(
  world: World,
  { plan, planDigest }: Pick<Approval, "plan" | "planDigest">,
): Promise<Plan | undefined> {
  if (plan === undefined || planDigest === undefined) return undefined;
  return (await readPlan(resolve(world.root, plan))).read;
}

async function readPlan(file: string): Promise<{ readonly read: Plan; readonly bytes: Uint8Array }> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new UserError("PR105", `The plan is not at ${file}.`, "Download plan's artifact first.", {
      cause: error,
    });
  });
  return { read: readFormat<Plan>("plan", bytes.toString("utf8"), file, planForm), bytes };
}

function whose({ attempt }: Plan, approved: number | undefined): string | undefined {
  if (approved === undefined || attempt === approved) return undefined;
  return `it is of attempt ${attempt}, and the digest is of attempt ${approved}`;
}

function notApproved(file: string, what: string): UserError {
  return new UserError(
    "PR202",
    `${file} is not the plan that was approved: ${what}. Nothing was changed.`,
    "Pass plan.json, plan-digest and plan-stamp of the same run and attempt.",
  );
}
