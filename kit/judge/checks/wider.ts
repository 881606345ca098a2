import type { Node } from "libpg-query";
import { constraintNamed } from "../catalog/constraint-names.ts";
import type { Context } from "../hit.ts";
import { as } from "../walk.ts";
import { columnsIn } from "./new-columns.ts";
import { conditionOf, implies } from "./condition.ts";

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
  // What is neither true nor false meets a CHECK.
  return implies(conditionOf(had, true), conditionOf(check, true));
}

function isDropOf(constraint: string, node: Node): boolean {
  const { subtype, name = "?" } = as(node, "AlterTableCmd") ?? {};
  return subtype === "AT_DropConstraint" && constraint.endsWith(`.${name}`);
}
