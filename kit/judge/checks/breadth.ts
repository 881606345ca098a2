import type { Node, SelectStmt, WithClause } from "libpg-query";
import { columnName, partsOf, relationName } from "../names.ts";
import { type NodeOf, as, contains } from "../walk.ts";
import { leavesFewOut } from "./others.ts";

/** What names rows by a value: a constant, or what is given when it runs. */
const value: ReadonlySet<string> = new Set(["A_Const", "ParamRef", "SubLink", "BooleanTest"]);
const columnRef: ReadonlySet<string> = new Set(["ColumnRef"]);

/**
 * Whether the condition of an UPDATE names no value, but only relates its rows to others or asks that something is there: then every
 * row is visited. In a body, variables look like columns, so where there is nothing to relate to, `a = b` may name one row.
 */
export function isBroad(
  { fromClause, whereClause }: NodeOf<"UpdateStmt">,
  isFilled: (name: string) => boolean,
  named: Sources,
): boolean {
  if (whereClause === undefined || !(fromClause ?? []).every((one) => isBroadSource(one, named)))
    return false;
  const related = fromClause !== undefined;
  return armsOf(whereClause).every((arm) => isBroadArm(arm, related, named) || isMissing(arm, isFilled));
}

function isBroadArm(arm: Node, related: boolean, named: Sources): boolean {
  const test = as(arm, "NullTest");
  if (test) return test.nulltesttype === "IS_NOT_NULL" && isOwn(test.arg);
  const link = as(arm, "SubLink");
  if (link) return isBroadLink(link, named);
  const either = as(arm, "BoolExpr");
  if (either?.boolop === "OR_EXPR") {
    const arms = either.args ?? [];
    return arms.some((one) => isBroadArm(one, related, named)) || isMissingOrOther(arms);
  }
  if (leavesFewOut(arm)) return true;
  const { kind, lexpr, rexpr } = as(arm, "A_Expr") ?? {};
  return kind === "AEXPR_OP" && related && [lexpr, rexpr].every((side) => isOfColumns(side));
}

/** A column, or what is under a key of its JSON. */
function isOwn(node: Node | undefined): boolean {
  if (as(node, "ColumnRef")) return true;
  const { name, lexpr } = as(node, "A_Expr") ?? {};
  return ["->", "->>", "#>", "#>>"].includes(partsOf(name).at(-1) ?? "") && isOwn(lexpr);
}

/** `id IN (SELECT …)` and `EXISTS (SELECT …)`. */
function isBroadLink(
  { subLinkType, testexpr, operName, subselect }: NodeOf<"SubLink">,
  named: Sources,
): boolean {
  const relates =
    subLinkType === "EXISTS_SUBLINK" ||
    (subLinkType === "ANY_SUBLINK" && operName === undefined && as(testexpr, "ColumnRef") !== undefined);
  return relates && isBroadSelect(as(subselect, "SelectStmt"), named);
}

/** What is selected before it is read from, by its name: the queries of a WITH. */
export type Sources = ReadonlyMap<string, Node | undefined>;

export function queriesOf(clause: WithClause | undefined, outer: Sources = new Map()): Sources {
  const own = (clause?.ctes ?? []).map((node) => as(node, "CommonTableExpr"));
  return new Map([...outer, ...own.map((one) => [one?.ctename ?? "?", one?.ctequery] as const)]);
}

export function isBroadSource(source: Node, named: Sources): boolean {
  const relation = as(source, "RangeVar");
  const name = relation?.schemaname === undefined ? (relation?.relname ?? "?") : relationName(relation);
  // Without itself: it may be recursive.
  const others = new Map([...named].filter(([one]) => one !== name));
  if (relation) return !named.has(name) || isBroadSelect(as(named.get(name), "SelectStmt"), others);
  const join = as(source, "JoinExpr");
  if (join)
    return (
      !contains(join.quals, value) &&
      [join.larg, join.rarg].every((side) => !side || isBroadSource(side, named))
    );
  return isBroadSelect(as(as(source, "RangeSubselect")?.subquery, "SelectStmt"), named);
}

/** A query that leaves no row out by a value. What it makes of a row does not matter. */
export function isBroadSelect(query: SelectStmt | undefined, outer: Sources = new Map()): boolean {
  const { fromClause, whereClause, havingClause, limitCount, withClause } = query ?? {};
  const named = queriesOf(withClause, outer);
  if (!fromClause || limitCount || contains(havingClause, value)) return false;
  if (!fromClause.every((one) => isBroadSource(one, named))) return false;
  const several = fromClause.length > 1 || as(fromClause[0], "JoinExpr") !== undefined;
  return whereClause === undefined || armsOf(whereClause).every((arm) => isInnerBroad(arm, several, named));
}

/** One relation has nothing to relate to but the rows outside, which are named with their table. */
function isInnerBroad(arm: Node, several: boolean, named: Sources): boolean {
  const { kind, lexpr, rexpr } = as(arm, "A_Expr") ?? {};
  const isVariable = [lexpr, rexpr].some((side) => as(side, "ColumnRef")?.fields?.length === 1);
  return isBroadArm(arm, kind !== "AEXPR_OP" || several || !isVariable, named);
}

function isOfColumns(side: Node | undefined): boolean {
  return contains(side, columnRef) && !contains(side, value);
}

/**
 * `c IS NULL` of a new column holds for every row; of one that is filled, for whatever has not been written yet. With OR, no
 * fewer rows are visited.
 */
function isMissing(arm: Node, isFilled: (name: string) => boolean): boolean {
  const { boolop, args = [] } = as(arm, "BoolExpr") ?? {};
  if (boolop === "OR_EXPR") return args.some((one) => isMissing(one, isFilled));
  const test = as(arm, "NullTest");
  const name = columnName(test?.arg);
  return test?.nulltesttype === "IS_NULL" && name !== undefined && isFilled(name);
}

/** `c IS NULL OR c < …`: whatever has not been written yet. */
function isMissingOrOther(arms: readonly Node[]): boolean {
  const [missing, other] = arms.length === 2 ? arms : [];
  const test = as(missing, "NullTest");
  const { kind, name, lexpr } = as(other, "A_Expr") ?? {};
  const column = columnName(test?.arg);
  const compares = kind === "AEXPR_OP" && ["<", "<=", "<>", ">", ">="].includes(partsOf(name).at(-1) ?? "");
  return test?.nulltesttype === "IS_NULL" && compares && column !== undefined && columnName(lexpr) === column;
}

function armsOf(condition: Node): readonly Node[] {
  const both = as(condition, "BoolExpr");
  return both?.boolop === "AND_EXPR" ? (both.args ?? []).flatMap(armsOf) : [condition];
}
