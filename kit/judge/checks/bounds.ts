import type { Node, PartitionBoundSpec } from "libpg-query";
import type { Context } from "../hit.ts";
import { columnName, partsOf } from "../names.ts";
import { as } from "../walk.ts";
import { conditionOf } from "./condition.ts";
import { valuesOf } from "./value-list.ts";

/** Whether valid CHECKs of a table say that each row is within the bounds of the partition that it becomes. */
export function isWithinBounds(
  parent: string,
  partition: string,
  bound: PartitionBoundSpec | undefined,
  { catalog }: Pick<Context, "catalog">,
): boolean {
  const { partParams = [] } = as(catalog.made(`table ${parent}`), "CreateStmt")?.partspec ?? {};
  const key = as(partParams[0], "PartitionElem")?.name;
  if (!bound || key === undefined || partParams.length > 1) return false;
  // What is NULL meets a CHECK, and belongs into no such partition.
  if (!catalog.column(partition, key)?.notNull && !catalog.provenNotNull(partition, key)) return false;
  const arms = catalog.validChecks(partition).flatMap(armsOf);
  if (bound.strategy === "l") return isListed(key, bound.listdatums ?? [], arms);
  const [low, high] = [bound.lowerdatums?.[0], bound.upperdatums?.[0]];
  return bound.strategy === "r" && isBound(key, ">=", low, arms) && isBound(key, "<", high, arms);
}

function armsOf(check: Node): readonly Node[] {
  const both = as(check, "BoolExpr");
  return both?.boolop === "AND_EXPR" ? (both.args ?? []).flatMap(armsOf) : [check];
}

/** MINVALUE and MAXVALUE bound nothing. */
function isBound(key: string, operator: string, datum: Node | undefined, arms: readonly Node[]): boolean {
  if (columnName(datum) !== undefined) return true;
  const value = valueOf(datum);
  return (
    value !== undefined &&
    arms.some((arm) => {
      const { kind, name, lexpr, rexpr } = as(arm, "A_Expr") ?? {};
      if (kind !== "AEXPR_OP" || partsOf(name).at(-1) !== operator) return false;
      return columnName(lexpr) === key && valueOf(rexpr) === value;
    })
  );
}

function isListed(key: string, datums: readonly Node[], arms: readonly Node[]): boolean {
  const values = datums.map(valueOf);
  return arms.some((arm) => {
    const { list } = conditionOf(arm, true);
    return list?.column === key && list.values.every((value) => values.includes(value));
  });
}

function valueOf(datum: Node | undefined): string | undefined {
  const values = datum && valuesOf(datum);
  return values?.length === 1 ? values[0] : undefined;
}
