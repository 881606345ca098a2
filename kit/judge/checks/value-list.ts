import type { Node } from "libpg-query";
import { partsOf } from "../names.ts";
import { as } from "../walk.ts";

export interface List {
  readonly column: string;
  readonly values: readonly string[];
}

/** `c IN ('a')`, `c = ANY (ARRAY['a'])`, `c = 'a'`, and several of them with OR; `nulls`: NULL meets a CHECK anyway. */
export function listOf(node: Node, nulls = true): List | undefined {
  const either = as(node, "BoolExpr");
  if (either?.boolop === "OR_EXPR") {
    const lists = (either.args ?? []).map((arm) => listOf(arm, nulls));
    const [first] = lists;
    const same = first !== undefined && lists.every((list) => list?.column === first.column);
    return same ? { column: first.column, values: lists.flatMap((list) => list?.values ?? []) } : undefined;
  }
  const test = nulls ? as(node, "NullTest") : undefined;
  const { kind = "", name, lexpr, rexpr } = as(node, "A_Expr") ?? {};
  const column = columnOf(test?.nulltesttype === "IS_NULL" ? test.arg : lexpr);
  if (column === undefined || test) return column === undefined ? undefined : { column, values: [] };
  const isList = ["AEXPR_OP", "AEXPR_IN", "AEXPR_OP_ANY"].includes(kind) && partsOf(name).at(-1) === "=";
  const values = isList ? valuesOf(rexpr) : undefined;
  return values && { column, values };
}

/** `c NOT IN ('a')`, `c <> 'a'`, `c <> ALL (ARRAY['a'])`. */
export function noneOf(node: Node): List | undefined {
  const { kind = "", name, lexpr, rexpr } = as(node, "A_Expr") ?? {};
  const column = columnOf(lexpr);
  const kinds = ["AEXPR_OP", "AEXPR_IN", "AEXPR_OP_ALL"];
  if (column === undefined || !kinds.includes(kind) || partsOf(name).at(-1) !== "<>") return undefined;
  const values = valuesOf(rexpr);
  return values && { column, values };
}

export function valuesOf(node: Node | undefined): readonly string[] | undefined {
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
