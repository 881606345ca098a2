import { typeChange } from "../judge/checks/type-change.ts";
import type { Column } from "./catalog.ts";

const texts: ReadonlySet<string> = new Set(["pg_catalog.text", "pg_catalog.varchar"]);

/** The same for whoever reads or writes it; a text that may be longer is, and a time that is kept finer. */
export function sameType(was: Column, is: Column): boolean {
  if (texts.has(was.type) && texts.has(is.type)) {
    return is.modifier === -1 || (was.modifier !== -1 && is.modifier >= was.modifier);
  }
  if (was.type !== is.type) return false;
  return was.modifier === is.modifier || typeChange(fullType(was), fullType(is)).same;
}

/** Whether what a column holds loses a part of itself: a time of day, what stands behind the point. */
export function narrows(was: Column, is: Column): boolean {
  return typeChange(fullType(was), fullType(is)).loses;
}

/** As a migration writes it: `numeric(10,2)`. */
function fullType({ type, modifier }: Column): string {
  const name = type.replace(/^pg_catalog\./, "").replace(/^_(.*)$/, "$1[]");
  if (modifier < 0) return name;
  if (/^(?:time|bit|varbit)/.test(name)) return `${name}(${modifier})`;
  if (name === "interval") return `${name}(${intervalOf(modifier)})`;
  if (modifier < 4) return name;
  const given = modifier - 4;
  if (name === "numeric") return `numeric(${given >> 16},${given & 0x7ff})`;
  return name === "varchar" || name === "bpchar" ? `${name}(${given})` : name;
}

/** Its fields, and the digits of its seconds, if they are said. */
function intervalOf(modifier: number): string {
  const [fields, digits] = [(modifier >> 16) & 0x7fff, modifier & 0xffff];
  return digits === 0xffff ? `${fields}` : `${fields},${digits}`;
}
