import type { Node, ObjectWithArgs, RangeVar, TypeName } from "libpg-query";
import { as } from "./walk.ts";

/** The parts of a qualified name: `[String, String]` becomes `["public", "t"]`. */
export function partsOf(nodes: readonly Node[] | undefined): readonly string[] {
  return (nodes ?? []).map((node) => as(node, "String")?.sval ?? "?");
}

/** `schema.name`; a name without a schema is taken to be in `public`. */
export function qualified(parts: readonly string[]): string {
  return parts.length > 1 ? parts.slice(-2).join(".") : `public.${parts[0] ?? "?"}`;
}

/** The column of `c`, `t.c` or `s.t.c`; undefined for anything else. */
export function columnName(node: Node | undefined): string | undefined {
  return as(as(node, "ColumnRef")?.fields?.at(-1), "String")?.sval;
}

/** `schema.name` of a relation; a temporary one is in `pg_temp`. */
export function relationName(relation: RangeVar | undefined): string {
  const schema = relation?.relpersistence === "t" ? "pg_temp" : (relation?.schemaname ?? "public");
  return `${schema}.${relation?.relname ?? "?"}`;
}

/** A type as it compares: without its schema where the usual search path leads to it, with `[]` for arrays. */
export function typeText(type: TypeName | undefined): string {
  const [first = "?", ...rest] = partsOf(type?.names);
  const isUsual = rest.length > 0 && (first === "pg_catalog" || first === "public");
  return `${(isUsual ? rest : [first, ...rest]).join(".")}${"[]".repeat(type?.arrayBounds?.length ?? 0)}`;
}

/** `schema.name(int4,text)`; `(?)` where the arguments are not given. */
export function signature(object: ObjectWithArgs): string {
  const types = (object.objargs ?? []).map((node) => typeText(as(node, "TypeName")));
  return `${qualified(partsOf(object.objname))}(${object.args_unspecified ? "?" : types.join(",")})`;
}
