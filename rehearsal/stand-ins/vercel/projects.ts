import type { ApiHandler } from "./handler.ts";
import { jsonBody, text } from "./body.ts";
import { currentProduction, findProject, hostOf, type VercelContext } from "./context.ts";
import { deploymentSummary } from "./deployment-json.ts";
import { badRequest, notFound, vercelError } from "./errors.ts";
import { advanceAliasJob, lastAliasRequest } from "./progress.ts";
import type { VercelProject } from "./state.ts";
import { isObject } from "../../../kit/ports/json-object.ts";

/** GET /v9/projects and /v10/projects */
export const listProjects: ApiHandler = (context) => ({
  status: 200,
  json: {
    projects: context.state.projects.map((project) => projectJson(context, project)),
    pagination: { count: context.state.projects.length, next: null, prev: null },
  },
});

/** GET /v9/projects/{idOrName}: also a look at a promote or rollback under way, which lets it go on. */
export const getProject: ApiHandler = (context, { params }) => {
  const project = findProject(context.state, params["project"] ?? "");
  if (!project) return notFound("Project");
  advanceAliasJob(context, project);
  return { status: 200, json: projectJson(context, project) };
};

/** PATCH /v9/projects/{idOrName}: the fields that a rollout changes; others are refused by name. */
export const patchProject: ApiHandler = (context, request) => {
  const project = findProject(context.state, request.params["project"] ?? "");
  if (!project) return notFound("Project");
  const body = jsonBody(request);
  for (const [key, value] of Object.entries(body)) {
    if (key === "autoAssignCustomDomains" && typeof value === "boolean") {
      project.autoAssignCustomDomains = value;
      project.autoAssignCustomDomainsUpdatedBy = context.state.user.id;
    } else if (key === "ssoProtection" && (value === null || isObject(value))) {
      project.ssoProtection = value as VercelProject["ssoProtection"];
    } else if (key === "framework" && (value === null || typeof value === "string")) {
      project.framework = value;
    } else {
      return badRequest(`Invalid request: should NOT have additional property \`${key}\`.`);
    }
  }
  project.updatedAt = context.now();
  return { status: 200, json: projectJson(context, project) };
};

/** GET /v9/projects/{idOrName}/domains */
export const listDomains: ApiHandler = ({ state }, { params, query }) => {
  const project = findProject(state, params["project"] ?? "");
  if (!project) return notFound("Project");
  // `production=false` is no filter, only `true` is one; all domains of this stand-in are production's.
  const wanted = query.get("target") !== "preview";
  const verified = query.get("verified");
  const listed = project.domains.filter(
    (domain) => wanted && (verified === null || verified === String(domain.unverified !== true)),
  );
  const domains = listed.map((domain) => ({
    name: hostOf(domain),
    apexName: hostOf(domain),
    projectId: project.id,
    redirect: null,
    redirectStatusCode: null,
    gitBranch: null,
    customEnvironmentId: null,
    createdAt: domain.createdAt,
    updatedAt: domain.updatedAt,
    verified: domain.unverified !== true,
  }));
  return { status: 200, json: { domains, pagination: { count: domains.length, next: null, prev: null } } };
};

/** GET /v9/projects/{idOrName}/custom-environments: there are none. */
export const listCustomEnvironments: ApiHandler = ({ state }, { params }) => {
  if (!findProject(state, params["project"] ?? "")) return notFound("Project");
  return { status: 200, json: { accountLimit: { total: 0 }, environments: [] } };
};

/** PATCH /v1/projects/{idOrName}/protection-bypass: generate, revoke, or revoke and regenerate a secret. */
export const patchBypass: ApiHandler = (context, request) => {
  const project = findProject(context.state, request.params["project"] ?? "");
  if (!project) return notFound("Project");
  const { generate, revoke } = jsonBody(request);
  if (isObject(revoke)) {
    const secret = text(revoke["secret"]) ?? "";
    if (!project.protectionBypass[secret]) return notFound("Protection bypass");
    delete project.protectionBypass[secret];
  }
  if (!isObject(revoke) || revoke["regenerate"] === true) {
    const given = isObject(generate) ? text(generate["secret"]) : undefined;
    if (given !== undefined && !/^[a-zA-Z0-9]{32}$/.test(given)) {
      return badRequest('Invalid request: `generate.secret` should match pattern "^[a-zA-Z0-9]{32}$".');
    }
    context.state.sequence += 1;
    const secret = given ?? `bypass${String(context.state.sequence).padStart(26, "0")}`;
    if (project.protectionBypass[secret]) return vercelError(409, "conflict", "The secret exists already.");
    const createdBy = context.state.user.id;
    project.protectionBypass[secret] = { createdAt: context.now(), createdBy, scope: "automation-bypass" };
  }
  return { status: 200, json: { protectionBypass: project.protectionBypass } };
};

function projectJson(context: VercelContext, project: VercelProject): Record<string, unknown> {
  const { state } = context;
  const live = state.deployments.find(({ id }) => id === currentProduction(project));
  const resourceConfig = { functionDefaultRegions: ["iad1"] };
  return {
    id: project.id,
    name: project.name,
    accountId: state.team?.id ?? state.user.id,
    createdAt: project.createdAt,
    updatedAt: project.updatedAt,
    framework: project.framework,
    nodeVersion: "24.x",
    directoryListing: false,
    live: false,
    rootDirectory: null,
    sourceFilesOutsideRootDirectory: true,
    alias: project.domains.map((domain) => ({
      domain: hostOf(domain),
      environment: "production",
      target: "PRODUCTION",
      createdAt: domain.createdAt,
    })),
    defaultResourceConfig: resourceConfig,
    resourceConfig,
    deploymentExpiration: {},
    autoAssignCustomDomains: project.autoAssignCustomDomains,
    ...onlyIf("autoAssignCustomDomainsUpdatedBy", project.autoAssignCustomDomainsUpdatedBy),
    lastAliasRequest: lastAliasRequest(project),
    lastRollbackTarget: project.lastRollbackTarget,
    ...onlyIf("rollbackDescription", project.rollbackDescription),
    rollingRelease: project.rollingRelease,
    ssoProtection: project.ssoProtection,
    protectionBypass: project.protectionBypass,
    targets: live ? { production: deploymentSummary(context, live) } : {},
    latestDeployments: newestOf(context, project).map((deployment) => deploymentSummary(context, deployment)),
  };
}

function newestOf({ state }: VercelContext, { id }: VercelProject): VercelContext["state"]["deployments"] {
  return state.deployments
    .filter(({ projectId }) => projectId === id)
    .toReversed()
    .slice(0, 10);
}

/** Vercel leaves such keys out where there is nothing to say. */
function onlyIf(key: string, value: unknown): Record<string, unknown> {
  return value ? { [key]: value } : {};
}
