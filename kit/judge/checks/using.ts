import type { Node } from "libpg-query";
import { fullType } from "../catalog/columns.ts";
import { partsOf } from "../names.ts";
import { as, contains } from "../walk.ts";
import { typeChange } from "./type-change.ts";

/** What becomes of a column's values: each can still be told from the others, or not, or none of it is left. */
export type Fate = "kept" | "cut" | "replaced";

const columnRef: ReadonlySet<string> = new Set(["ColumnRef"]);

/** From what these return, what they were given can be had back. */
const reversible: ReadonlySet<string> = new Set(
  (
    "to_json to_jsonb to_timestamp timezone json_build_array jsonb_build_array json_build_object jsonb_build_object " +
    "array_to_json array_to_string string_to_array nullif numrange int4range int8range tsrange tstzrange daterange " +
    "encode decode convert_from convert_to date_part extract make_interval jsonb array_append array_remove"
  ).split(" "),
);

/** What a USING expression makes of a column of a type that may be unknown. */
export function fateOf(using: Node | undefined, type: string | undefined): Fate {
  if (using === undefined) return "kept";
  if (!contains(using, columnRef)) return "replaced";
  return keeps(using, type) ? "kept" : "cut";
}

function keeps(node: Node | undefined, type: string | undefined): boolean {
  if (node === undefined || as(node, "ColumnRef")) return true;
  const cast = as(node, "TypeCast");
  if (cast) return keeps(cast.arg, type) && !cuts(typeIn(cast.arg, type), fullType(cast.typeName));
  const array = as(node, "A_ArrayExpr");
  if (array) return (array.elements ?? []).every((element) => keeps(element, type));
  const either = as(node, "CoalesceExpr");
  if (either) return keeps(either.args?.[0], type);
  const call = as(node, "FuncCall");
  if (call) {
    const known = reversible.has(partsOf(call.funcname).at(-1) ?? "");
    return (
      known && (call.args ?? []).every((argument) => !contains(argument, columnRef) || keeps(argument, type))
    );
  }
  const sum = as(node, "A_Expr");
  const nullif = sum?.kind === "AEXPR_NULLIF";
  if (!sum || (!nullif && !["+", "-", "*", "||"].includes(partsOf(sum.name).at(-1) ?? ""))) return false;
  return [sum.lexpr, sum.rexpr].every((side) => !contains(side, columnRef) || keeps(side, type));
}

const limited = /^(?:varchar|bpchar|bit|varbit)\((\d+)\)$/;

/** The type of what is cast: the column's, or the one of the cast inside. */
function typeIn(node: Node | undefined, type: string | undefined): string | undefined {
  const inner = as(node, "TypeCast");
  if (inner) return fullType(inner.typeName);
  return as(node, "ColumnRef") ? type : undefined;
}

/** A cast that is written out shortens a text, or bits, in silence, where an assignment would refuse it. */
function cuts(from: string | undefined, to: string): boolean {
  const [, limit] = limited.exec(to) ?? [];
  const [, had] = limited.exec(from ?? "") ?? [];
  if (limit !== undefined) return Number(had ?? Infinity) > Number(limit);
  return typeChange(from, to).loses;
}
