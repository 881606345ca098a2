import type { GrantStmt } from "libpg-query";
import { isManagedRole, memberships, schemaRights } from "../catalog/given.ts";
import { type Grant, grantOf } from "../catalog/privileges.ts";
import type { Context, Hit } from "../hit.ts";
import { type NodeOf, as } from "../walk.ts";

/** A privilege that is taken away on what was there before. Default privileges are of what is to come. */
export function checkGrant(value: GrantStmt, context: Context): readonly Hit[] {
  const { known } = context;
  if (value.is_grant || value.targtype === "ACL_TARGET_DEFAULTS") return [];
  const grant = grantOf(value);
  const rights = schemaRights(value);
  if (rights.length > 0 && !grant.roles.some(isManagedRole) && rights.every((key) => known.has(key)))
    return [];
  return [
    ...grant.keys
      .filter((key) => !isFresh(key, context))
      .flatMap((key) => lost({ ...grant, keys: [key] }, context)),
    ...grant.schemas.flatMap((schema) => lost({ ...grant, schemas: [schema] }, context)),
  ];
}

/** A membership that the same change set has given is one that nobody counts on. */
export function checkRoleGrant(value: NodeOf<"GrantRoleStmt">, { known }: Context): readonly Hit[] {
  if (value.is_grant) return [];
  const granted = (value.granted_roles ?? []).map((node) => as(node, "AccessPriv")?.priv_name ?? "?");
  const own = !granted.some(isManagedRole) && memberships(value).every((key) => known.has(key));
  return own ? [] : [{ rule: "revoke", thing: "membership of a role" }];
}

/** What a thing that is dropped and made again had been granted, and is not granted again. */
export function grantsLost(key: string, context: Context): boolean {
  const again = givenLater(key.replace(/^view /, "table "), context);
  return context.catalog.privileges.ownOf(key).some((pair) => !again(pair));
}

/** A REVOKE of what nobody has, or what the same file grants again, changes nothing. */
function lost(grant: Grant, context: Context): readonly Hit[] {
  const [named = grant.schemas[0] ?? "?"] = grant.keys;
  const hit: Hit = { rule: "revoke", thing: named.slice(named.indexOf(" ") + 1) };
  const pairs = context.catalog.privileges.lostBy(grant);
  if (pairs === undefined) return [hit];
  const gone = pairs.filter((pair) => {
    const at = pair.lastIndexOf(": ");
    const [key, right] = [pair.slice(0, at), pair.slice(at + 2)];
    const before = context.known.rightsBefore(key) ?? "unknown";
    if (before !== "unknown" && !before.includes(right)) return false;
    return !isFresh(key, context) && !givenLater(key, context)(right);
  });
  return gone.length === 0 ? [] : [hit];
}

/** Nothing that is live calls it by that name. */
function isFresh(key: string, { known }: Context): boolean {
  if (known.rightsBefore(key) !== undefined) return false;
  if (known.isWrapped(key)) return true;
  return known.fresh(key) || known.fresh(key.replace(/^table /, "view "));
}

/** Whether a later statement gives `anon select` on a thing. */
function givenLater(key: string, { granted }: Context): (pair: string) => boolean {
  const grants = granted(key);
  return (pair) => {
    const [role = "", right = ""] = pair.split(" ", 2);
    const has = ({ roles, rights }: Grant): boolean =>
      roles.includes(role) && (rights.length === 0 || rights.includes("all") || rights.includes(right));
    return grants.some(has);
  };
}
