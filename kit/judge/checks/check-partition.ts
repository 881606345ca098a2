import type { AlterTableCmd } from "libpg-query";
import type { Context, Hit } from "../hit.ts";
import { relationName } from "../names.ts";
import { type NodeOf, as } from "../walk.ts";
import { isWithinBounds } from "./bounds.ts";

/** All rows of a live partition are read, unless a CHECK has proven that they fit. */
export function attachPartition(table: string, { def }: AlterTableCmd, context: Context): readonly Hit[] {
  const { name, bound } = as(def, "PartitionCmd") ?? {};
  const partition = relationName(name);
  const reads =
    !context.known.fresh(`table ${partition}`) && !isWithinBounds(table, partition, bound, context);
  return [
    ...(reads ? [{ rule: "attach-scan", thing: partition } as const] : []),
    ...(bound?.is_default ? [] : ofRest(table, partition, context)),
  ];
}

/** CREATE TABLE … PARTITION OF. */
export function checkNewPartition(
  { relation, inhRelations, partbound }: NodeOf<"CreateStmt">,
  context: Context,
): readonly Hit[] {
  const parent = as(inhRelations?.[0], "RangeVar");
  if (!parent || !partbound || partbound.is_default) return [];
  return ofRest(relationName(parent), relationName(relation), context);
}

/** The default partition is read under a lock: none of its rows may belong into the new one. */
function ofRest(table: string, partition: string, { catalog, known }: Context): readonly Hit[] {
  const rest = catalog.restOf(table);
  if (rest === undefined || rest === partition || known.fresh(`table ${rest}`)) return [];
  const note = `it is the default partition of ${table}, and none of its rows may belong into ${partition}`;
  return [{ rule: "attach-scan", thing: rest, note }];
}
