import type { StandInRequest, StandInResponse } from "../server.ts";
import { text } from "./body.ts";
import { findProject, nextId, type VercelContext } from "./context.ts";
import { badRequest, notFound, vercelError } from "./errors.ts";
import type { ApiHandler } from "./handler.ts";
import type { VercelEnv, VercelProject } from "./state.ts";
import { isObject } from "../../../kit/ports/json-object.ts";

const TYPES = ["plain", "encrypted", "sensitive", "system"] as const;

/** GET /v10/projects/{id}/env: values stay encrypted unless `decrypt=true`; sensitive ones always do. */
export const listEnv: ApiHandler = ({ state }, { params, query }) => {
  const project = findProject(state, params["project"] ?? "");
  if (!project) return notFound("Project");
  const decrypt = query.get("decrypt") === "true";
  const envs = project.env.map((env) => ({
    ...envJson(env, decrypt || env.type === "plain"),
    securityIssues: [],
  }));
  return { status: 200, json: { envs, pagination: { count: envs.length, next: null, prev: null } } };
};

/** GET /v1/projects/{id}/env/{envId}: one decrypted value; a sensitive one comes without. */
export const getEnv: ApiHandler = ({ state }, { params }) => {
  const env = findProject(state, params["project"] ?? "")?.env.find(({ id }) => id === params["env"]);
  return env ? { status: 200, json: envJson(env, true) } : notFound("Environment variable");
};

/** GET /v3/env/pull/{project}/{target}: what a build sees; a sensitive value comes empty. */
export const pullEnv: ApiHandler = ({ state }, { params }) => {
  const project = findProject(state, params["project"] ?? "");
  if (!project) return notFound("Project");
  const fitting = project.env.filter(({ target }) => target.includes(params["target"] ?? ""));
  const env = fitting.map(({ key, value, type }) => [key, type === "sensitive" ? "" : value]);
  return { status: 200, json: { env: Object.fromEntries(env), buildEnv: {} } };
};

/** POST /v10/projects/{id}/env: one or many; `upsert=true` replaces a variable of the same key and target. */
export const createEnv: ApiHandler = (context, request) => {
  const project = findProject(context.state, request.params["project"] ?? "");
  if (!project) return notFound("Project");
  const body: unknown = JSON.parse(request.body.toString("utf8"));
  const many: unknown[] = Array.isArray(body) ? body : [body];
  const created: VercelEnv[] = [];
  for (const entry of many) {
    const env = isObject(entry) ? readEnv(context, entry) : undefined;
    if (!env || "status" in env) return env ?? badRequest("Invalid request: should be object.");
    const answer = put(context, project, env, request);
    if ("status" in answer) return answer;
    created.push(answer);
  }
  const shown = created.map((env) => envJson(env, true));
  return { status: 201, json: { created: Array.isArray(body) ? shown : shown[0], failed: [] } };
};

/** PATCH /v9/projects/{id}/env/{envId} */
export const patchEnv: ApiHandler = (context, request) => {
  const project = findProject(context.state, request.params["project"] ?? "");
  const env = project?.env.find(({ id }) => id === request.params["env"]);
  if (!env) return notFound("Environment variable");
  const body: unknown = JSON.parse(request.body.toString("utf8"));
  const merged = readEnv(context, { ...env, ...(isObject(body) ? body : {}) });
  if ("status" in merged) return merged;
  const { key, value, type, target } = merged;
  Object.assign(env, { key, value, type, target, updatedAt: context.now() });
  return { status: 200, json: envJson(env, true) };
};

/** DELETE /v9/projects/{id}/env/{envId} */
export const deleteEnv: ApiHandler = ({ state }, { params }) => {
  const project = findProject(state, params["project"] ?? "");
  const index = project?.env.findIndex(({ id }) => id === params["env"]) ?? -1;
  const [removed] = project && index >= 0 ? project.env.splice(index, 1) : [];
  return removed ? { status: 200, json: envJson(removed, true) } : notFound("Environment variable");
};

function put(
  context: VercelContext,
  project: VercelProject,
  env: VercelEnv,
  { query }: StandInRequest,
): VercelEnv | StandInResponse {
  const same = project.env.find(
    (other) =>
      other.key === env.key &&
      other.gitBranch === env.gitBranch &&
      other.target.some((target) => env.target.includes(target)),
  );
  if (!same) {
    project.env.push(env);
    return env;
  }
  if (query.get("upsert") !== "true") {
    const message = `A variable with the name \`${env.key}\` already exists for the target ${same.target.join(",")}`;
    return vercelError(400, "ENV_CONFLICT", message, { key: env.key, target: same.target });
  }
  const { value, type, target } = env;
  return Object.assign(same, { value, type, target, updatedAt: context.now() });
}

function readEnv(context: VercelContext, entry: Record<string, unknown>): VercelEnv | StandInResponse {
  const key = text(entry["key"]);
  const value = text(entry["value"]);
  const type = TYPES.find((one) => one === entry["type"]);
  const targets: unknown[] = Array.isArray(entry["target"]) ? entry["target"] : [entry["target"]];
  const target = targets.filter((one) => typeof one === "string");
  if (key === undefined) return badRequest("Invalid request: missing required property `key`.");
  if (value === undefined) return badRequest("Invalid request: missing required property `value`.");
  if (!type) return badRequest("Invalid request: `type` should be equal to one of the allowed values.");
  if (type === "sensitive" && target.includes("development")) {
    return badRequest("You cannot set a Sensitive Environment Variable's target to development.");
  }
  const gitBranch = text(entry["gitBranch"]);
  const comment = text(entry["comment"]);
  return {
    id: nextId(context.state, "env"),
    key,
    value,
    type,
    target,
    ...(gitBranch === undefined ? {} : { gitBranch }),
    ...(comment === undefined ? {} : { comment }),
    createdAt: context.now(),
    updatedAt: context.now(),
  };
}

function envJson(env: VercelEnv, decrypted: boolean): Record<string, unknown> {
  const readable = decrypted && env.type !== "sensitive";
  const { value, ...rest } = env;
  const hidden = env.type === "sensitive" ? "" : `encrypted:${Buffer.from(env.id).toString("base64")}`;
  return {
    ...rest,
    value: readable ? value : hidden,
    decrypted: readable,
    configurationId: null,
    customEnvironmentIds: env.customEnvironmentIds ?? [],
  };
}
