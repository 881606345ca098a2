import { finest, read, type Type } from "./type-parts.ts";

/** What a change of a column's type does. */
export interface TypeChange {
  /** Values may lose a part of themselves. */
  readonly loses: boolean;
  /** The table is written anew while nobody may use it. */
  readonly rewrites: boolean;
  /** Nobody sees a difference. */
  readonly same: boolean;
}

const whole: ReadonlySet<string> = new Set(["int2", "int4", "int8"]);
const broken: ReadonlySet<string> = new Set(["numeric", "float4", "float8"]);
const moments: ReadonlySet<string> = new Set(["timestamp", "timestamptz"]);
const texts: ReadonlySet<string> = new Set(["text", "varchar", "citext"]);
/** Kept to a part of a second, an interval also to a field. */
const timed: ReadonlySet<string> = new Set(["timestamp", "timestamptz", "time", "timetz", "interval"]);

/** `was` is undefined where it is not known. */
export function typeChange(was: string | undefined, is: string): TypeChange {
  if (was === undefined) return { loses: false, rewrites: true, same: false };
  const [from, to] = [read(was), read(is)];
  const loses = cutsOff(from, to);
  if (was === is) return { loses: false, rewrites: false, same: true };
  if (texts.has(from.name) && texts.has(to.name)) {
    const wider =
      to.modifiers.length === 0 || (from.modifiers[0] ?? Infinity) <= (to.modifiers[0] ?? Infinity);
    return { loses: false, rewrites: !wider, same: wider && from.name === to.name };
  }
  if (from.name === "numeric" && to.name === "numeric") {
    const free = to.modifiers.length === 0;
    const [precision = Infinity, scale = 0] = from.modifiers;
    const wider = free || ((to.modifiers[0] ?? 0) >= precision && (to.modifiers[1] ?? 0) === scale);
    return { loses, rewrites: !wider, same: wider };
  }
  const longer = from.name === "varbit" && (from.modifiers[0] ?? Infinity) <= (to.modifiers[0] ?? Infinity);
  const wider = from.name === to.name && (longer || (timed.has(from.name) && !loses));
  return { loses, rewrites: !wider, same: wider };
}

/** With a time zone or without: in a session whose zone is UTC, as Supabase's are, both are kept as the same bytes. */
export function isSameMoment(was: string | undefined, is: string): boolean {
  const [from, to] = [read(was ?? "?"), read(is)];
  return moments.has(from.name) && moments.has(to.name) && finest(to) >= finest(from);
}

function cutsOff(from: Type, to: Type): boolean {
  return (
    (broken.has(from.name) && whole.has(to.name)) ||
    (moments.has(from.name) && ["date", "time", "timetz"].includes(to.name)) ||
    (from.name === "interval" && to.name === "time") ||
    (from.name === "timetz" && to.name === "time") ||
    (timed.has(from.name) && from.name === to.name && finest(to) < finest(from)) ||
    (["float8", "numeric"].includes(from.name) && to.name === "float4") ||
    (from.name === "numeric" && to.name === "float8") ||
    (from.name === "numeric" && to.name === "numeric" && (to.modifiers[1] ?? 99) < (from.modifiers[1] ?? 99))
  );
}
