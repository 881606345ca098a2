import { typeChange } from "../judge/checks/type-change.ts";
import type { Column } from "./catalog.ts";

const texts: ReadonlySet<string> = new Set(["pg_catalog.text", "pg_catalog.varchar"]);

/** The same for whoever reads or writes it; a text that may be longer is. */
export function sameType(was: Column, is: Column): boolean {
  if (texts.has(was.type) && texts.has(is.type)) {
    return is.modifier === -1 || (was.modifier !== -1 && is.modifier >= was.modifier);
  }
  return was.type === is.type && was.modifier === is.modifier;
}

/** Whether what a column holds loses a part of itself: a time of day, what stands behind the point. */
export function narrows(was: Column, is: Column): boolean {
  return typeChange(fullType(was), fullType(is)).loses;
}

/** As a migration writes it: `numeric(10,2)`. */
function fullType({ type, modifier }: Column): string {
  const name = type.replace(/^pg_catalog\./, "").replace(/^_(.*)$/, "$1[]");
  if (modifier < 4) return name;
  const given = modifier - 4;
  if (name === "numeric") return `numeric(${given >> 16},${given & 0x7ff})`;
  return name === "varchar" || name === "bpchar" ? `${name}(${given})` : name;
}
