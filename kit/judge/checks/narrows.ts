import type { Node, RangeVar, ResTarget } from "libpg-query";
import type { Context } from "../hit.ts";
import { columnName, relationName } from "../names.ts";
import { as, contains, isPlace } from "../walk.ts";

const columns: ReadonlySet<"ColumnRef" | "SubLink" | "CurrentOfExpr"> = new Set([
  "ColumnRef",
  "SubLink",
  "CurrentOfExpr",
]);

/**
 * Whether a condition may leave a row out: one that names no column is true for all rows or for none, an OR narrows no
 * more than its widest arm, and a key that is there, or equals itself, says nothing.
 */
export function narrows(
  condition: Node | undefined,
  relation: RangeVar | undefined,
  context: Context,
): boolean {
  const arms = as(condition, "BoolExpr");
  const inner = (arm: Node): boolean => narrows(arm, relation, context);
  if (arms?.boolop === "AND_EXPR") return (arms.args ?? []).some(inner);
  if (arms?.boolop === "OR_EXPR") return (arms.args ?? []).every(inner);
  if (!contains(condition, columns)) return false;
  const test = as(condition, "NullTest");
  if (test?.nulltesttype === "IS_NOT_NULL") return !isKey(columnName(test.arg), relation, context);
  const { kind, name, lexpr, rexpr } = as(condition, "A_Expr") ?? {};
  const operator = as(name?.at(-1), "String")?.sval;
  if (kind === "AEXPR_OP" && operator === "=") return !isSame(lexpr, rexpr);
  return !isOfItself(condition, relation);
}

/** What is overwritten by a constant wherever there is something: `SET meta = NULL WHERE meta IS NOT NULL` keeps none. */
export function emptiesAll(
  condition: Node | undefined,
  targets: readonly (ResTarget | undefined)[],
): boolean {
  if (condition === undefined || targets.length === 0) return false;
  const isConstant = targets.every((target) => as(target?.val, "A_Const") !== undefined);
  return isConstant && targets.every((target) => asksOnlyFor(condition, target?.name));
}

function asksOnlyFor(condition: Node, column: string | undefined): boolean {
  const arms = as(condition, "BoolExpr");
  if (arms) return arms.boolop !== "NOT_EXPR" && (arms.args ?? []).every((arm) => asksOnlyFor(arm, column));
  const test = as(condition, "NullTest");
  if (test) return test.nulltesttype === "IS_NOT_NULL" && columnName(test.arg) === column;
  const { kind, name, lexpr, rexpr } = as(condition, "A_Expr") ?? {};
  const differs = kind === "AEXPR_OP" && as(name?.at(-1), "String")?.sval === "<>";
  // Of an empty text, the parser keeps no letters.
  const nothing = as(rexpr, "A_Const")?.sval;
  return differs && columnName(lexpr) === column && nothing !== undefined && (nothing.sval ?? "") === "";
}

function isKey(column: string | undefined, relation: RangeVar | undefined, { catalog }: Context): boolean {
  if (column === undefined) return false;
  return column === "id" || catalog.column(relationName(relation), column)?.unique === true;
}

function isSame(left: Node | undefined, right: Node | undefined): boolean {
  return as(left, "ColumnRef") !== undefined && textOf(left) === textOf(right);
}

/** `id IN (SELECT id FROM the same table)`. */
function isOfItself(condition: Node | undefined, relation: RangeVar | undefined): boolean {
  const link = as(condition, "SubLink");
  const query = as(link?.subselect, "SelectStmt");
  const [source, ...others] = query?.fromClause ?? [];
  if (link?.subLinkType !== "ANY_SUBLINK" || link.operName !== undefined || others.length > 0) return false;
  if (query?.whereClause ?? query?.limitCount ?? query?.havingClause ?? query?.groupClause) return false;
  // DISTINCT alone leaves no value out; DISTINCT ON leaves one of each.
  if (query?.limitOffset ?? query?.distinctClause?.some((on) => Object.keys(on).length > 0)) return false;
  const from = as(source, "RangeVar");
  const target = as(query?.targetList?.[0], "ResTarget");
  return (
    from !== undefined &&
    relationName(from) === relationName(relation) &&
    columnName(target?.val) !== undefined &&
    columnName(target?.val) === columnName(link.testexpr)
  );
}

function textOf(node: Node | undefined): string {
  return JSON.stringify(node, (key, value: unknown) => (isPlace(key) ? undefined : value));
}
