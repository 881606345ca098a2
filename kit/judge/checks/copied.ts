import type { Node } from "libpg-query";
import { relationName } from "../names.ts";
import { as } from "../walk.ts";

/** A statement that writes every row of a table into another: from which, and into which. */
export interface Copy {
  readonly from: string;
  readonly to: string;
}

/** `CREATE TABLE x AS SELECT … FROM t` and `INSERT INTO x SELECT … FROM t`, without a condition that leaves rows out. */
export function copyIn(node: Node): Copy | undefined {
  const made = as(node, "CreateTableAsStmt");
  const insert = as(node, "InsertStmt");
  const select = as(made?.query ?? insert?.selectStmt, "SelectStmt");
  const target = made?.into?.rel ?? insert?.relation;
  const [only, ...more] = select?.fromClause ?? [];
  const source = as(only, "RangeVar");
  if (!select || !target || target.relpersistence === "t" || !source || more.length > 0) return undefined;
  const { whereClause, limitCount, groupClause, distinctClause, havingClause, op } = select;
  const less = whereClause ?? limitCount ?? groupClause ?? distinctClause ?? havingClause;
  if (less !== undefined || (op !== undefined && op !== "SETOP_NONE")) return undefined;
  return { from: relationName(source), to: relationName(target) };
}
