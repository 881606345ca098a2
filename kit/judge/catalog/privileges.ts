import type { GrantStmt, Node } from "libpg-query";
import { partsOf, qualified, relationName, signature } from "../names.ts";
import { as } from "../walk.ts";
import { type RightsOfStrangers, noStrangers, withColumns } from "./rights-of-strangers.ts";
import { ThingMap } from "./thing-map.ts";

/** What a GRANT or REVOKE names: the things, those who get or lose, and what. */
export interface Grant {
  readonly keys: readonly string[];
  /** `table public`: every one in the schema. */
  readonly schemas: readonly string[];
  readonly roles: readonly string[];
  /** Empty: all. */
  readonly rights: readonly string[];
}

/** The same, and whether it gives or takes. */
export interface GrantSaid extends Grant {
  readonly gives: boolean;
}

/** Who may do what with a thing: `anon select`, of a column `anon select(id)`. */
type Rights = Set<string>;

/** The privileges of the things that statements have made; those of others are not known. */
export interface Privileges {
  /** What a role loses by a REVOKE; undefined for things that no statement has made. */
  readonly lostBy: (grant: Grant) => readonly string[] | undefined;
  /** What every new thing of its kind and schema is granted. */
  readonly ofNew: (key: string) => readonly string[];
  /** All that it has been granted; undefined for things that no statement has made. */
  readonly of: (key: string) => readonly string[] | undefined;
  readonly made: (key: string) => void;
  readonly gone: (key: string) => void;
  readonly renamed: (from: string, to: string) => void;
  readonly apply: (node: Node) => void;
}

const all: Readonly<Record<string, readonly string[]>> = {
  function: ["execute"],
  table: ["select", "insert", "update", "delete", "truncate", "references", "trigger", "maintain"],
  sequence: ["usage", "select", "update"],
};

const kinds: Readonly<Record<string, string>> = {
  OBJECT_TABLE: "table",
  OBJECT_SEQUENCE: "sequence",
  OBJECT_FUNCTION: "function",
  OBJECT_PROCEDURE: "function",
  OBJECT_ROUTINE: "function",
  OBJECT_SCHEMA: "schema",
};

/** The roles of Supabase's API get every right on all that is made in `public`. */
const api = ["anon", "authenticated", "service_role"];

export function grantOf({ objects, objtype, targtype, grantees, privileges }: GrantStmt): Grant {
  const kind = kinds[objtype ?? ""] ?? "type";
  const wide = targtype === "ACL_TARGET_ALL_IN_SCHEMA";
  const roles = (grantees ?? []).map((node) => {
    const role = as(node, "RoleSpec");
    return role?.roletype === "ROLESPEC_PUBLIC" ? "public" : (role?.rolename ?? "?");
  });
  const rights = (privileges ?? []).flatMap((node) => {
    const right = as(node, "AccessPriv");
    const columns = partsOf(right?.cols);
    const name = right?.priv_name ?? "all";
    return columns.length === 0 ? [name] : columns.map((column) => `${name}(${column})`);
  });
  return {
    keys: wide ? [] : (objects ?? []).map((node) => `${kind} ${nameOf(node)}`),
    schemas: wide ? partsOf(objects).map((schema) => `${kind} ${schema}`) : [],
    roles,
    rights,
  };
}

/** REVOKE GRANT OPTION FOR takes from nobody but those who have it by them, and these only with CASCADE. */
export function isOfOption({ is_grant: gives, grant_option: option, behavior }: GrantStmt): boolean {
  return !gives && option === true && behavior !== "DROP_CASCADE";
}

function nameOf(node: Node): string {
  const routine = as(node, "ObjectWithArgs");
  if (routine) return signature(routine);
  const relation = as(node, "RangeVar");
  if (relation) return relationName(relation);
  return as(node, "String")?.sval ?? qualified(partsOf(as(node, "List")?.items));
}

