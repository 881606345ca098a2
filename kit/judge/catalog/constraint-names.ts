import type { CreateStmt, Node, RangeVar } from "libpg-query";
import { partsOf, relationName } from "../names.ts";
import { as } from "../walk.ts";

/** A constraint as `public.t.name`. `sure`: it cannot have been there before. */
export interface Constrained {
  readonly name: string;
  readonly sure: boolean;
}

export function constraintsOfTable(table: CreateStmt): readonly Constrained[] {
  const sure = !table.if_not_exists;
  return (table.tableElts ?? []).flatMap((node) => {
    const column = as(node, "ColumnDef");
    const constraints = column?.constraints ?? [node];
    return constraints.flatMap((one) => named(table.relation, one, column?.colname, sure));
  });
}

/** Of ADD CONSTRAINT, and of ADD COLUMN with constraints. */
export function constraintsOfCommand(relation: RangeVar | undefined, node: Node): readonly Constrained[] {
  const command = as(node, "AlterTableCmd");
  if (command?.subtype === "AT_AddConstraint") return named(relation, command.def, undefined, true);
  const column = as(command?.def, "ColumnDef");
  if (command?.subtype !== "AT_AddColumn" || !column) return [];
  const sure = !command.missing_ok;
  return (column.constraints ?? []).flatMap((one) => named(relation, one, column.colname, sure));
}

const endings: Readonly<Record<string, string>> = {
  CONSTR_CHECK: "check",
  CONSTR_UNIQUE: "key",
  CONSTR_FOREIGN: "fkey",
  CONSTR_PRIMARY: "pkey",
  CONSTR_EXCLUSION: "excl",
};

/** Where it has no name, it gets the one that PostgreSQL gives to the first of its kind. */
function named(
  relation: RangeVar | undefined,
  node: Node | undefined,
  column: string | undefined,
  sure: boolean,
): readonly Constrained[] {
  const constraint = as(node, "Constraint");
  const ending = endings[constraint?.contype ?? ""];
  if (!constraint || ending === undefined) return [];
  const columns = column === undefined ? partsOf(constraint.keys ?? constraint.fk_attrs) : [column];
  const parts = [relation?.relname ?? "?", ...(ending === "pkey" ? [] : columns), ending];
  return [{ name: `${relationName(relation)}.${constraint.conname ?? parts.join("_")}`, sure }];
}
