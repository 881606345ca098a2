import type { Node } from "libpg-query";
import { partsOf } from "../names.ts";
import { as, isPlace } from "../walk.ts";
import { type List, listOf, noneOf } from "./value-list.ts";

/** A condition by its form, compared many times and so read once. */
export interface Condition {
  /** Without its places in the text. */
  readonly text: string;
  readonly kind: "and" | "or" | "one";
  readonly args: readonly Condition[];
  /** It asks whether a column is one of these values. */
  readonly list: List | undefined;
  /** It asks whether a column is none of these values. */
  readonly none: List | undefined;
  /** It asks whether there is a row that meets this. */
  readonly row: { readonly of: string; readonly where: Condition } | undefined;
  readonly bound: Bound | undefined;
}

/** `n <= 24`. */
interface Bound {
  readonly on: string;
  readonly upper: boolean;
  readonly strict: boolean;
  readonly value: number;
}

/** `nulls`: what is neither true nor false lets through, as in a CHECK. */
export function conditionOf(node: Node, nulls = false): Condition {
  const both = as(node, "BoolExpr");
  const kind = both?.boolop === "AND_EXPR" ? "and" : both?.boolop === "OR_EXPR" ? "or" : undefined;
  const parts = kind ? both?.args : sidesOf(node);
  const args = (parts ?? []).map((arm) => conditionOf(arm, nulls));
  const own = kind ?? (args.length > 0 ? "and" : "one");
  return {
    text: plain(node),
    kind: own,
    args: args.flatMap((arm) => (arm.kind === own ? arm.args : [arm])),
    list: listOf(node, nulls),
    none: noneOf(node),
    row: rowOf(node),
    bound: boundOf(node),
  };
}

/** Whether whatever meets `before` certainly meets `after`. */
export function implies(before: Condition, after: Condition): boolean {
  if (before.text === after.text || isTrue(after)) return true;
  if (after.kind === "and") return after.args.every((arm) => implies(before, arm));
  if (before.kind === "or") return before.args.every((arm) => implies(arm, after));
  if (after.kind === "or" && after.args.some((arm) => implies(before, arm))) return true;
  if (before.kind === "and" && before.args.some((arm) => implies(arm, after))) return true;
  if (before.row && before.row.of === after.row?.of) return implies(before.row.where, after.row.where);
  return (
    isWithin(before.list, after.list) ||
    // Who is none of many is none of some of them, and who is one of others is none of these.
    isWithin(after.none, before.none) ||
    isApart(before.list, after.none) ||
    isBelow(before.bound, after.bound)
  );
}

/** Whether `after` refuses some that `before` lets through: a value that it lists no more. */
export function refuses(before: Condition, after: Condition): boolean {
  if (after.kind === "and") return after.args.some((arm) => refuses(before, arm));
  const { list } = after;
  const arms = before.kind === "and" ? before.args : [before];
  if (!list) return false;
  const on = arms.filter((arm) => arm.text.includes(`"sval":${JSON.stringify(list.column)}`));
  const [first = [], ...others] = on.map((arm) => (arm.list?.column === list.column ? arm.list.values : []));
  return first.some((one) => !list.values.includes(one) && others.every((values) => values.includes(one)));
}

export function isTrue({ text }: Condition): boolean {
  return text === '{"A_Const":{"boolval":{"boolval":true}}}';
}

function isWithin(had: List | undefined, has: List | undefined): boolean {
  return (
    had !== undefined && had.column === has?.column && had.values.every((one) => has.values.includes(one))
  );
}

function isApart(had: List | undefined, none: List | undefined): boolean {
  return (
    had !== undefined && had.column === none?.column && !had.values.some((one) => none.values.includes(one))
  );
}

function isBelow(had: Bound | undefined, has: Bound | undefined): boolean {
  if (!had || had.on !== has?.on || had.upper !== has.upper) return false;
  if (had.value === has.value) return had.strict || !has.strict;
  return had.upper ? had.value < has.value : had.value > has.value;
}

/** `EXISTS (SELECT … FROM t WHERE …)`: what is selected does not matter, as long as nothing counts or cuts off rows. */
function rowOf(node: Node): Condition["row"] {
  const link = as(node, "SubLink");
  const { whereClause, targetList: _, ...rest } = as(link?.subselect, "SelectStmt") ?? {};
  if (link?.subLinkType !== "EXISTS_SUBLINK" || !whereClause || !rest.fromClause) return undefined;
  if (rest.groupClause || rest.havingClause || rest.limitCount || rest.limitOffset) return undefined;
  // Here a condition that is neither true nor false finds no row.
  return { of: plain({ SelectStmt: rest }), where: conditionOf(whereClause) };
}

/** `n BETWEEN 1 AND 5` asks for both. */
function sidesOf(node: Node): readonly Node[] {
  const { kind, lexpr, rexpr } = as(node, "A_Expr") ?? {};
  const ends = as(rexpr, "List")?.items ?? [];
  if (kind !== "AEXPR_BETWEEN" || !lexpr || ends.length !== 2) return [];
  return ends.map((end, at): Node => {
    const name: Node[] = [{ String: { sval: at === 0 ? ">=" : "<=" } }];
    return { A_Expr: { kind: "AEXPR_OP", name, lexpr, rexpr: end } };
  });
}

function boundOf(node: Node): Bound | undefined {
  const { kind, name, lexpr, rexpr } = as(node, "A_Expr") ?? {};
  const operator = partsOf(name).at(-1) ?? "";
  if (kind !== "AEXPR_OP" || !["<", "<=", ">", ">="].includes(operator) || !lexpr || !rexpr) return undefined;
  const [left, right] = [numberOf(lexpr), numberOf(rexpr)];
  const [on, value] = right === undefined ? [rexpr, left] : [lexpr, right];
  if (value === undefined || (left !== undefined && right !== undefined)) return undefined;
  const upper = operator.startsWith("<") === (right !== undefined);
  return { on: plain(on), upper, strict: operator.length === 1, value };
}

function numberOf(node: Node | undefined): number | undefined {
  const { name, lexpr, rexpr } = as(node, "A_Expr") ?? {};
  if (lexpr === undefined && rexpr && partsOf(name).at(-1) === "-") {
    const value = numberOf(rexpr);
    return value === undefined ? undefined : -value;
  }
  const constant = as(node, "A_Const");
  const digits = constant?.ival ? String(constant.ival.ival ?? 0) : constant?.fval?.fval;
  return digits === undefined ? undefined : Number(digits);
}

/** `(select auth.uid())` asks once what `auth.uid()` asks for every row. */
function plain(node: Node): string {
  return JSON.stringify(unwrapped(node), (key, value: unknown) => (isPlace(key) ? undefined : value));
}

function unwrapped(tree: unknown): unknown {
  if (Array.isArray(tree)) return tree.map(unwrapped);
  if (typeof tree !== "object" || tree === null) return tree;
  const select = as(as(tree as Node, "SubLink")?.subselect, "SelectStmt");
  const [only, ...more] = select?.targetList ?? [];
  if (select && only && more.length === 0 && !select.fromClause && !select.whereClause)
    return unwrapped(as(only, "ResTarget")?.val);
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, unwrapped(value)]));
}
