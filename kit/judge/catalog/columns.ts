import type { ColumnDef, Node } from "libpg-query";
import { typeText } from "../names.ts";
import { as } from "../walk.ts";

/** A column as the statements made it. `type` has its modifiers: `varchar(10)`. */
export interface Column {
  readonly type: string;
  /** Computed from other columns, and kept. */
  readonly generated: boolean;
  readonly notNull: boolean;
  /** One row at most has a value. */
  readonly unique: boolean;
}

const serials: ReadonlySet<string> = new Set(["serial", "bigserial", "smallserial", "serial4", "serial8"]);

export function isSerial(column: ColumnDef): boolean {
  return serials.has(typeText(column.typeName));
}

/** The kinds of constraints that a column is declared with. */
export function constraintsOf(column: ColumnDef): ReadonlyMap<string, Node | undefined> {
  return new Map(
    (column.constraints ?? []).map((node) => {
      const constraint = as(node, "Constraint");
      return [constraint?.contype ?? "?", constraint?.raw_expr];
    }),
  );
}

export function columnOf(column: ColumnDef): Column {
  const kinds = constraintsOf(column);
  const key = kinds.has("CONSTR_PRIMARY");
  return {
    type: fullType(column.typeName),
    generated: kinds.has("CONSTR_GENERATED"),
    notNull: key || kinds.has("CONSTR_NOTNULL") || kinds.has("CONSTR_IDENTITY") || isSerial(column),
    unique: key || kinds.has("CONSTR_UNIQUE"),
  };
}

/** A type with its modifiers. */
export function fullType(type: ColumnDef["typeName"]): string {
  const modifiers = (type?.typmods ?? []).map((node) => as(node, "A_Const")?.ival?.ival ?? 0);
  const name = typeText(type).replace(/^public\./, "");
  return modifiers.length === 0 ? name : name.replace(/(\[\])*$/, `(${modifiers.join(",")})$&`);
}
