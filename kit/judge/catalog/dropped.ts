import type { Node, ObjectType } from "libpg-query";
import { droppedNames } from "./drop-kinds.ts";
import { memberships, schemaRights } from "./given.ts";
import { partsOf, qualified, relationName, signature } from "../names.ts";
import { publishedIn } from "./settings.ts";
import { as } from "../walk.ts";

/** What a statement takes away, as `table public.t`. */
export function keysDropped(node: Node): readonly string[] {
  const drop = as(node, "DropStmt");
  if (drop) return droppedNames(drop).map(({ key }) => key);
  const publication = as(node, "AlterPublicationStmt");
  if (publication?.action === "AP_DropObjects")
    return publishedIn(publication.pubname, publication.pubobjects);
  const roles = as(node, "GrantRoleStmt");
  if (roles) return roles.is_grant || roles.opt ? [] : memberships(roles);
  const rights = as(node, "GrantStmt");
  return rights && !rights.is_grant ? schemaRights(rights) : [];
}

const kinds: Partial<Record<ObjectType, string>> = {
  OBJECT_TABLE: "table",
  OBJECT_FOREIGN_TABLE: "table",
  OBJECT_VIEW: "view",
  OBJECT_MATVIEW: "view",
  OBJECT_SEQUENCE: "sequence",
  OBJECT_INDEX: "index",
};

/** What a statement calls otherwise: its key before and after. */
export function keyRenamed(node: Node): readonly [string, string] | undefined {
  const renaming = as(node, "RenameStmt");
  if (!renaming) return undefined;
  const { renameType = "OBJECT_TABLE", relation, subname = "?", newname = "?", object } = renaming;
  const table = relationName(relation);
  if (renameType === "OBJECT_COLUMN") return [`column ${table}.${subname}`, `column ${table}.${newname}`];
  const kind = kinds[renameType];
  const sibling = (name: string): string => `${name.slice(0, name.indexOf("."))}.${newname}`;
  if (kind !== undefined) return [`${kind} ${table}`, `${kind} ${sibling(table)}`];
  if (renameType === "OBJECT_TYPE" || renameType === "OBJECT_DOMAIN") {
    const type = qualified(partsOf(as(object, "List")?.items));
    return [`type ${type}`, `type ${sibling(type)}`];
  }
  const routine = as(object, "ObjectWithArgs");
  if (!routine) return undefined;
  const name = signature(routine);
  return [`function ${name}`, `function ${sibling(name)}${name.slice(name.indexOf("("))}`];
}
