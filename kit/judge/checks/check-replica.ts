import type { AlterTableCmd, Node } from "libpg-query";
import type { Context, Hit } from "../hit.ts";
import { relationName } from "../names.ts";
import { as } from "../walk.ts";
import { eventsLeftOut } from "./published-events.ts";

/** By what a published table tells which row was changed: less of it, or nothing. */
export function checkReplicaIdentity(
  table: string,
  { def }: AlterTableCmd,
  context: Context,
): readonly Hit[] {
  const { catalog, later } = context;
  const { identity_type: type = "d" } = as(def, "ReplicaIdentityStmt") ?? {};
  const told = catalog.publicationsOf(table).filter((name) => tellsChanges(name, context));
  const [publication] = told;
  if (publication === undefined) return [];
  const thing = `${table} of ${publication}`;
  const isLast = later(`identity ${table}`) === undefined;
  if (type === "n") return isLast ? [{ rule: "no-replica-identity", thing }] : [];
  return type !== "f" && isFull(table, catalog.made(`identity ${table}`))
    ? [{ rule: "narrow-replica-identity", thing }]
    : [];
}

/** A live table that is put into a publication without anything by which its rows could be told apart. */
export function checkPublished(
  pubname: string,
  objects: readonly Node[] | undefined,
  context: Context,
): readonly Hit[] {
  if (!tellsChanges(pubname, context)) return [];
  return (objects ?? []).flatMap((node): readonly Hit[] => {
    const relation = as(node, "PublicationObjSpec")?.pubtable?.relation;
    const table = relationName(relation);
    return relation && isNameless(table, context)
      ? [{ rule: "no-replica-identity", thing: `${table} of ${pubname}` }]
      : [];
  });
}

/** The key of a published table is what tells its rows apart, unless it says otherwise. */
export function losesKey(table: string, key: string, context: Context): boolean {
  const { catalog, later } = context;
  const told = catalog.publicationsOf(table).some((name) => tellsChanges(name, context));
  return told && !catalog.has(`identity ${table}`) && !later(key) && !later(`identity ${table}`);
}

function isNameless(table: string, { catalog, known, later }: Context): boolean {
  const [, name = "?"] = table.split(".");
  const made = [`identity ${table}`, `constraint ${table}.${name}_pkey`];
  if (known.fresh(`table ${table}`) || made.some((key) => catalog.has(key) || later(key))) return false;
  return catalog.hasKey(table) === false;
}

/** Whether a publication tells of rows that are updated or deleted; one that no file has made does. */
function tellsChanges(pubname: string, { catalog, later }: Context): boolean {
  const key = `publication ${pubname}`;
  const made = as(catalog.made(key) ?? later(key), "CreatePublicationStmt");
  const silent = eventsLeftOut(made?.options);
  return !["update", "delete"].every((event) => silent.includes(event));
}

function isFull(table: string, node: Node | undefined): boolean {
  const alter = as(node, "AlterTableStmt");
  return (
    relationName(alter?.relation) === table &&
    (alter?.cmds ?? []).some((one) => {
      const def = as(as(one, "AlterTableCmd")?.def, "ReplicaIdentityStmt");
      return def?.identity_type === "f";
    })
  );
}
