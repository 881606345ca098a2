import type { StandInResponse } from "../server.ts";
import { jsonBody } from "./body.ts";
import { repositoryUrl, time, userJson, webUrl, type ApiHandler, type GithubContext } from "./context.ts";
import { findEnvironment, newEnvironment, rulesHold } from "./environment.ts";
import { githubError, notFound } from "./errors.ts";
import { paged } from "./page.ts";
import type { GithubEnvironment } from "./state.ts";
import { isObject } from "../../../kit/ports/json-object.ts";

/** GET /repos/{owner}/{repo}/environments */
export const listEnvironments: ApiHandler = (context, request) =>
  paged(request, context.url(), context.state.environments, (page, total_count) => ({
    total_count,
    environments: page.map((environment) => environmentJson(context, environment)),
  }));

/** GET …/environments/{name}: 404 when it is missing; never makes one. */
export const getEnvironment: ApiHandler = (context, { params }) => {
  const environment = findEnvironment(context.state, params["environment"] ?? "");
  return environment ? { status: 200, json: environmentJson(context, environment) } : notFound();
};

/** PUT …/environments/{name}: replaces the rules; 422 where the plan has none of them. */
export const putEnvironment: ApiHandler = (context, request) => {
  const { state, now } = context;
  const name = request.params["environment"] ?? "";
  const body = jsonBody(request);
  if (!body) return githubError(400, "Problems parsing JSON");
  if (name.length > 255)
    return githubError(422, "Validation Failed", ["Name is too long (maximum is 255 characters)"]);
  const refusal = refuse(context, body);
  if (refusal) return refusal;
  const environment = findEnvironment(state, name) ?? newEnvironment(state, name, now());
  environment.waitTimer = typeof body["wait_timer"] === "number" ? body["wait_timer"] : 0;
  environment.preventSelfReview = body["prevent_self_review"] === true;
  environment.reviewers = reviewersOf(body["reviewers"]);
  if (typeof body["can_admins_bypass"] === "boolean") environment.adminsBypass = body["can_admins_bypass"];
  const policy = body["deployment_branch_policy"];
  environment.branchPolicy = isObject(policy)
    ? {
        protected_branches: policy["protected_branches"] === true,
        custom_branch_policies: policy["custom_branch_policies"] === true,
      }
    : null;
  environment.updatedAt = now();
  return { status: 200, json: environmentJson(context, environment) };
};

/** DELETE …/environments/{name} */
export const deleteEnvironment: ApiHandler = ({ state }, { params }) => {
  const environment = findEnvironment(state, params["environment"] ?? "");
  if (!environment) return notFound();
  state.environments.splice(state.environments.indexOf(environment), 1);
  return { status: 204 };
};

/** An environment as GitHub shows it; its rules are there even where the plan ignores them. */
function environmentJson(context: GithubContext, environment: GithubEnvironment): Record<string, unknown> {
  return {
    ...environmentStub(context, environment),
    created_at: time(environment.createdAt),
    updated_at: time(environment.updatedAt),
    can_admins_bypass: environment.adminsBypass,
    protection_rules: protectionRules(context, environment),
    deployment_branch_policy: environment.branchPolicy,
  };
}

/** An environment as other things mention it. */
export function environmentStub(
  context: GithubContext,
  { id, name }: GithubEnvironment,
): Record<string, unknown> {
  return {
    id,
    node_id: `EN_${id}`,
    name,
    url: `${repositoryUrl(context)}/environments/${encodeURIComponent(name)}`,
    html_url: `${webUrl(context)}/deployments/activity_log?environments_filter=${encodeURIComponent(name)}`,
  };
}

/** The reviewers as GitHub shows them. */
export function reviewersJson(
  context: GithubContext,
  environment: GithubEnvironment,
): Record<string, unknown>[] {
  const { users, teams } = context.state;
  return environment.reviewers.map(({ type, id }) => {
    if (type === "Team") return { type, reviewer: { id, slug: teams.find((team) => team.id === id)?.slug } };
    return { type, reviewer: userJson(context, users.find((user) => user.id === id)?.login ?? "") };
  });
}

function protectionRules(context: GithubContext, environment: GithubEnvironment): Record<string, unknown>[] {
  const rule = (
    offset: number,
    type: string,
    more: Record<string, unknown> = {},
  ): Record<string, unknown> => {
    const id = environment.id * 10 + offset;
    return { id, node_id: `GA_${id}`, type, ...more };
  };
  const { waitTimer, preventSelfReview, reviewers, branchPolicy } = environment;
  return [
    ...(waitTimer > 0 ? [rule(1, "wait_timer", { wait_timer: waitTimer })] : []),
    ...(reviewers.length > 0
      ? [
          rule(2, "required_reviewers", {
            prevent_self_review: preventSelfReview,
            reviewers: reviewersJson(context, environment),
          }),
        ]
      : []),
    ...(branchPolicy ? [rule(3, "branch_policy")] : []),
  ];
}

function refuse({ state }: GithubContext, body: Record<string, unknown>): StandInResponse | undefined {
  const timer = body["wait_timer"] ?? 0;
  if (typeof timer !== "number" || !Number.isInteger(timer) || timer < 0 || timer > 43_200) {
    return githubError(422, "Validation Failed", ["Wait timer must be between 0 and 43200 minutes"]);
  }
  const reviewers = reviewersOf(body["reviewers"]);
  if (reviewers.length > 6)
    return githubError(422, "Validation Failed", ["Reviewers is too long (maximum is 6)"]);
  const unknown = reviewers.some(
    ({ type, id }) => !(type === "User" ? state.users : state.teams).some((one) => one.id === id),
  );
  if (unknown) return githubError(422, "Validation Failed", ["Reviewers could not be resolved"]);
  if (body["prevent_self_review"] === true && reviewers.length === 0) {
    const why = "Required reviewers must have at least one reviewer to set prevent_self_review.";
    return githubError(422, `Failed to create or update the environment protection rule. ${why}`);
  }
  if (!rulesHold(state) && (reviewers.length > 0 || timer > 0)) {
    const rule = reviewers.length > 0 ? "required reviewers" : "wait timer";
    const why = `Please ensure the billing plan supports the ${rule} protection rule.`;
    return githubError(422, `Failed to create the environment protection rule. ${why}`);
  }
  const policy = body["deployment_branch_policy"];
  if (isObject(policy) && policy["protected_branches"] === policy["custom_branch_policies"]) {
    const why = "protected_branches and custom_branch_policies cannot have the same value";
    return githubError(422, "Validation Failed", [why]);
  }
  return undefined;
}

function reviewersOf(given: unknown): GithubEnvironment["reviewers"] {
  const entries: unknown[] = Array.isArray(given) ? given : [];
  return entries
    .filter(isObject)
    .map(({ type, id }) => ({ type: type === "Team" ? "Team" : "User", id: Number(id) }));
}
