import { UserError } from "../errors/user-error.ts";
import type { GitHub, RunContext } from "../ports/github.ts";
import type { GateRule } from "./gates.ts";
import { isSameEnvironment } from "./ids.ts";

interface Review {
  readonly state: string;
  readonly user: { readonly login: string } | null;
  readonly environments: readonly { readonly name: string }[];
}

/**
 * Who approved this run for an environment.
 * @throws {UserError} PR203 when reviewers are declared and none of them has approved.
 */
export async function approvers(
  github: GitHub,
  context: RunContext,
  environment: string,
  declared: GateRule,
): Promise<readonly string[]> {
  const { data } = await github.request("GET /repos/{owner}/{repo}/actions/runs/{run_id}/approvals", {
    run_id: context.runId,
  });
  const who = (data as readonly Review[])
    .filter((review) => review.state === "approved")
    .filter((review) => review.environments.some((one) => isSameEnvironment(one.name, environment)))
    .map((review) => review.user?.login ?? "(unknown)");
  if (declared === "reviewers" && who.length === 0) {
    throw new UserError(
      "PR203",
      `Reviewers are declared for ${environment}, but nobody has approved this run for it. Nothing was changed.`,
      `Give the environment ${environment} required reviewers, or declare the gate as none, and run again.`,
    );
  }
  return [...new Set(who)];
}
