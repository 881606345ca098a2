import type { Node } from "libpg-query";
import { partsOf, qualified } from "../../judge/names.ts";
import { type NodeOf, as } from "../../judge/walk.ts";
import type { Makers } from "./makers.ts";
import { type ColumnKey, keyOf, weights } from "./sayings.ts";
import { type Scope, resolve } from "./scope.ts";
import { typeSql } from "./sql-names.ts";

/** What an expression is: a column, or something of a type, with how much that says. */
export type Side = { readonly key: ColumnKey } | { readonly type: string; readonly weight: number };

const sure = (type: string): Side => ({ type, weight: weights.sure });

export function sideOf(node: Node | undefined, scope: Scope, makers: Makers): Side | undefined {
  if (!node) return undefined;
  const column = as(node, "ColumnRef");
  if (column) {
    const found = resolve(node, scope, makers);
    if (found) return { key: keyOf(found.table, found.column) };
    const type = scope.variables.get(partsOf(column.fields).join("."));
    return type === undefined ? undefined : sure(type);
  }
  const cast = as(node, "TypeCast");
  if (cast) {
    const type = typeSql(cast.typeName);
    return type === undefined ? undefined : sure(type);
  }
  const constant = as(node, "A_Const");
  if (constant) return constantSide(constant);
  if ("BoolExpr" in node || "NullTest" in node || "BooleanTest" in node) return sure("boolean");
  const called = as(node, "FuncCall");
  if (called) return callSide(called, makers);
  const first = as(node, "CoalesceExpr")?.args ?? as(node, "MinMaxExpr")?.args;
  if (first) return firstOf(first, scope, makers);
  const array = as(node, "A_ArrayExpr");
  if (array) {
    const element = firstOf(array.elements ?? [], scope, makers);
    return { type: `${element && "type" in element ? element.type : "text"}[]`, weight: weights.text };
  }
  const variable = as(node, "ParamRef");
  if (variable) {
    const type = scope.variables.get(`$${variable.number ?? 0}`);
    return type === undefined ? undefined : sure(type);
  }
  return otherSide(node, scope, makers);
}

function otherSide(node: Node, scope: Scope, makers: Makers): Side | undefined {
  const value = as(node, "SQLValueFunction")?.op;
  if (value !== undefined) {
    if (value === "SVFOP_CURRENT_DATE") return sure("date");
    return sure(value.startsWith("SVFOP_CURRENT_TIMESTAMP") ? "timestamptz" : "text");
  }
  const expression = as(node, "A_Expr");
  if (expression?.kind === "AEXPR_OP") {
    const operator = partsOf(expression.name).at(-1) ?? "";
    if (operator === "||" || operator === "->>") return { type: "text", weight: weights.text };
    if (operator === "->") return sure("jsonb");
    if (!["+", "-", "*", "/"].includes(operator)) return sure("boolean");
    return sideOf(expression.lexpr, scope, makers) ?? sideOf(expression.rexpr, scope, makers);
  }
  const select = as(as(node, "SubLink")?.subselect, "SelectStmt");
  const kind = as(node, "SubLink")?.subLinkType;
  if (kind === "EXISTS_SUBLINK") return sure("boolean");
  return select ? sideOf(as(select.targetList?.[0], "ResTarget")?.val, scope, makers) : undefined;
}

function firstOf(nodes: readonly Node[], scope: Scope, makers: Makers): Side | undefined {
  const sides = nodes.flatMap((one) => sideOf(one, scope, makers) ?? []);
  return sides.find((one) => "type" in one && one.weight >= weights.sure) ?? sides[0];
}

function constantSide({ ival, fval, boolval, sval }: NodeOf<"A_Const">): Side | undefined {
  if (boolval) return sure("boolean");
  if (ival) return { type: "integer", weight: weights.name };
  if (fval) return { type: "numeric", weight: weights.name };
  const text = sval?.sval;
  if (text === undefined) return undefined;
  if (/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text)) return sure("uuid");
  if (/^\d{4}-\d\d-\d\d/.test(text) || text === "now") return undefined;
  return { type: "text", weight: weights.sure - 1 };
}

function callSide({ funcname }: NodeOf<"FuncCall">, makers: Makers): Side | undefined {
  const parts = partsOf(funcname);
  const known = gives.get(parts.join(".")) ?? gives.get(parts.at(-1) ?? "");
  if (known !== undefined) return sure(known);
  const made = as(makers.functions.get(qualified(parts))?.[0]?.node, "CreateFunctionStmt");
  // What nobody makes is like a column whose type is asked for.
  if (!made) return { key: resultKey(qualified(parts)) };
  const type = made.returnType?.setof ? undefined : typeSql(made.returnType);
  return type === undefined || type === "void" || type === "record" ? undefined : sure(type);
}

/** What a function gives, among the columns. */
export const resultKey = (name: string): ColumnKey => keyOf(name, "()");

const gives: ReadonlyMap<string, string> = new Map([
  ["auth.uid", "uuid"],
  ["auth.role", "text"],
  ["auth.email", "text"],
  ["auth.jwt", "jsonb"],
  ["now", "timestamptz"],
  ["clock_timestamp", "timestamptz"],
  ["date_trunc", "timestamptz"],
  ["gen_random_uuid", "uuid"],
  ["uuid_generate_v4", "uuid"],
  ["lower", "text"],
  ["upper", "text"],
  ["trim", "text"],
  ["btrim", "text"],
  ["count", "bigint"],
  ["length", "integer"],
  ["char_length", "integer"],
  ["jsonb_build_object", "jsonb"],
  ["jsonb_build_array", "jsonb"],
  ["to_jsonb", "jsonb"],
  ["jsonb_agg", "jsonb"],
  ["array_length", "integer"],
  ["foldername", "text[]"],
]);

/** What functions of the system take first: a column that they are given is of that type. */
export const takesFirst: ReadonlyMap<string, string> = new Map([
  ["jsonb_array_elements", "jsonb"],
  ["jsonb_array_elements_text", "jsonb"],
  ["jsonb_array_length", "jsonb"],
  ["jsonb_typeof", "jsonb"],
  ["jsonb_set", "jsonb"],
  ["jsonb_each", "jsonb"],
  ["jsonb_object_keys", "jsonb"],
  ["array_length", "text[]"],
  ["cardinality", "text[]"],
  ["unnest", "text[]"],
  ["lower", "text"],
  ["upper", "text"],
  ["trim", "text"],
  ["btrim", "text"],
  ["length", "text"],
  ["char_length", "text"],
  ["sum", "numeric"],
  ["avg", "numeric"],
  ["round", "numeric"],
  ["bool_or", "boolean"],
  ["bool_and", "boolean"],
  ["date_trunc", ""],
]);
