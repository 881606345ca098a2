import type { ColumnDef, Constraint, Node } from "libpg-query";
import { typeText } from "../names.ts";
import { as } from "../walk.ts";

/** A column as the statements made it. `type` has its modifiers: `varchar(10)`. */
export interface Column {
  readonly type: string;
  /** Computed from other columns. */
  readonly generated: boolean;
  /** Computed, and kept nowhere. */
  readonly virtual: boolean;
  /** Whoever leaves it out gets a value: a default, a number of its own, what is computed. */
  readonly filled: boolean;
  readonly notNull: boolean;
  /** A number of its own, beside which no other is taken, or it was before it was dropped. */
  readonly always?: boolean;
  /** One row at most has a value. */
  readonly unique: boolean;
}

const serials: ReadonlySet<string> = new Set(["serial", "bigserial", "smallserial", "serial4", "serial8"]);

export function isSerial(column: ColumnDef): boolean {
  return serials.has(typeText(column.typeName));
}

/** Computed when it is read, and kept nowhere. */
export function isVirtual(column: ColumnDef): boolean {
  return (column.constraints ?? []).some((node) => as(node, "Constraint")?.generated_kind === "v");
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
    virtual: isVirtual(column),
    filled:
      isSerial(column) ||
      ["CONSTR_DEFAULT", "CONSTR_IDENTITY", "CONSTR_GENERATED"].some((kind) => kinds.has(kind)),
    notNull: key || kinds.has("CONSTR_NOTNULL") || kinds.has("CONSTR_IDENTITY") || isSerial(column),
    always: (column.constraints ?? []).some((one) => isAlways(as(one, "Constraint"))),
    unique: key || kinds.has("CONSTR_UNIQUE"),
  };
}

/** A type with its modifiers. */
export function fullType(type: ColumnDef["typeName"]): string {
  const modifiers = (type?.typmods ?? []).map((node) => as(node, "A_Const")?.ival?.ival ?? 0);
  const name = typeText(type).replace(/^public\./, "");
  return modifiers.length === 0 ? name : name.replace(/(\[\])*$/, `(${modifiers.join(",")})$&`);
}

/** GENERATED ALWAYS AS IDENTITY. */
export function isAlways(constraint: Constraint | undefined): boolean {
  return constraint?.contype === "CONSTR_IDENTITY" && constraint.generated_when === "a";
}
