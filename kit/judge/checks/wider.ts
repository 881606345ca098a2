import type { Node } from "libpg-query";
import { constraintNamed } from "../catalog/constraint-names.ts";
import type { Context } from "../hit.ts";
import { partsOf } from "../names.ts";
import { as } from "../walk.ts";
import { columnsIn } from "./new-columns.ts";
import { conditionChange, conditionOf } from "./policy-change.ts";

/** Whether a CHECK comes back under its name, in a change set that has taken it away, and refuses nothing more than it did. */
export function isWider(
  name: string,
  check: Node | undefined,
  beside: readonly Node[],
  { known, catalog }: Pick<Context, "known" | "catalog">,
): boolean {
  const key = `constraint ${name}`;
  const here = beside.some((node) => isDropOf(name, node));
  const before = known.was(key) ?? (here ? catalog.made(key) : undefined);
  const table = name.slice(0, name.lastIndexOf("."));
  // Where the table was there, IF NOT EXISTS has made no constraint either.
  const certain = !as(before, "CreateStmt")?.if_not_exists || catalog.made(`table ${table}`) === before;
  const had = before && certain ? constraintNamed(before, name)?.raw_expr : undefined;
  if (!had || !check) return false;
  // What it asks of a column that is made anew, it asks of other values.
  if (columnsIn(check).some((column) => known.has(`column ${table}.${column}`))) return false;
  const arms = armsOf(had);
  return armsOf(check).every((arm) => arms.some((one) => implies(one, arm)));
}

function isDropOf(constraint: string, node: Node): boolean {
  const { subtype, name = "?" } = as(node, "AlterTableCmd") ?? {};
  return subtype === "AT_DropConstraint" && constraint.endsWith(`.${name}`);
}

/** What meets `before` (or is neither true nor false there) meets `after`, too. */
function implies(before: Node, after: Node): boolean {
  const change = conditionChange(conditionOf(before), conditionOf(after));
  if (change === "same" || change === "wider") return true;
  const [had, has] = [listOf(before), listOf(after)];
  return (
    had !== undefined && has?.column === had.column && had.values.every((one) => has.values.includes(one))
  );
}

interface List {
  readonly column: string;
  readonly values: readonly string[];
}

/** `c IN ('a')`, `c = ANY (ARRAY['a'])`, `c = 'a'`, and several of them with OR; NULL meets a CHECK anyway. */
function listOf(node: Node): List | undefined {
  const either = as(node, "BoolExpr");
  if (either?.boolop === "OR_EXPR") {
    const lists = (either.args ?? []).map(listOf);
    const [first] = lists;
    const same = first !== undefined && lists.every((list) => list?.column === first.column);
    return same ? { column: first.column, values: lists.flatMap((list) => list?.values ?? []) } : undefined;
  }
  const test = as(node, "NullTest");
  const { kind = "", name, lexpr, rexpr } = as(node, "A_Expr") ?? {};
  const column = columnOf(test?.nulltesttype === "IS_NULL" ? test.arg : lexpr);
  if (column === undefined || test) return column === undefined ? undefined : { column, values: [] };
  const isList = ["AEXPR_OP", "AEXPR_IN", "AEXPR_OP_ANY"].includes(kind) && partsOf(name).at(-1) === "=";
  const values = isList ? valuesOf(rexpr) : undefined;
  return values && { column, values };
}

function valuesOf(node: Node | undefined): readonly string[] | undefined {
  const plain = uncast(node);
  const elements = as(plain, "List")?.items ?? as(plain, "A_ArrayExpr")?.elements ?? (plain ? [plain] : []);
  const values = elements.map((element) => {
    const constant = as(uncast(element), "A_Const");
    return constant?.sval?.sval ?? (constant?.ival ? String(constant.ival.ival ?? 0) : undefined);
  });
  return values.every((value) => value !== undefined) ? values : undefined;
}

function columnOf(node: Node | undefined): string | undefined {
  return as(as(uncast(node), "ColumnRef")?.fields?.at(-1), "String")?.sval;
}

function uncast(node: Node | undefined): Node | undefined {
  const cast = as(node, "TypeCast");
  return cast ? uncast(cast.arg) : node;
}

function armsOf(condition: Node): readonly Node[] {
  const both = as(condition, "BoolExpr");
  return both?.boolop === "AND_EXPR" ? (both.args ?? []).flatMap(armsOf) : [condition];
}
