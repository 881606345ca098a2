import { UserError } from "../../errors/user-error.ts";
import type { GitHub, RunContext } from "../../ports/github.ts";
import type { Log } from "../../ports/log.ts";
import { isPerson, isSameLogin } from "../environments/people.ts";
import type { GateAtDoor } from "./gate-at-door.ts";
import { isSameEnvironment } from "../ids.ts";
import { listIn } from "../record/statuses.ts";

interface Review {
  readonly state: string;
  readonly user: { readonly login: string } | null;
  readonly environments: readonly { readonly name: string }[];
}

const unknown = "(unknown)";

/** Whom a receipt names where an admin has let the job through. */
export const bypassed = "(bypassed)";

/**
 * Who approved this run for an environment. GitHub tells neither when nor for which attempt, and an admin's bypass
 * leaves no approval. Who is not among the reviewers that the plan has seen did not approve, but bypass; members
 * of a team are not known here, so where a team may review every person counts; an App or nobody known is no person.
 * @throws {UserError} PR203 when reviewers are declared, none of them has approved, and no bypass is declared.
 */
export async function approvers(
  github: GitHub,
  { context, log }: { readonly context: RunContext; readonly log: Log },
  environment: string,
  gate: GateAtDoor,
): Promise<readonly string[]> {
  const { data } = await github.request("GET /repos/{owner}/{repo}/actions/runs/{run_id}/approvals", {
    run_id: context.runId,
  });
  const who = listIn<Review>(data, "who approved this run")
    .filter((review) => review.state === "approved")
    .filter((review) => review.environments.some((one) => isSameEnvironment(one.name, environment)))
    .map((review) => review.user?.login ?? unknown);
  const all = [...new Set(who)];
  const counting = all.filter((login) => mayReview(login, gate.reviewers));
  if (gate.declared !== "reviewers" || counting.length > 0) {
    if (counting.length > 0) log.info(`Approved by ${counting.join(", ")}${ofWhich(context)}.`);
    return counting;
  }
  if (!gate.bypass) throw notApproved(environment, all, gate);
  log.warn(`Nobody who may review ${environment} has approved: an admin has bypassed it, which is allowed.`);
  return [bypassed];
}

function mayReview(login: string, reviewers: readonly string[]): boolean {
  if (login === unknown || !isPerson(login)) return false;
  if (reviewers.length === 0 || reviewers.some((one) => one.startsWith("@"))) return true;
  return reviewers.some((one) => isSameLogin(one, login));
}

function ofWhich({ attempt }: RunContext): string {
  return attempt > 1 ? " (in this attempt or an earlier one: GitHub does not say)" : "";
}

function notApproved(environment: string, others: readonly string[], { reviewers }: GateAtDoor): UserError {
  const nobody =
    others.length === 0
      ? "nobody has approved this run for it"
      : `only ${others.join(", ")} let this run through, who ${others.length === 1 ? "is" : "are"} not among its reviewers (${reviewers.join(", ")})`;
  return new UserError(
    "PR203",
    `Reviewers are declared for ${environment}, but ${nobody}: an admin can bypass a gate, and an environment without reviewers holds nothing. Nothing was changed.`,
    `Give the environment ${environment} required reviewers, or declare the gate as none, and run again; allow-bypass: true lets a bypass through.`,
  );
}
