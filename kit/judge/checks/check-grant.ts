import type { GrantStmt } from "libpg-query";
import { isManagedRole, schemaRights } from "../catalog/given.ts";
import { type Grant, grantOf, isOfOption, pairsOf } from "../catalog/privileges.ts";
import type { Context, Hit } from "../hit.ts";
import { typeText } from "../names.ts";
import { takenBy, takenWith, thingOf } from "./taken-rights.ts";
import { as } from "../walk.ts";

/** A privilege that is taken away on what was there before. Default privileges are of what is to come. */
export function checkGrant(value: GrantStmt, context: Context): readonly Hit[] {
  const { known } = context;
  if (value.is_grant || value.targtype === "ACL_TARGET_DEFAULTS" || isOfOption(value)) return [];
  const grant = grantOf(value);
  const rights = schemaRights(value);
  if (rights.length > 0 && !grant.roles.some(isManagedRole) && rights.every((key) => known.has(key)))
    return [];
  // Whom the change set itself has made, nobody is yet.
  if (grant.roles.length > 0 && grant.roles.every((role) => known.has(`role ${role}`))) return [];
  return [
    ...grant.keys
      .filter((key) => !isFresh(key, context) && !isOfTrigger(key, context))
      .flatMap((key) => lost({ ...grant, keys: [key] }, context)),
    ...grant.schemas.flatMap((schema) => lost({ ...grant, schemas: [schema] }, context)),
  ];
}

/** Whoever may write the table runs its triggers: nobody is asked for a right on the function, and nobody calls it. */
function isOfTrigger(key: string, { catalog }: Context): boolean {
  const named = key.endsWith("(?)") ? (catalog.overloads(key)[0] ?? key) : key;
  const made = as(catalog.made(named), "CreateFunctionStmt");
  return ["trigger", "event_trigger"].includes(typeText(made?.returnType));
}

/**
 * What a thing that is dropped and made again had been granted, and is not granted in the end. `anew`: its key from then
 * on; of a function, other arguments may be in it.
 */
export function grantsLost(key: string, context: Context, anew: string): boolean {
  const before = context.catalog.privileges.of(key) ?? [];
  const after = rightsAnew(anew, context);
  return before.some((pair) => !after.has(pair));
}

/** What a thing had been granted beyond what every new one is, and is not granted again. */
export function grantsNotRepeated(key: string, context: Context): boolean {
  const { privileges } = context.catalog;
  const [usual, again] = [privileges.ofNew(key), givenLater(tableKey(key), context)];
  return (privileges.of(key) ?? []).some((pair) => !usual.includes(pair) && !again(pair));
}

/** What every new one is granted, had been revoked on it, and is neither revoked again nor granted by the file itself. */
export function grantsRegained(key: string, context: Context, anew: string): boolean {
  const { privileges } = context.catalog;
  const before = privileges.of(key);
  if (before === undefined) return false;
  const after = rightsAnew(anew, context);
  const given = givenLater(tableKey(anew), context);
  return privileges.ofNew(anew).some((pair) => !before.includes(pair) && after.has(pair) && !given(pair));
}

/** The rights on a thing that is made anew, once the file has run. */
function rightsAnew(key: string, context: Context): ReadonlySet<string> {
  const rights = new Set(context.catalog.privileges.ofNew(key));
  for (const said of context.rightsSaid(tableKey(key)))
    for (const pair of pairsOf(said, tableKey(key))) {
      if (said.gives) rights.add(pair);
      else rights.delete(pair);
    }
  return rights;
}

/** Views have the rights of tables. */
function tableKey(key: string): string {
  return key.replace(/^view /, "table ");
}

/** A REVOKE of what nobody has, or what the same file grants again, changes nothing. */
function lost(grant: Grant, context: Context): readonly Hit[] {
  const thing = thingOf(grant);
  const pairs = context.catalog.privileges.lostBy(grant);
  if (pairs === undefined) return [{ rule: "revoke", thing, note: takenBy(grant) }];
  const gone = pairs.filter((pair) => {
    const at = pair.lastIndexOf(": ");
    const [key, right] = [pair.slice(0, at), pair.slice(at + 2)];
    const before = context.known.rightsBefore(key) ?? "unknown";
    if (before !== "unknown" && !before.includes(right)) return false;
    return !isFresh(key, context) && !givenLater(key, context)(right);
  });
  return gone.length === 0
    ? []
    : [{ rule: "revoke", thing, note: takenWith(gone, grant.schemas.length > 0) }];
}

/** Nothing that is live calls it by that name. */
function isFresh(key: string, { known }: Context): boolean {
  if (known.rightsBefore(key) !== undefined) return false;
  if (known.isWrapped(key)) return true;
  return known.fresh(key) || known.fresh(key.replace(/^table /, "view "));
}

/** Whether a later statement gives `anon select` on a thing. */
function givenLater(key: string, { rightsSaid }: Context): (pair: string) => boolean {
  const grants = rightsSaid(key).filter(({ gives }) => gives);
  return (pair) => {
    const [role = "", right = ""] = pair.split(" ", 2);
    const whole = right.replace(/\(.*$/s, "");
    const has = ({ roles, rights }: Grant): boolean =>
      roles.includes(role) &&
      (rights.length === 0 || [right, whole, "all"].some((one) => rights.includes(one)));
    return grants.some(has);
  };
}
