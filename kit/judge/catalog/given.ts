import type { GrantStmt, Node } from "libpg-query";
import { type NodeOf, as } from "../walk.ts";
import { grantOf } from "./privileges.ts";

/** What a role is given that is no right on a single thing: to be another role, or to use a schema. */
export function memberships({
  granted_roles: granted,
  grantee_roles: grantees,
}: NodeOf<"GrantRoleStmt">): readonly string[] {
  const roles = (granted ?? []).map((node) => as(node, "AccessPriv")?.priv_name ?? "?");
  return (grantees ?? []).flatMap((node) => roles.map((role) => `membership ${role}>${roleOf(node)}`));
}

/** `right public>app create`. */
export function schemaRights(grant: GrantStmt): readonly string[] {
  if (grant.objtype !== "OBJECT_SCHEMA") return [];
  const { keys, roles, rights } = grantOf(grant);
  const each = rights.length === 0 || rights.includes("all") ? ["usage", "create"] : rights;
  return keys.flatMap((key) =>
    roles.flatMap((role) => each.map((right) => `right ${key.slice("schema ".length)}>${role} ${right}`)),
  );
}

/** Roles that Supabase makes and gives its own rights, so nobody can tell from the files what they have. */
const managed =
  /^(anon|authenticated|service_role|authenticator|postgres|public|dashboard_user|pgbouncer|supabase_\w+|pg_\w+|\?)$/;

export function isManagedRole(role: string): boolean {
  return managed.test(role);
}

function roleOf(node: Node): string {
  const role = as(node, "RoleSpec");
  return role?.roletype === "ROLESPEC_CSTRING" ? (role.rolename ?? "?") : "?";
}

/** What GRANT … WITH, or REVOKE … OPTION FOR, says of an option: admin, inherit or set. */
export function optionSaid({ opt }: NodeOf<"GrantRoleStmt">, name: string): boolean | undefined {
  const said = (opt ?? []).map((node) => as(node, "DefElem")).find((one) => one?.defname === name);
  return said && as(said.arg, "Boolean")?.boolval === true;
}
