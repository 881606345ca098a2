import type { Node } from "libpg-query";
import { partsOf } from "../../../judge/names.ts";
import { as } from "../../../judge/walk.ts";

/**
 * What a statement outside of a transaction makes, so that it can be seen whether it was done. Names as SQL writes them;
 * that of an index, a database or the like as it is.
 */
export type Lone =
  | {
      readonly kind: "index";
      readonly table: string;
      readonly name: string | undefined;
      readonly keys: readonly string[];
      readonly unique: boolean;
    }
  | { readonly kind: "drop-index"; readonly name: string }
  | { readonly kind: "reindex"; readonly table: string | undefined; readonly index: string | undefined }
  | { readonly kind: "reindex-all"; readonly schema: string | undefined }
  | { readonly kind: "detach"; readonly table: string; readonly partition: string }
  | {
      readonly kind: "presence";
      readonly catalog: "pg_database" | "pg_tablespace" | "pg_subscription";
      readonly name: string;
      readonly wanted: boolean;
    }
  | { readonly kind: "once" }
  | { readonly kind: "again" };

/**
 * Reads it from the syntax tree. `once`: it commits as it goes, so that nobody can tell how far it came. `again`: doing it
 * twice does no harm.
 */
export function loneOf(node: Node): Lone {
  if (as(node, "DoStmt") ?? as(node, "CallStmt")) return { kind: "once" };
  return indexOf(node) ?? detachOf(node) ?? presenceOf(node) ?? { kind: "again" };
}

function indexOf(node: Node): Lone | undefined {
  const made = as(node, "IndexStmt");
  if (made) {
    const params = [...(made.indexParams ?? []), ...(made.indexIncludingParams ?? [])];
    const keys = params.map((param) => as(param, "IndexElem")?.name ?? "");
    const { idxname: name, unique = false } = made;
    return { kind: "index", table: rangeOf(made.relation), name, keys, unique };
  }
  const dropped = as(node, "DropStmt");
  if (dropped) return { kind: "drop-index", name: quoted(partsOf(as(dropped.objects?.[0], "List")?.items)) };
  const again = as(node, "ReindexStmt");
  if (!again) return undefined;
  if (!again.relation)
    return { kind: "reindex-all", schema: again.kind === "REINDEX_OBJECT_SCHEMA" ? again.name : undefined };
  const range = again.relation ? rangeOf(again.relation) : undefined;
  const isIndex = again.kind === "REINDEX_OBJECT_INDEX";
  return { kind: "reindex", table: isIndex ? undefined : range, index: isIndex ? range : undefined };
}

function detachOf(node: Node): Lone | undefined {
  const altered = as(node, "AlterTableStmt");
  const command = as(altered?.cmds?.[0], "AlterTableCmd");
  const partition = as(command?.def, "PartitionCmd")?.name;
  return altered && { kind: "detach", table: rangeOf(altered.relation), partition: rangeOf(partition) };
}

function presenceOf(node: Node): Lone | undefined {
  const presence = (
    catalog: Extract<Lone, { kind: "presence" }>["catalog"],
    name: string | undefined,
    wanted: boolean,
  ) => (name === undefined ? undefined : ({ kind: "presence", catalog, name, wanted } as const));
  return (
    presence("pg_database", as(node, "CreatedbStmt")?.dbname, true) ??
    presence("pg_database", as(node, "DropdbStmt")?.dbname, false) ??
    presence("pg_tablespace", as(node, "CreateTableSpaceStmt")?.tablespacename, true) ??
    presence("pg_tablespace", as(node, "DropTableSpaceStmt")?.tablespacename, false) ??
    presence("pg_subscription", as(node, "CreateSubscriptionStmt")?.subname, true) ??
    presence("pg_subscription", as(node, "DropSubscriptionStmt")?.subname, false)
  );
}

interface Range {
  readonly schemaname?: string;
  readonly relname?: string;
}

function rangeOf({ schemaname, relname = "" }: Range = {}): string {
  return quoted(schemaname === undefined ? [relname] : [schemaname, relname]);
}

/** As a person would write it. */
function quoted(parts: readonly string[]): string {
  const plain = /^[a-z_][a-z0-9_$]*$/;
  return parts.map((part) => (plain.test(part) ? part : `"${part.replaceAll('"', '""')}"`)).join(".");
}
