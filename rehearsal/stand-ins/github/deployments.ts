import type { StandInRequest, StandInResponse } from "../server.ts";
import { jsonBody, text } from "./body.ts";
import { compareCommits, resolveRef } from "./commit-graph.ts";
import { repositoryUrl, time, userJson, type ApiHandler, type GithubContext } from "./context.ts";
import { githubError, invalid, notFound } from "./errors.ts";
import { addDeployment } from "./new-deployment.ts";
import { paged } from "./page.ts";
import type { GithubDeployment } from "./state.ts";

/** POST …/deployments: 201; 202 when GitHub merged the default branch instead; 409 on a conflict with statuses. */
export const createDeployment: ApiHandler = (context, request, token) => {
  const body = jsonBody(request);
  if (!body) return githubError(400, "Problems parsing JSON");
  const ref = text(body["ref"]);
  if (ref === undefined) return githubError(422, 'Invalid request.\n\n"ref" wasn\'t supplied.');
  const sha = resolveRef(context.state, ref);
  if (sha === undefined) return githubError(422, `No ref found for: ${ref}`);
  const description = text(body["description"]) ?? null;
  if (description !== null && description.length > 140) {
    return invalid(
      "Deployment",
      "description",
      "custom",
      "description is too long (maximum is 140 characters)",
    );
  }
  const instead =
    (body["auto_merge"] === false ? undefined : mergedInstead(context, ref, sha)) ??
    unmet(context, sha, body);
  if (instead) return instead;
  const environment = text(body["environment"]) ?? "production";
  const deployment = addDeployment(context.state, {
    sha,
    ref,
    task: text(body["task"]) ?? "deploy",
    payload: body["payload"] ?? {},
    environment,
    description,
    transient: body["transient_environment"] === true,
    production:
      typeof body["production_environment"] === "boolean"
        ? body["production_environment"]
        : environment === "production",
    creator: token.login,
    now: context.now(),
  });
  return { status: 201, json: deploymentJson(context, deployment) };
};

/** GET …/deployments: newest first, filtered by sha, ref, task and environment. */
export const listDeployments: ApiHandler = (context, request) => {
  const wanted = (name: "sha" | "ref" | "task" | "environment", deployment: GithubDeployment): boolean => {
    const value = request.query.get(name);
    return value === null || value === "none" || value === deployment[name];
  };
  const found = context.state.deployments
    .filter(
      (one) => wanted("sha", one) && wanted("ref", one) && wanted("task", one) && wanted("environment", one),
    )
    .toReversed();
  return paged(request, context.url(), found, (page) => page.map((one) => deploymentJson(context, one)));
};

/** GET …/deployments/{id} */
export const getDeployment: ApiHandler = (context, request) => {
  const deployment = findDeployment(context, request);
  return deployment ? { status: 200, json: deploymentJson(context, deployment) } : notFound();
};

/** DELETE …/deployments/{id}: an inactive one, or the only one of the repository. */
export const deleteDeployment: ApiHandler = (context, request) => {
  const deployment = findDeployment(context, request);
  if (!deployment) return notFound();
  const { deployments } = context.state;
  if (deployments.length > 1 && deployment.statuses.at(-1)?.state !== "inactive") {
    const message =
      "We cannot delete an active deployment unless it is the only deployment in a given environment.";
    return githubError(422, message);
  }
  deployments.splice(deployments.indexOf(deployment), 1);
  return { status: 204 };
};

/** The deployment that a path names. */
export function findDeployment(
  context: GithubContext,
  request: StandInRequest,
): GithubDeployment | undefined {
  return context.state.deployments.find(({ id }) => String(id) === request.params["deployment"]);
}

/** A deployment as GitHub shows it; the payload is what was given, a string stays one. */
export function deploymentJson(
  context: GithubContext,
  deployment: GithubDeployment,
): Record<string, unknown> {
  const url = `${repositoryUrl(context)}/deployments/${deployment.id}`;
  return {
    url,
    id: deployment.id,
    node_id: `DE_${deployment.id}`,
    sha: deployment.sha,
    ref: deployment.ref,
    task: deployment.task,
    payload: deployment.payload,
    original_environment: deployment.environment,
    environment: deployment.environment,
    description: deployment.description,
    creator: userJson(context, deployment.creator),
    created_at: time(deployment.createdAt),
    updated_at: time(deployment.updatedAt),
    statuses_url: `${url}/statuses`,
    repository_url: repositoryUrl(context),
    transient_environment: deployment.transient,
    production_environment: deployment.production,
    performed_via_github_app: null,
  };
}

// auto_merge is true by default: a branch behind the default branch gets it merged, and no deployment comes of it.
function mergedInstead({ state }: GithubContext, ref: string, sha: string): StandInResponse | undefined {
  const main = state.branches[state.repository.defaultBranch];
  if (state.branches[ref] === undefined || main === undefined) return undefined;
  if (compareCommits(state, main, sha).behind.length === 0) return undefined;
  return {
    status: 202,
    json: { message: `Auto-merged ${state.repository.defaultBranch} into ${ref} on deployment.` },
  };
}

function unmet(
  { state }: GithubContext,
  sha: string,
  body: Record<string, unknown>,
): StandInResponse | undefined {
  const statuses = state.statuses[sha] ?? [];
  const given: unknown = body["required_contexts"];
  const names: unknown[] = Array.isArray(given) ? given : statuses.map(({ context }) => context);
  const failing = names.filter(
    (name) => !statuses.some((status) => status.context === name && status.state === "success"),
  );
  if (failing.length === 0) return undefined;
  const contexts = failing.map((name) => {
    const found = statuses.find(({ context }) => context === name);
    return { context: name, state: found?.state ?? "missing" };
  });
  return githubError(409, `Conflict: Commit status checks failed for ${sha}`, [
    { resource: "Deployment", field: "required_contexts", code: "invalid", contexts },
  ]);
}
