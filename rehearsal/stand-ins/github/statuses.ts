import { jsonBody, text } from "./body.ts";
import { repositoryUrl, time, userJson, type ApiHandler, type GithubContext } from "./context.ts";
import { deactivateElders, recordStatus } from "./deployment-status.ts";
import { findDeployment } from "./deployments.ts";
import { githubError, invalid, notFound } from "./errors.ts";
import { paged } from "./page.ts";
import type { GithubDeployment, GithubStatus } from "./state.ts";

const STATES = ["error", "failure", "inactive", "in_progress", "queued", "pending", "success"];

/** POST …/deployments/{id}/statuses: 201; 422 for another state or for a description of more than 140 characters. */
export const createStatus: ApiHandler = (context, request, token) => {
  const deployment = findDeployment(context, request);
  if (!deployment) return notFound();
  const body = jsonBody(request);
  if (!body) return githubError(400, "Problems parsing JSON");
  const state = text(body["state"]);
  if (state === undefined) return githubError(422, 'Invalid request.\n\n"state" wasn\'t supplied.');
  if (!STATES.includes(state))
    return invalid("DeploymentStatus", "state", "custom", "state is not included in the list");
  const description = text(body["description"]) ?? "";
  if (description.length > 140) {
    const message = "description is too long (maximum is 140 characters)";
    return invalid("DeploymentStatus", "description", "custom", message);
  }
  const environment = text(body["environment"]);
  const status = recordStatus(context.state, deployment, {
    state,
    description,
    ...(environment === undefined ? {} : { environment }),
    logUrl: text(body["log_url"]) ?? text(body["target_url"]) ?? "",
    environmentUrl: text(body["environment_url"]) ?? "",
    creator: token.login,
    now: context.now(),
  });
  if (state === "success" && body["auto_inactive"] !== false) {
    deactivateElders(context.state, deployment, token.login, context.now());
  }
  return { status: 201, json: statusJson(context, deployment, status) };
};

/** GET …/deployments/{id}/statuses: newest first. */
export const listStatuses: ApiHandler = (context, request) => {
  const deployment = findDeployment(context, request);
  if (!deployment) return notFound();
  return paged(request, context.url(), deployment.statuses.toReversed(), (page) =>
    page.map((status) => statusJson(context, deployment, status)),
  );
};

/** GET …/deployments/{id}/statuses/{status} */
export const getStatus: ApiHandler = (context, request) => {
  const deployment = findDeployment(context, request);
  const status = deployment?.statuses.find(({ id }) => String(id) === request.params["status"]);
  return deployment && status ? { status: 200, json: statusJson(context, deployment, status) } : notFound();
};

function statusJson(
  context: GithubContext,
  deployment: GithubDeployment,
  status: GithubStatus,
): Record<string, unknown> {
  const url = `${repositoryUrl(context)}/deployments/${deployment.id}`;
  return {
    url: `${url}/statuses/${status.id}`,
    id: status.id,
    node_id: `DES_${status.id}`,
    state: status.state,
    creator: userJson(context, status.creator),
    description: status.description,
    environment: status.environment,
    target_url: status.logUrl,
    log_url: status.logUrl,
    environment_url: status.environmentUrl,
    created_at: time(status.createdAt),
    updated_at: time(status.createdAt),
    deployment_url: url,
    repository_url: repositoryUrl(context),
    performed_via_github_app: null,
  };
}