export function noPrivileges(whole: boolean): Privileges {
  const things = new ThingMap<Rights>();
  const strangers = noStrangers();
  const defaults = usual();
  const fresh = (key: string): Rights => {
    const [kind = "", name = ""] = key.split(" ", 2);
    const schema = name.slice(0, name.indexOf("."));
    return new Set([...(defaults.get(`${kind} *`) ?? []), ...(defaults.get(`${kind} ${schema}`) ?? [])]);
  };
  const touched = ({ keys, schemas }: Grant): readonly string[] => [
    ...keys.map((key) => known(things, key)),
    ...schemas.flatMap((schema) => [...things.keys()].filter((key) => key.startsWith(`${schema}.`))),
  ];
  return {
    lostBy: (grant) => {
      if (grant.schemas.length > 0 && !whole) return undefined;
      return lostOn(
        touched(grant),
        grant,
        (key) => things.get(key) ?? strangers.left(key, pairsOf(grant, key)),
      );
    },
    ofNew: (key) => [...fresh(known(things, key))],
    of: (key) => {
      const rights = things.get(known(things, key));
      return rights && [...rights];
    },
    made: (key) => things.set(tableKey(key), fresh(tableKey(key))),
    gone: (key) => things.delete(known(things, key)),
    renamed: (from, to) => rename(things, tableKey(from), tableKey(to)),
    apply: (node) => {
      const grant = as(node, "GrantStmt");
      if (grant && isOfOption(grant)) return;
      if (grant) change(things, touched(grantOf(grant)), grantOf(grant), grant.is_grant === true);
      if (grant) sayOfStrangers(things, strangers, grantOf(grant), grant.is_grant === true);
      const ahead = as(node, "AlterDefaultPrivilegesStmt");
      if (ahead?.action) changeDefaults(defaults, ahead.options ?? [], ahead.action);
    },
  };
}

function rename(things: Map<string, Rights>, from: string, to: string): void {
  const rights = things.get(from);
  if (rights === undefined) return;
  things.set(to, rights);
  things.delete(from);
}

function usual(): Map<string, Rights> {
  const ofApi = Object.entries(all).map(
    ([kind, rights]) => [`${kind} public`, new Set(pairs(api, rights))] as const,
  );
  return new Map<string, Rights>([["function *", new Set(["public execute"])], ...ofApi]);
}

function change(things: Map<string, Rights>, keys: readonly string[], grant: Grant, gives: boolean): void {
  for (const key of keys) {
    const rights = things.get(key);
    for (const pair of rights ? pairsOf(grant, key) : []) {
      if (gives) rights?.add(pair);
      else for (const one of withColumns(pair, rights ?? [])) rights?.delete(one);
    }
  }
}

/** Undefined where nobody can tell what somebody has on one of them. */
function lostOn(
  keys: readonly string[],
  grant: Grant,
  rightsOn: (key: string) => ReadonlySet<string> | undefined,
): readonly string[] | undefined {
  const rights = keys.map(rightsOn);
  if (rights.includes(undefined)) return undefined;
  return keys.flatMap((key, index) =>
    pairsOf(grant, key)
      .flatMap((pair) => withColumns(pair, rights[index] ?? []))
      .map((pair) => `${key}: ${pair}`),
  );
}

function sayOfStrangers(
  things: ReadonlyMap<string, Rights>,
  strangers: RightsOfStrangers,
  grant: Grant,
  gives: boolean,
): void {
  const keys = grant.keys.map(tableKey).filter((key) => !things.has(key));
  for (const key of [...keys, ...grant.schemas.flatMap(strangers.within)])
    strangers.say(key, pairsOf(grant, key), gives);
}

/** For a schema, what every database grants by itself cannot be taken back; only for all of them. */
function changeDefaults(defaults: Map<string, Rights>, options: readonly Node[], action: GrantStmt): void {
  const schemas = options
    .map((node) => as(node, "DefElem"))
    .filter((option) => option?.defname === "schemas")
    .flatMap((option) => partsOf(as(option?.arg, "List")?.items));
  const kind = kinds[action.objtype ?? ""] ?? "type";
  for (const schema of schemas.length > 0 ? schemas : ["*"]) {
    const key = `${kind} ${schema}`;
    if (!defaults.has(key)) defaults.set(key, new Set());
    change(defaults, [key], { ...grantOf(action), keys: [] }, action.is_grant === true);
  }
}

/** What a grant gives or takes of a thing, as `anon select`. */
export function pairsOf({ roles, rights }: Grant, key: string): readonly string[] {
  const kind = key.slice(0, key.indexOf(" "));
  const every = rights.length === 0 || rights.includes("all");
  return pairs(roles, every ? (all[kind] ?? ["usage"]) : rights);
}

function pairs(roles: readonly string[], rights: readonly string[]): readonly string[] {
  return roles.flatMap((role) => rights.map((right) => `${role} ${right}`));
}

/** Views have the rights of tables. */
function tableKey(key: string): string {
  return key.startsWith("view ") ? `table ${key.slice(5)}` : key;
}

/** A function may be named without its arguments where there is one of the name. */
function known(things: ThingMap<Rights>, given: string): string {
  const key = tableKey(given);
  if (!key.endsWith("(?)")) return key;
  return things.routines(key)[0] ?? key;
}
