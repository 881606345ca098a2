import type { ObjectType } from "libpg-query";
import { keyRenamed } from "../catalog/dropped.ts";
import { madeBy } from "../catalog/things.ts";
import type { Context, Hit } from "../hit.ts";
import { partsOf, qualified, relationName, signature } from "../names.ts";
import { grantsNotRepeated } from "./check-grant.ts";
import { comesBack } from "./enum-rebuild.ts";
import { isMadeAgain } from "./made-again.ts";
import { type NodeOf, as } from "../walk.ts";

/** Nobody asks for these by name. */
const internal: ReadonlySet<ObjectType> = new Set<ObjectType>([
  "OBJECT_INDEX",
  "OBJECT_TABCONSTRAINT",
  "OBJECT_DOMCONSTRAINT",
  "OBJECT_POLICY",
  "OBJECT_TRIGGER",
  "OBJECT_EVENT_TRIGGER",
  "OBJECT_RULE",
  "OBJECT_STATISTIC_EXT",
]);

const relations: Partial<Record<ObjectType, string>> = {
  OBJECT_TABLE: "table",
  OBJECT_FOREIGN_TABLE: "table",
  OBJECT_VIEW: "view",
  OBJECT_MATVIEW: "view",
  OBJECT_SEQUENCE: "sequence",
};

export function checkRename(value: NodeOf<"RenameStmt">, context: Context): readonly Hit[] {
  const { known } = context;
  const { renameType = "OBJECT_TABLE", relation, subname, newname = "?" } = value;
  if (internal.has(renameType)) return [];
  const names = keyRenamed({ RenameStmt: value });
  // There and back again.
  if (names && context.finalName(names[1]) === known.origin(names[0])) return [];
  const table = relationName(relation);
  if (renameType === "OBJECT_COLUMN" || renameType === "OBJECT_ATTRIBUTE") {
    const from = `${table}.${subname ?? "?"}`;
    const own = ["table", "view", "type"].some((kind) => known.has(`${kind} ${table}`));
    if (own || known.has(`column ${from}`)) {
      known.rename(`column ${from}`, `column ${table}.${newname}`);
      return [];
    }
    return [{ rule: "rename-column", thing: `${from} to ${newname}` }];
  }
  const kind = relations[renameType];
  if (kind === undefined) return renameOther(value, context);
  if (known.has(`${kind} ${table}`)) {
    known.rename(`${kind} ${table}`, `${kind} ${table.split(".")[0] ?? "public"}.${newname}`);
    return [];
  }
  return [{ rule: "rename-table", thing: `${table} to ${newname}` }];
}

function renameOther(value: NodeOf<"RenameStmt">, context: Context): readonly Hit[] {
  const { known } = context;
  const { object, subname, newname = "?", renameType } = value;
  const routine = as(object, "ObjectWithArgs");
  const parts = partsOf(as(object, "List")?.items);
  const name = routine ? signature(routine) : parts.length > 0 ? qualified(parts) : (subname ?? "?");
  const made = ["function", "type", "schema"].some((kind) => known.has(`${kind} ${name}`));
  if (made) {
    const names = keyRenamed({ RenameStmt: value });
    if (names) known.rename(...names);
    return [];
  }
  if (renameType === "OBJECT_TYPE" && comesBack(name, context)) return [];
  if (routine && isWrapped(value, context)) return [];
  return [{ rule: "rename-other", thing: `${name} to ${newname}` }];
}

/** The same file makes another one for its callers: they notice nothing but what it grants. */
function isWrapped(value: NodeOf<"RenameStmt">, context: Context): boolean {
  const { known, catalog, droppedLater } = context;
  const [from, to] = keyRenamed({ RenameStmt: value }) ?? [];
  if (from === undefined || to === undefined || catalog.has(to)) return false;
  const before = catalog.made(from);
  if (!before || droppedLater(from) || grantsNotRepeated(from, context)) return false;
  // Also as it is called without its last arguments.
  if (!madeBy(before).every(({ key }) => isMadeAgain(key, context))) return false;
  known.wrap(from, to, catalog.privileges.of(from));
  return true;
}

/** What a client writes, reads and compares with. */
export function checkRenameLabel(
  { typeName, oldVal, newVal = "?" }: NodeOf<"AlterEnumStmt">,
  { known }: Context,
): readonly Hit[] {
  const type = qualified(partsOf(typeName));
  if (oldVal === undefined || known.has(`type ${type}`)) return [];
  return [{ rule: "rename-other", thing: `${type}.${oldVal} to ${newVal}` }];
}

export function checkMove(
  { object, objectType, relation, newschema = "?" }: NodeOf<"AlterObjectSchemaStmt">,
  { known }: Context,
): readonly Hit[] {
  const routine = as(object, "ObjectWithArgs");
  const name = relation
    ? relationName(relation)
    : routine
      ? signature(routine)
      : (as(object, "String")?.sval ?? qualified(partsOf(as(object, "List")?.items)));
  const kind = relations[objectType ?? "OBJECT_TABLE"] ?? (routine ? "function" : "type");
  return known.has(`${kind} ${name}`) ? [] : [{ rule: "move-schema", thing: `${name} to ${newschema}` }];
}
