import type { AlterTableCmd } from "libpg-query";
import type { Context } from "../hit.ts";
import { relationName } from "../names.ts";
import { type RuleId, ruleOf } from "../rules.ts";
import { type NodeOf, as } from "../walk.ts";

const rowless: ReadonlySet<string> = new Set(["OBJECT_FOREIGN_TABLE", "OBJECT_SEQUENCE", "OBJECT_VIEW"]);

/**
 * Whether an ALTER is of something that keeps rows here. A type's tables are written anew only where CASCADE changes them
 * with it, and an index is only when it is moved.
 */
export function keepsRows(
  { objtype = "OBJECT_TABLE", relation }: NodeOf<"AlterTableStmt">,
  { subtype, behavior }: AlterTableCmd,
  { made }: Pick<Context["catalog"], "made">,
): boolean {
  if (objtype === "OBJECT_TYPE") return behavior === "DROP_CASCADE";
  if (objtype === "OBJECT_INDEX") return subtype === "AT_SetTableSpace";
  const isForeign = as(made(`table ${relationName(relation)}`), "CreateForeignTableStmt") !== undefined;
  return !rowless.has(objtype) && !isForeign;
}

/** A rule about rows that are read or written under a lock. */
export function isOfRows(rule: RuleId): boolean {
  return ruleOf(rule).axes[0] === "lock_hazard";
}
