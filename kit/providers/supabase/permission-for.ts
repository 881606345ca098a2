/** The first row that fits decides: what a scoped token must have for a call to the Management API, by Supabase's names. */
const rows: readonly (readonly [method: RegExp, path: RegExp, permission: string])[] = [
  [/GET/, /^\/functions/, "edge_functions_read"],
  [/./, /^\/functions/, "edge_functions_write"],
  [/GET/, /^\/secrets/, "edge_functions_secrets_read"],
  [/GET/, /^\/health/, "project_admin_read"],
  [/GET/, /^\/analytics/, "analytics_logs_read"],
  [/GET/, /^\/notebooks/, "project_notebooks_read"],
  [/./, /^\/notebooks/, "project_notebooks_write"],
  [/GET/, /^\/database\/backups/, "backups_read"],
  [/./, /^\/database\/backups/, "backups_write"],
  [/POST/, /^\/cli\/login-role/, "database_write"],
];

const project = /^\/v\d+\/projects\/[^/]+/;

export function permissionFor(method: string, path: string): string | undefined {
  const inside = path.replace(project, "");
  return rows.find(([asked, place]) => asked.test(method) && place.test(inside))?.[2];
}
