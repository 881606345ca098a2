import type { Constraint, Node } from "libpg-query";
import { constraintNamed } from "../catalog/constraint-names.ts";
import type { Context } from "../hit.ts";
import { partsOf, relationName } from "../names.ts";
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
  const had = formerOf(name, beside, { known, catalog })?.raw_expr;
  const table = tableOf(name);
  if (!had || !check) return false;
  // What it asks of a column that is made anew, it asks of other values.
  if (columnsIn(check).some((column) => known.has(`column ${table}.${column}`))) return false;
  // What is neither true nor false meets a CHECK.
  return implies(conditionOf(had, true), conditionOf(check, true));
}

/**
 * Whether a foreign key comes back under its name for the same columns: it refuses no row that was there. What is done
 * with rows that lose theirs may be another thing, as long as it does not refuse what was done with them before.
 */
export function isSameKey(
  name: string,
  key: Constraint,
  beside: readonly Node[],
  context: Pick<Context, "known" | "catalog">,
): boolean {
  const had = formerOf(name, beside, context);
  if (!had || relationName(had.pktable) !== relationName(key.pktable)) return false;
  const columns = partsOf(key.fk_attrs);
  // In the column's own line none is named; it is called after its column there.
  const own = partsOf(had.fk_attrs);
  const same = own.length > 0 ? own.join() === columns.join() : name.endsWith(`_${columns.join("_")}_fkey`);
  const asked = (one: Constraint): string =>
    [partsOf(one.pk_attrs).join(), one.fk_matchtype, one.deferrable, one.initdeferred].join(" ");
  return same && asked(had) === asked(key) && !refusesMore(had, key);
}

/** NO ACTION and RESTRICT refuse to take away a row that others name; the other actions do not. */
function refusesMore(had: Constraint, has: Constraint): boolean {
  const refuses = (action = "a"): boolean => action === "a" || action === "r";
  return (
    (!refuses(had.fk_del_action) && refuses(has.fk_del_action)) ||
    (!refuses(had.fk_upd_action) && refuses(has.fk_upd_action))
  );
}

/** The constraint of that name which the change set, or the statement itself, has taken away. */
function formerOf(
  name: string,
  beside: readonly Node[],
  { known, catalog }: Pick<Context, "known" | "catalog">,
): Constraint | undefined {
  const key = `constraint ${name}`;
  const here = beside.some((node) => isDropOf(name, node));
  const before = known.was(key) ?? (here ? catalog.made(key) : undefined);
  // Where the table was there, IF NOT EXISTS has made no constraint either.
  const certain =
    !as(before, "CreateStmt")?.if_not_exists || catalog.made(`table ${tableOf(name)}`) === before;
  return before && certain ? constraintNamed(before, name) : undefined;
}

function tableOf(constraint: string): string {
  return constraint.slice(0, constraint.lastIndexOf("."));
}

function isDropOf(constraint: string, node: Node): boolean {
  const { subtype, name = "?" } = as(node, "AlterTableCmd") ?? {};
  return subtype === "AT_DropConstraint" && constraint.endsWith(`.${name}`);
}
