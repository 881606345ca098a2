import type { Node } from "libpg-query";
import { relationName } from "../names.ts";
import { type NodeOf, as } from "../walk.ts";

/** The rows that an INSERT writes into Supabase's table of buckets, by their ids; each by its columns. */
export function bucketsIn({
  relation,
  cols,
  selectStmt,
}: NodeOf<"InsertStmt">): ReadonlyMap<string, ReadonlyMap<string, Node>> {
  const rows = new Map<string, ReadonlyMap<string, Node>>();
  if (relationName(relation) !== "storage.buckets") return rows;
  const names = (cols ?? []).map((node) => as(node, "ResTarget")?.name ?? "?");
  for (const node of as(selectStmt, "SelectStmt")?.valuesLists ?? []) {
    const values = as(node, "List")?.items ?? [];
    const row = new Map(names.flatMap((name, at) => (values[at] ? [[name, values[at]] as const] : [])));
    const id = as(row.get("id"), "A_Const")?.sval?.sval;
    if (id !== undefined) rows.set(id, row);
  }
  return rows;
}
