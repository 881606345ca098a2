import { relationName } from "../names.ts";
import { as } from "../walk.ts";
import type { Catalog } from "./catalog.ts";
import type { Effect } from "./effect.ts";

/**
 * Whether a statement would fail, because what it makes is there or what it takes away is not: then the branch that
 * holds it is one that is not taken.
 */
export function wouldFail(
  { node, made, dropped, renamed }: Effect,
  catalog: Pick<Catalog, "has" | "absent" | "column">,
): boolean {
  if (renamed) return catalog.absent(renamed[0]) || catalog.has(renamed[1]);
  const drop = as(node, "DropStmt");
  if (drop) return !drop.missing_ok && dropped.some((key) => catalog.absent(key));
  const alter = as(node, "AlterTableStmt");
  const table = relationName(alter?.relation);
  const fails = (alter?.cmds ?? []).some((one) => {
    const command = as(one, "AlterTableCmd");
    if (command?.missing_ok) return false;
    if (command?.subtype === "AT_DropColumn") return catalog.absent(`column ${table}.${command.name}`);
    const column = as(command?.def, "ColumnDef")?.colname;
    return command?.subtype === "AT_AddColumn" && catalog.column(table, column ?? "") !== undefined;
  });
  if (fails) return true;
  return made.some(
    ({ key, sure }) => sure && /^(table|type|policy|trigger|index|constraint) /.test(key) && catalog.has(key),
  );
}
