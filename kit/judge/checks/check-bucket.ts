import type { Node } from "libpg-query";
import { bucketsIn } from "../catalog/buckets.ts";
import { textsIn } from "../catalog/settings.ts";
import type { Context, Hit } from "../hit.ts";
import { relationName } from "../names.ts";
import { type NodeOf, as } from "../walk.ts";
import { isOff } from "./option.ts";

/** Columns of storage.buckets by which an upload is refused. */
const limits: readonly string[] = ["file_size_limit", "allowed_mime_types"];

/** Supabase keeps who may do what with a bucket in its row. */
export function checkBucket(
  { relation, targetList, whereClause }: NodeOf<"UpdateStmt">,
  context: Context,
): readonly Hit[] {
  if (relationName(relation) !== "storage.buckets") return [];
  const set = new Map(
    (targetList ?? []).map((node) => {
      const { name = "?", val } = as(node, "ResTarget") ?? {};
      return [name, val] as const;
    }),
  );
  const ids = textsIn(whereClause);
  return (ids.length > 0 ? ids : ["every bucket"]).flatMap((id) => restricted(id, set, context));
}

/** INSERT … ON CONFLICT DO UPDATE of a bucket that files before this one have made. */
export function checkBucketInsert(value: NodeOf<"InsertStmt">, context: Context): readonly Hit[] {
  if (value.onConflictClause?.action !== "ONCONFLICT_UPDATE") return [];
  const written = (value.onConflictClause.targetList ?? []).map((node) => as(node, "ResTarget")?.name ?? "?");
  return [...bucketsIn(value)].flatMap(([id, row]) => {
    if (!context.catalog.has(`bucket ${id}`)) return [];
    const set = new Map([...row].filter(([column]) => written.includes(column)));
    return restricted(id, set, context);
  });
}

function restricted(
  id: string,
  set: ReadonlyMap<string, Node | undefined>,
  { catalog, known }: Context,
): readonly Hit[] {
  if (known.has(`bucket ${id}`)) return [];
  const made = as(catalog.made(`bucket ${id}`), "InsertStmt");
  const had = made && bucketsIn(made).get(id);
  const wasPrivate = had !== undefined && (!had.has("public") || isOff(had.get("public")));
  const closed = set.has("public") && isOff(set.get("public")) && !wasPrivate;
  const limited = limits.some(
    (name) => set.has(name) && !isNull(set.get(name)) && !isSame(set.get(name), had?.get(name)),
  );
  return closed || limited ? [{ rule: "restrict-bucket", thing: id }] : [];
}

function isNull(value: Node | undefined): boolean {
  return as(value, "A_Const")?.isnull === true;
}

function isSame(one: Node | undefined, other: Node | undefined): boolean {
  const number = (node: Node | undefined): number | undefined => as(node, "A_Const")?.ival?.ival;
  if (one === undefined || other === undefined) return false;
  return number(one) === number(other) && textsIn(one).join() === textsIn(other).join();
}
