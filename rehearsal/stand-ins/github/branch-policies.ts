import type { StandInRequest } from "../server.ts";
import { jsonBody, text } from "./body.ts";
import type { ApiHandler, GithubContext } from "./context.ts";
import { findEnvironment, nextId } from "./environment.ts";
import { githubError, notFound } from "./errors.ts";
import { paged } from "./page.ts";
import type { GithubEnvironment } from "./state.ts";

/** GET …/environments/{name}/deployment-branch-policies */
export const listBranchPolicies: ApiHandler = (context, request) => {
  const environment = named(context, request);
  if (!environment) return notFound();
  return paged(request, context.url(), environment.branchPolicies, (page, total_count) => ({
    total_count,
    branch_policies: page.map((policy) => ({ ...policy, node_id: `DBP_${policy.id}` })),
  }));
};

/** POST …/environments/{name}/deployment-branch-policies: 303 when it is there, 404 when custom policies are off. */
export const createBranchPolicy: ApiHandler = (context, request) => {
  const environment = named(context, request);
  if (!environment?.branchPolicy?.custom_branch_policies) return notFound();
  const body = jsonBody(request) ?? {};
  const name = text(body["name"]);
  if (name === undefined) return githubError(422, 'Invalid request.\n\n"name" wasn\'t supplied.');
  const type = body["type"] === "tag" ? "tag" : "branch";
  if (environment.branchPolicies.some((policy) => policy.name === name && policy.type === type)) {
    return { status: 303 };
  }
  const policy = { id: nextId(context.state), name, type } as const;
  environment.branchPolicies.push(policy);
  return { status: 200, json: { ...policy, node_id: `DBP_${policy.id}` } };
};

/** DELETE …/environments/{name}/deployment-branch-policies/{id} */
export const deleteBranchPolicy: ApiHandler = (context, request) => {
  const environment = named(context, request);
  const index = environment?.branchPolicies.findIndex(({ id }) => String(id) === request.params["policy"]);
  if (!environment || index === undefined || index < 0) return notFound();
  environment.branchPolicies.splice(index, 1);
  return { status: 204 };
};

/** GET …/environments/{name}/deployment_protection_rules: the rules of Apps that are enabled. */
export const listProtectionRules: ApiHandler = (context, request) => {
  const environment = named(context, request);
  if (!environment) return notFound();
  const rules = environment.apps.map((slug, index) => {
    const id = environment.id * 10 + index;
    const app = { id, slug, integration_url: `${context.url()}/apps/${slug}`, node_id: `A_${id}` };
    return { id, node_id: `GA_${id}`, enabled: true, app };
  });
  return { status: 200, json: { total_count: rules.length, custom_deployment_protection_rules: rules } };
};

function named({ state }: GithubContext, { params }: StandInRequest): GithubEnvironment | undefined {
  return findEnvironment(state, params["environment"] ?? "");
}
