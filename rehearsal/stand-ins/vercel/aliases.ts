import { creatorOf, findDeployment, findDomain, hostOf, projectOf, type VercelContext } from "./context.ts";
import { notFound, vercelError } from "./errors.ts";
import type { ApiHandler } from "./handler.ts";
import { advanceAliasJob } from "./progress.ts";
import type { VercelDomain, VercelProject } from "./state.ts";

/** GET /v4/aliases/{idOrAlias}: the truth of what a domain serves; a look that lets a move go on. */
export const getAlias: ApiHandler = (context, { params, query }) => {
  const found = findDomain(context.state, params["alias"] ?? "");
  const wanted = query.get("projectId");
  if (!found || (wanted !== null && wanted !== found.project.id)) return unknown();
  advanceAliasJob(context, found.project);
  if (found.domain.deployment === null) return unknown();
  return { status: 200, json: aliasJson(context, found.project, found.domain) };
};

/** GET /v4/aliases */
export const listAliases: ApiHandler = (context, { query }) => {
  const wanted = query.get("projectId");
  const aliases = context.state.projects
    .filter((project) => wanted === null || project.id === wanted)
    .flatMap((project) => project.domains.map((domain) => ({ project, domain })))
    .filter(({ domain }) => domain.deployment !== null)
    .map(({ project, domain }) => aliasJson(context, project, domain));
  return { status: 200, json: { aliases, pagination: { count: aliases.length, next: null, prev: null } } };
};

/** GET /v2/deployments/{id}/aliases */
export const aliasesOfDeployment: ApiHandler = ({ state }, { params }) => {
  const deployment = findDeployment(state, params["deployment"] ?? "");
  if (!deployment) return notFound("Deployment");
  const aliases = projectOf(state, deployment)
    .domains.filter((domain) => domain.deployment === deployment.id)
    .map((domain) => ({
      uid: domain.uid,
      alias: hostOf(domain),
      created: new Date(domain.createdAt).toISOString(),
      redirect: null,
    }));
  return { status: 200, json: { aliases } };
};

function unknown(): ReturnType<typeof vercelError> {
  return vercelError(404, "not_found", "The alias was not found");
}

function aliasJson(
  { state }: VercelContext,
  project: VercelProject,
  domain: VercelDomain,
): Record<string, unknown> {
  const deployment = state.deployments.find(({ id }) => id === domain.deployment);
  return {
    uid: domain.uid,
    alias: hostOf(domain),
    created: new Date(domain.createdAt).toISOString(),
    createdAt: domain.createdAt,
    updatedAt: domain.updatedAt,
    creator: creatorOf(state),
    deploymentId: domain.deployment,
    ...(deployment ? { deployment: { id: deployment.id, url: hostOf(deployment) } } : {}),
    projectId: project.id,
    redirect: null,
  };
}
