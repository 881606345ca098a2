import type { Constraint, CreateStmt, Node, RangeVar } from "libpg-query";
import { partsOf, relationName } from "../names.ts";
import { as, walk } from "../walk.ts";

/** A constraint as `public.t.name`. `sure`: it cannot have been there before. */
export interface Constrained {
  readonly name: string;
  readonly sure: boolean;
  readonly constraint: Constraint;
}

/** The constraint of that name which a statement makes. */
export function constraintNamed(node: Node, name: string): Constraint | undefined {
  return constraintsIn(node).find((one) => one.name === name)?.constraint;
}

/** The same by its own name alone: its table may be called otherwise since. */
export function constraintCalled(node: Node, name: string): Constraint | undefined {
  return constraintsIn(node).find((one) => one.name.endsWith(`.${name}`))?.constraint;
}

function constraintsIn(node: Node): readonly Constrained[] {
  const create = as(node, "CreateStmt");
  const alter = as(node, "AlterTableStmt");
  return create
    ? constraintsOfTable(create)
    : (alter?.cmds ?? []).flatMap((command) => constraintsOfCommand(alter?.relation, command));
}

export function constraintsOfTable(table: CreateStmt): readonly Constrained[] {
  const sure = !table.if_not_exists;
  return (table.tableElts ?? []).flatMap((node) => {
    const column = as(node, "ColumnDef");
    const constraints = column?.constraints ?? [node];
    return constraints.flatMap((one) => named(table.relation, one, column?.colname, sure));
  });
}

/** What DROP CONSTRAINT takes away, as `public.t.name`. */
export function constraintsDropped(node: Node): readonly string[] {
  const alter = as(node, "AlterTableStmt");
  return (alter?.cmds ?? []).flatMap((one) => {
    const { subtype, name = "?" } = as(one, "AlterTableCmd") ?? {};
    return subtype === "AT_DropConstraint" ? [`${relationName(alter?.relation)}.${name}`] : [];
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
  const listed =
    ending === "check" ? onlyColumn(constraint.raw_expr) : (constraint.keys ?? constraint.fk_attrs);
  const columns = column === undefined ? partsOf(listed) : [column];
  const parts = [relation?.relname ?? "?", ...(ending === "pkey" ? [] : columns), ending];
  return [{ name: `${relationName(relation)}.${constraint.conname ?? parts.join("_")}`, sure, constraint }];
}

/** A CHECK of a table is called after its column if it names one only. */
function onlyColumn(check: Node | undefined): readonly Node[] {
  const names = new Map<string, Node>();
  walk(check, (type, value) => {
    const last = type === "ColumnRef" ? (value as { fields?: readonly Node[] }).fields?.at(-1) : undefined;
    if (last) names.set(as(last, "String")?.sval ?? "*", last);
  });
  return names.size === 1 ? [...names.values()] : [];
}
