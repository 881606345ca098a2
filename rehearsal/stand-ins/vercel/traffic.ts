import type { StandInResponse } from "../server.ts";
import { jsonBody, text } from "./body.ts";
import { currentProduction, findProject, projectOf, type VercelContext } from "./context.ts";
import { badRequest, emptyAnswer, notFound, vercelError } from "./errors.ts";
import type { ApiHandler } from "./handler.ts";
import { isBusy, startAliasJob } from "./progress.ts";
import type { AliasJob, VercelDeployment, VercelProject } from "./state.ts";

const HOBBY = "To roll back further than the previous production deployment, upgrade to pro";

/** POST /v10/projects/{p}/promote/{d}: 201 accepted (not done), 202 queued, 400 no production build, 409. */
export const promote: ApiHandler = (context, { params }) => {
  const found = find(context, params);
  if ("status" in found) return found;
  const { project, deployment } = found;
  if (deployment.target !== "production") {
    return badRequest("Only production deployments can be promoted without a rebuild.");
  }
  if (deployment.readyState !== "READY") return badRequest("The deployment is not ready.");
  const conflict = busyOrCurrent(project, deployment);
  if (conflict) return conflict;
  if (project.rollingRelease || project.nextAliasJob === "queued") {
    project.nextAliasJob = null;
    return emptyAnswer(202);
  }
  return accept(context, project, "promote", deployment);
};

/** POST /v1|v9/projects/{p}/rollback/{d}: 201 accepted, 402 too far for Hobby, 409, 422 never served production. */
export const rollback: ApiHandler = (context, { params, query }) => {
  const found = find(context, params);
  if ("status" in found) return found;
  const { project, deployment } = found;
  const conflict = busyOrCurrent(project, deployment);
  if (conflict) return conflict;
  if (!deployment.promoted || deployment.readyState !== "READY") {
    const message = "The deployment was never aliased to production and cannot be rolled back to.";
    return vercelError(422, "unprocessable_entity", message);
  }
  if (isTooFar(context, project, deployment)) return vercelError(402, "payment_required", HOBBY);
  const description = query.get("description");
  const refused = description === null ? undefined : describe(context, project, description);
  if (refused) return refused;
  return accept(context, project, "rollback", deployment);
};

/** PATCH /v1/projects/{p}/rollback/{d}/update-description: of the rollback that holds now. */
export const describeRollback: ApiHandler = (context, request) => {
  const found = find(context, request.params);
  if ("status" in found) return found;
  if (currentProduction(found.project) !== found.deployment.id)
    return badRequest("No rollback to this deployment.");
  const description = text(jsonBody(request)["description"]);
  if (description === undefined)
    return badRequest("Invalid request: missing required property `description`.");
  return describe(context, found.project, description) ?? emptyAnswer(200);
};

/** GET …/promote/aliases and …/rollback/aliases of the last job; v1 is flat, v9 nests the alias. */
export function listAliasJobs(type: AliasJob["type"], shape: "flat" | "nested"): ApiHandler {
  return ({ state }, { params, query }) => {
    const project = findProject(state, params["project"] ?? "");
    if (!project) return notFound("Project");
    const job = project.aliasJob?.type === type ? project.aliasJob : null;
    const failedOnly = query.get("failedOnly") === "true";
    const aliases = (job?.aliases ?? [])
      .filter(({ status }) => !failedOnly || status === "failed")
      .map(({ alias, id, status }) =>
        shape === "flat"
          ? { alias, id, status }
          : { alias: { alias, deploymentId: job?.toDeploymentId }, id, status },
      );
    return { status: 200, json: { aliases, pagination: { count: aliases.length, next: null, prev: null } } };
  };
}

function describe(
  { state, now }: VercelContext,
  project: VercelProject,
  description: string,
): StandInResponse | undefined {
  if (description.length > 250) {
    return badRequest("Invalid request: `description` should NOT be longer than 250 characters.");
  }
  const { id, username } = state.user;
  project.rollbackDescription = { createdAt: now(), description, userId: id, username };
  return undefined;
}

function accept(
  context: VercelContext,
  project: VercelProject,
  type: AliasJob["type"],
  deployment: VercelDeployment,
): StandInResponse {
  if (project.nextAliasJob !== "unrecorded") startAliasJob(context, project, type, deployment);
  project.nextAliasJob = null;
  return emptyAnswer(201);
}

function isTooFar({ state }: VercelContext, project: VercelProject, deployment: VercelDeployment): boolean {
  return state.plan === "hobby" && !project.production.slice(-2).includes(deployment.id);
}

function busyOrCurrent(project: VercelProject, deployment: VercelDeployment): StandInResponse | undefined {
  if (isBusy(project)) {
    return vercelError(409, "conflict", "Another promote or rollback of this project is in progress.");
  }
  // After a job that failed half-way, some domains still point elsewhere: then there is something to do.
  const everywhere = project.domains.every(
    (domain) => domain.unverified === true || domain.deployment === deployment.id,
  );
  if (currentProduction(project) !== deployment.id || !everywhere) return undefined;
  return vercelError(409, "conflict", "The deployment is already the current production deployment.");
}

function find(
  { state }: VercelContext,
  params: Readonly<Record<string, string>>,
): { project: VercelProject; deployment: VercelDeployment } | StandInResponse {
  const project = findProject(state, params["project"] ?? "");
  if (!project) return notFound("Project");
  const deployment = state.deployments.find(({ id }) => id === params["deployment"]);
  if (!deployment || projectOf(state, deployment) !== project) return notFound("Deployment");
  return { project, deployment };
}
