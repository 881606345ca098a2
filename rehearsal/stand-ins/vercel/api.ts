import type { Handler, Route, StandInRequest, StandInResponse } from "../server.ts";
import { getTeam, getUser, listTeams } from "./account.ts";
import { aliasesOfDeployment, getAlias, listAliases } from "./aliases.ts";
import { findProject, type VercelContext } from "./context.ts";
import { createDeployment } from "./create-deployment.ts";
import { buildEvents, builds, cancelDeployment, getDeployment, listDeployments } from "./deployments.ts";
import { createEnv, deleteEnv, getEnv, listEnv, patchEnv, pullEnv } from "./env.ts";
import { badRequest, vercelError } from "./errors.ts";
import { fileContent, fileTree, uploadFile } from "./files.ts";
import type { ApiHandler } from "./handler.ts";
import {
  getProject,
  listCustomEnvironments,
  listDomains,
  listProjects,
  patchBypass,
  patchProject,
} from "./projects.ts";
import type { VercelToken } from "./state.ts";
import { describeRollback, listAliasJobs, promote, rollback } from "./traffic.ts";

const TABLE: readonly (readonly [method: string, pattern: string, handler: ApiHandler])[] = [
  ["GET", "/v2/user", getUser],
  ["GET", "/teams/:id", getTeam],
  ["GET", "/v2/teams/:id", getTeam],
  ["GET", "/v1/teams", listTeams],
  ["GET", "/v2/teams", listTeams],
  ["GET", "/v9/projects", listProjects],
  ["GET", "/v10/projects", listProjects],
  ["GET", "/v9/projects/:project", getProject],
  ["PATCH", "/v9/projects/:project", patchProject],
  ["GET", "/v9/projects/:project/domains", listDomains],
  ["GET", "/projects/:project/custom-environments", listCustomEnvironments],
  ["GET", "/v9/projects/:project/custom-environments", listCustomEnvironments],
  ["PATCH", "/v1/projects/:project/protection-bypass", patchBypass],
  ["GET", "/v10/projects/:project/env", listEnv],
  ["GET", "/v3/env/pull/:project/:target", pullEnv],
  ["POST", "/v10/projects/:project/env", createEnv],
  ["GET", "/v1/projects/:project/env/:env", getEnv],
  ["PATCH", "/v9/projects/:project/env/:env", patchEnv],
  ["DELETE", "/v9/projects/:project/env/:env", deleteEnv],
  ["POST", "/v10/projects/:project/promote/:deployment", promote],
  ["GET", "/v1/projects/:project/promote/aliases", listAliasJobs("promote", "flat")],
  ["GET", "/v9/projects/:project/promote/aliases", listAliasJobs("promote", "nested")],
  ["POST", "/v1/projects/:project/rollback/:deployment", rollback],
  ["POST", "/v9/projects/:project/rollback/:deployment", rollback],
  ["PATCH", "/v1/projects/:project/rollback/:deployment/update-description", describeRollback],
  ["GET", "/v9/projects/:project/rollback/aliases", listAliasJobs("rollback", "nested")],
  ["GET", "/v4/aliases", listAliases],
  ["GET", "/v4/aliases/:alias", getAlias],
  ["POST", "/v2/files", uploadFile],
  ["POST", "/v13/deployments", createDeployment],
  ["GET", "/v13/deployments/:deployment", getDeployment],
  ["PATCH", "/v12/deployments/:deployment/cancel", cancelDeployment],
  ["GET", "/v6/deployments", listDeployments],
  ["GET", "/v7/deployments", listDeployments],
  ["GET", "/v6/deployments/:deployment/files", fileTree],
  ["GET", "/v8/deployments/:deployment/files/:file", fileContent],
  ["GET", "/v2/deployments/:deployment/aliases", aliasesOfDeployment],
  ["GET", "/v3/deployments/:deployment/events", buildEvents],
  ["GET", "/v3/now/deployments/:deployment/events", buildEvents],
  ["GET", "/v11/deployments/:deployment/builds", builds],
];

/** The routing table of the API: every request's token is checked first. */
export function routes(context: VercelContext): Route[] {
  return TABLE.map(([method, pattern, handler]) => [method, pattern, guarded(context, handler)]);
}

function guarded(context: VercelContext, handler: ApiHandler): Handler {
  return async (request) => refuse(context, request) ?? (await handler(context, request));
}

function refuse(context: VercelContext, request: StandInRequest): StandInResponse | undefined {
  const { state } = context;
  const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1];
  if (given === undefined) {
    const text = "The request is missing an authentication token";
    return vercelError(401, "forbidden", text, { missingToken: true });
  }
  const token: VercelToken | undefined = state.tokens[given];
  if (!token) return vercelError(403, "forbidden", "Not authorized", { invalidToken: true });
  const scope = request.query.get("teamId") ?? request.query.get("slug");
  if (scope && scope !== state.team?.id && scope !== state.team?.slug) {
    return vercelError(403, "forbidden", `Not authorized: Trying to access resource under scope "${scope}".`);
  }
  if (token.access === "read" && request.method !== "GET") {
    return vercelError(403, "forbidden", "You don't have permission to access this resource.");
  }
  if (request.method !== "GET" && isBrokenJson(request)) return badRequest("Invalid JSON");
  const project = request.params["project"];
  const id = project === undefined ? undefined : findProject(state, project)?.id;
  if (!id || !token.projects || token.projects.includes(id)) return undefined;
  return vercelError(403, "forbidden", "You don't have permission to access this resource.");
}

function isBrokenJson(request: StandInRequest): boolean {
  if (!(request.headers["content-type"] ?? "").includes("json") || request.body.length === 0) return false;
  try {
    JSON.parse(request.body.toString("utf8"));
    return false;
  } catch {
    return true;
  }
}
