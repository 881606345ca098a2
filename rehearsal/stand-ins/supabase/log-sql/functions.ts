import { QueryError } from "./tokens.ts";
import { fieldsOf } from "../../../../kit/ports/json-object.ts";

/** What a cell can be. Conditions are 0 or 1. */
export type Cell = string | number | null;

type Plain = (...args: readonly Cell[]) => Cell;

/** How many arguments a function takes, and what it makes of them. */
export interface Known {
  readonly least: number;
  readonly most: number;
  readonly of: Plain;
}

const text = (cell: Cell | undefined): string => {
  if (typeof cell === "string") return cell;
  throw new QueryError(`Illegal type of argument: expected String, got ${typeof cell}`);
};

/** The functions over one row, as ClickHouse 26.7 answers them; proven in conformance/clickhouse. */
export const plainFunctions: Readonly<Record<string, Known>> = {
  startsWith: { least: 2, most: 2, of: (a, b) => Number(text(a).startsWith(text(b))) },
  position: { least: 2, most: 2, of: (a, b) => text(a).indexOf(text(b)) + 1 },
  lower: { least: 1, most: 1, of: (a) => text(a).toLowerCase() },
  concat: { least: 1, most: 99, of: (...all) => (all.includes(null) ? null : all.map(String).join("")) },
  replaceAll: { least: 3, most: 3, of: (a, b, c) => text(a).replaceAll(text(b), text(c)) },
  coalesce: { least: 1, most: 99, of: (...all) => all.find((cell) => cell !== null) ?? null },
  nullIf: { least: 2, most: 2, of: (a, b) => (a === b ? null : (a ?? null)) },
  if: { least: 3, most: 3, of: (test, a, b) => (isTrue(test ?? null) ? a : b) ?? null },
  multiIf: { least: 3, most: 99, of: multiIf },
  toInt32OrZero: { least: 1, most: 1, of: (a) => int32(text(a)) },
  JSONExtractString: { least: 2, most: 2, of: (a, b) => jsonText(text(a), text(b)) },
  JSONExtractFloat: { least: 2, most: 2, of: (a, b) => jsonNumber(text(a), text(b)) },
  JSONExtractRaw: { least: 2, most: 2, of: (a, b) => jsonRaw(text(a), text(b)) },
};

export function isTrue(cell: Cell): boolean {
  return cell !== null && cell !== 0 && cell !== "";
}

function multiIf(...args: readonly Cell[]): Cell {
  if (args.length % 2 === 0) throw new QueryError("Invalid number of arguments for function multiIf");
  for (let at = 0; at + 1 < args.length; at += 2) if (isTrue(args[at] ?? null)) return args[at + 1] ?? null;
  return args.at(-1) ?? null;
}

function int32(value: string): number {
  const found = /^[+-]?\d+$/.test(value) ? Number(value) : 0;
  return found > 2_147_483_647 || found < -2_147_483_648 ? 0 : found;
}

function member(json: string, key: string): unknown {
  try {
    const value = fieldsOf(JSON.parse(json));
    return Object.hasOwn(value, key) ? value[key] : undefined;
  } catch {
    return undefined;
  }
}

function jsonRaw(json: string, key: string): string {
  const value = member(json, key);
  return value === undefined ? "" : JSON.stringify(value);
}

/** A number, also one that is written as a text; 0 for everything else, `true` included. */
function jsonNumber(json: string, key: string): number {
  const value = member(json, key);
  if (typeof value === "string") return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : 0;
  return typeof value === "number" ? value : 0;
}

/** Numbers and booleans become texts, null and what is absent an empty one. */
function jsonText(json: string, key: string): string {
  const value = member(json, key);
  if (value === undefined || value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}
