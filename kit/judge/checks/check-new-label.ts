import type { AlterTableCmd, Node, RangeVar } from "libpg-query";
import type { Catalog } from "../catalog/catalog.ts";
import type { NewLabel } from "../catalog/held.ts";
import { fullType } from "../catalog/columns.ts";
import { isOfType } from "../catalog/catalog-effects.ts";
import { partsOf, qualified, relationName } from "../names.ts";
import { type NodeOf, as, walk } from "../walk.ts";

/** The value that a statement adds. */
export function labelAdded(node: Node, isNew: (type: string) => boolean): NewLabel | undefined {
  const altered = as(node, "AlterEnumStmt");
  if (!altered || altered.newVal === undefined || altered.oldVal !== undefined) return undefined;
  const type = qualified(partsOf(altered.typeName));
  return isNew(type) ? undefined : { type, label: altered.newVal };
}

/** Whether a statement needs the value before it is committed: PostgreSQL refuses that (55P04). */
export function usesLabel(
  node: Node,
  { type, label }: NewLabel,
  catalog: Pick<Catalog, "column" | "columns">,
): boolean {
  if ("CreateFunctionStmt" in node) return false;
  const isIt = (value: Node | undefined): boolean => as(value, "A_Const")?.sval?.sval === label;
  const has = (table: string, name: string | undefined): boolean =>
    isOfType(catalog.column(table, name ?? "")?.type ?? "", type);
  const asked: Asked = { type, catalog, isIt, has };
  let found = false;
  const { relation, table: on } = Object.values(node)[0] as { relation?: RangeVar; table?: RangeVar };
  let table = relationName(relation ?? on);
  walk(node, (kind, value) => {
    if (kind === "InsertStmt") table = relationName((value as NodeOf<"InsertStmt">).relation);
    if (kind === "UpdateStmt") table = relationName((value as NodeOf<"UpdateStmt">).relation);
    if (kind === "RangeVar") table = relationName(value as NodeOf<"RangeVar">);
    found ||= usesHere(kind, value, table, asked);
  });
  const alter = as(node, "AlterTableStmt");
  return (
    found ||
    (alter?.cmds ?? []).some((one) =>
      defaults(as(one, "AlterTableCmd"), relationName(alter?.relation), has, isIt, type),
    )
  );
}

/** The value that is sought, and what tells whether a constant is it and whether a column is of its type. */
interface Asked extends Pick<NewLabel, "type"> {
  readonly catalog: Pick<Catalog, "columns">;
  readonly isIt: (value: Node | undefined) => boolean;
  readonly has: (table: string, name: string | undefined) => boolean;
}

/** Whether one node of a statement needs it; `table` is what the statement was about so far. */
function usesHere(kind: string, value: unknown, table: string, { type, catalog, isIt, has }: Asked): boolean {
  if (kind === "InsertStmt") {
    const columns = catalog.columns(table) ?? [];
    return inserts(value as NodeOf<"InsertStmt">, columns, (name) => has(table, name), isIt);
  }
  if (kind === "TypeCast") {
    const cast = value as NodeOf<"TypeCast">;
    return isIt(cast.arg) && isOfType(fullType(cast.typeName), type);
  }
  if (kind === "ResTarget") {
    const { name, val } = value as NodeOf<"ResTarget">;
    return isIt(val) && has(table, name);
  }
  if (kind !== "A_Expr") return false;
  const { lexpr, rexpr } = value as NodeOf<"A_Expr">;
  const column = partsOf(as(lexpr, "ColumnRef")?.fields).at(-1);
  return has(table, column) && (isIt(rexpr) || (as(rexpr, "List")?.items ?? []).some(isIt));
}

function inserts(
  { cols, selectStmt }: NodeOf<"InsertStmt">,
  all: readonly string[],
  has: (name: string) => boolean,
  isIt: (value: Node | undefined) => boolean,
): boolean {
  const names = cols ? cols.map((node) => as(node, "ResTarget")?.name ?? "") : all;
  const rows = as(selectStmt, "SelectStmt")?.valuesLists ?? [];
  return rows.some((row) =>
    (as(row, "List")?.items ?? []).some((item, at) => isIt(item) && has(names[at] ?? "")),
  );
}

/** A default of a column of the type is read when it is set. */
function defaults(
  command: AlterTableCmd | undefined,
  table: string,
  has: (table: string, name: string | undefined) => boolean,
  isIt: (value: Node | undefined) => boolean,
  type: string,
): boolean {
  if (command?.subtype === "AT_ColumnDefault") return isIt(command.def) && has(table, command.name);
  const column = as(command?.def, "ColumnDef");
  if (!column || !isOfType(fullType(column.typeName), type)) return false;
  return (column.constraints ?? []).some((one) => isIt(as(one, "Constraint")?.raw_expr));
}
