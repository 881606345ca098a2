/** A type as a migration writes it, taken apart: `numeric(10,2)[]`. */
export interface Type {
  readonly name: string;
  readonly modifiers: readonly number[];
}

export function read(text: string): Type {
  const [, name = text, modifiers = "", array = ""] =
    /^([^([]*)(?:\(([\d,]*)\))?((?:\[\])*)$/.exec(text) ?? [];
  return { name: name + array, modifiers: modifiers === "" ? [] : modifiers.split(",").map(Number) };
}

/** PostgreSQL's bits for the fields of an interval, from coarse to fine: year, month, day, hour, minute, second. */
const fields = [4, 2, 8, 1024, 2048, 4096];

/** How fine the smallest part is that a time, moment or interval keeps: seconds with six digits are the finest. */
export function finest({ name, modifiers }: Type): number {
  if (!name.startsWith("interval")) return modifiers[0] ?? 6;
  const [mask = 0x7fff, digits = 6] = modifiers;
  const field = fields.findLastIndex((bit) => (mask & bit) !== 0);
  return field === fields.length - 1 ? digits : field - fields.length;
}
