import { isManagedRole, memberships, optionSaid } from "../catalog/given.ts";
import type { Context, Hit } from "../hit.ts";
import { type NodeOf, as } from "../walk.ts";

/** A membership that the same change set has given is one that nobody counts on. */
export function checkRoleGrant(value: NodeOf<"GrantRoleStmt">, { known, catalog }: Context): readonly Hit[] {
  const keys = memberships(value);
  const granted = (value.granted_roles ?? []).map((node) => as(node, "AccessPriv")?.priv_name ?? "?");
  // Who may hand a role on loses no right of its own.
  if (optionSaid(value, "admin") !== undefined && !value.is_grant) return [];
  const own = !granted.some(isManagedRole) && keys.every((key) => known.has(key));
  const thing = `membership of ${granted.join(", ")}`;
  if (!value.is_grant) return own ? [] : [{ rule: "revoke", thing }];
  // Given anew, what came with it by itself has to be asked for by SET ROLE.
  const hadIt = keys.some((key) => catalog.has(key) && !known.has(key));
  return hadIt && optionSaid(value, "inherit") === false ? [{ rule: "revoke", thing }] : [];
}
