import type { Route } from "../server.ts";
import { guard, type GuardedRoute } from "./access.ts";
import { createRestorePoint, getRestorePoint } from "./backups.ts";
import type { SupabaseContext } from "./context.ts";
import { migration, migrations, query, readOnlyQuery } from "./database.ts";
import { deploy, deployBundle } from "./deploy.ts";
import { activate, body, get, list, remove } from "./functions.ts";
import { createLoginRole, removeLoginRoles } from "./login-role.ts";
import { goneLogs, queryLogs } from "./logs.ts";
import { createNotebook, getNotebook, listNotebooks, removeNotebook, updateNotebook } from "./notebooks.ts";
import { apiKeys, health, project, projects } from "./project.ts";
import { listSecrets, removeSecrets, setSecrets } from "./secrets.ts";

const V1 = "/v1/projects/:ref";
const V2 = "/v2/projects/:ref";

/** The part of the Management API that this suite and the vendor's CLI use, with the permission for each call. */
const ROUTES: readonly GuardedRoute[] = [
  ["GET", "/v1/projects", "projects_read", projects],
  ["GET", V1, "project_admin_read", project],
  ["GET", `${V1}/health`, "project_admin_read", health],
  ["GET", `${V1}/api-keys`, "api_gateway_keys_read", apiKeys],
  ["GET", `${V1}/functions`, "edge_functions_read", list],
  ["PUT", `${V1}/functions`, "edge_functions_write", activate],
  ["POST", `${V1}/functions`, "edge_functions_write", deployBundle],
  ["POST", `${V1}/functions/deploy`, "edge_functions_write", deploy],
  ["GET", `${V1}/functions/:slug`, "edge_functions_read", get],
  ["GET", `${V1}/functions/:slug/body`, "edge_functions_read", body],
  ["PATCH", `${V1}/functions/:slug`, "edge_functions_write", deployBundle],
  ["DELETE", `${V1}/functions/:slug`, "edge_functions_write", remove],
  ["GET", `${V1}/secrets`, "edge_functions_secrets_read", listSecrets],
  ["POST", `${V1}/secrets`, "edge_functions_secrets_write", setSecrets],
  ["DELETE", `${V1}/secrets`, "edge_functions_secrets_write", removeSecrets],
  ["GET", `${V1}/database/migrations`, "database_migrations_read", migrations],
  ["GET", `${V1}/database/migrations/:version`, "database_migrations_read", migration],
  ["POST", `${V1}/cli/login-role`, "database_write", createLoginRole],
  ["DELETE", `${V1}/cli/login-role`, "database_write", removeLoginRoles],
  ["GET", `${V1}/database/backups/restore-point`, "backups_read", getRestorePoint],
  ["POST", `${V1}/database/backups/restore-point`, "backups_write", createRestorePoint],
  ["POST", `${V1}/database/query`, "database_write|database_read", query],
  ["POST", `${V1}/database/query/read-only`, "database_read", readOnlyQuery],
  ["GET", `${V1}/analytics/endpoints/logs`, "analytics_logs_read", queryLogs],
  ["GET", `${V1}/analytics/endpoints/logs.all`, "analytics_logs_read", goneLogs],
  ["GET", `${V2}/notebooks`, "project_notebooks_read", listNotebooks],
  ["POST", `${V2}/notebooks`, "project_notebooks_write", createNotebook],
  ["GET", `${V2}/notebooks/:id`, "project_notebooks_read", getNotebook],
  ["PATCH", `${V2}/notebooks/:id`, "project_notebooks_write", updateNotebook],
  ["DELETE", `${V2}/notebooks/:id`, "project_notebooks_write", removeNotebook],
];

export function managementRoutes(context: SupabaseContext): Route[] {
  return guard(ROUTES, context);
}

/** The permissions that a call needs, `GET /v1/projects/:ref/functions`; none where there is no such call. */
export function needsOf(route: string): readonly string[] {
  const found = ROUTES.find(([method, pattern]) => `${method} ${pattern}` === route);
  return found === undefined ? [] : found[2].split("|");
}
