import type { Node } from "libpg-query";
import { relationName } from "../names.ts";
import { as } from "../walk.ts";

/** The default partition that a statement makes or attaches, `public.t`. */
export function defaultPartition(node: Node | undefined): string | undefined {
  return restIn(node)?.partition;
}

/** The parent, by `rest public.parent`, and its default partition, where a statement makes or attaches one. */
export function restIn(
  node: Node | undefined,
): { readonly key: string; readonly partition: string } | undefined {
  const { relation, inhRelations, partbound } = as(node, "CreateStmt") ?? {};
  const parent = as(inhRelations?.[0], "RangeVar");
  if (parent && partbound?.is_default)
    return { key: `rest ${relationName(parent)}`, partition: relationName(relation) };
  const alter = as(node, "AlterTableStmt");
  const attached = (alter?.cmds ?? [])
    .map((one) => as(as(one, "AlterTableCmd")?.def, "PartitionCmd"))
    .find((one) => one?.bound?.is_default);
  return attached && { key: `rest ${relationName(alter?.relation)}`, partition: relationName(attached.name) };
}
