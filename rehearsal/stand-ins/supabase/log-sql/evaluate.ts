import type { LogRow } from "../state.ts";
import { type Cell, isTrue, plainFunctions } from "./functions.ts";
import type { Expression, Query } from "./parse.ts";
import { QueryError } from "./tokens.ts";

const columns: readonly string[] = [
  "id",
  "timestamp",
  "event_message",
  "severity_text",
  "source",
  "log_attributes",
];

/** The value of an expression without aggregates, for one row. `named` are the select list's names. */
export function valueOf(expression: Expression, row: LogRow, named: Named): Cell {
  switch (expression.kind) {
    case "value":
      return expression.value;
    case "attribute":
      return Object.hasOwn(row.log_attributes, expression.key)
        ? (row.log_attributes[expression.key] ?? "")
        : "";
    case "column":
      return columnOf(expression.name, row, named);
    case "not":
      return Number(!isTrue(valueOf(expression.of, row, named)));
    case "in": {
      const left = valueOf(expression.left, row, named);
      const found = expression.values.some((value) => valueOf(value, row, named) === left);
      return Number(found !== expression.not);
    }
    case "binary":
      return binary(expression, (one) => valueOf(one, row, named));
    default:
      return plain(expression, (one) => valueOf(one, row, named));
  }
}

/** Expressions by the names that the select list gives them. */
export type Named = ReadonlyMap<string, Expression>;

export function namesOf({ selected }: Query): Named {
  return new Map(selected.map(({ name, expression }) => [name, expression]));
}

/** A name does not mean itself in what it stands for. */
export function without(named: Named, name: string): Named {
  return new Map([...named].filter(([other]) => other !== name));
}

type Binary = Extract<Expression, { kind: "binary" }>;
type Call = Extract<Expression, { kind: "call" }>;

export function binary({ sign, left, right }: Binary, value: (one: Expression) => Cell): Cell {
  if (sign === "and") return Number(isTrue(value(left)) && isTrue(value(right)));
  if (sign === "or") return Number(isTrue(value(left)) || isTrue(value(right)));
  const [a, b] = [value(left), value(right)];
  if (a === null || b === null) return null;
  if (isTime(left) || isTime(right)) return compare(sign, time(a), time(b));
  if (typeof a !== typeof b) throw new QueryError(`There is no supertype for ${typeof a}, ${typeof b}`);
  return compare(sign, a, b);
}

function compare<T extends string | number>(sign: string, a: T, b: T): number {
  if (sign === "=") return Number(a === b);
  if (sign === "!=" || sign === "<>") return Number(a !== b);
  if (sign === "<") return Number(a < b);
  if (sign === "<=") return Number(a <= b);
  return Number(sign === ">" ? a > b : a >= b);
}

function isTime(expression: Expression): boolean {
  return expression.kind === "column" && expression.name === "timestamp";
}

/** A moment as a text that sorts: to the microsecond, with a blank as ClickHouse writes it. */
function time(cell: string | number): string {
  const found = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?$/.exec(String(cell));
  if (!found) throw new QueryError(`Cannot parse string '${cell}' as DateTime64(6)`);
  return `${found[1]} ${found[2]}.${(found[3] ?? "").padEnd(6, "0")}`;
}

export function plain({ name, args, distinct }: Call, value: (one: Expression) => Cell): Cell {
  const known = Object.hasOwn(plainFunctions, name) ? plainFunctions[name] : undefined;
  if (!known || distinct) throw new QueryError(`Unknown function ${name}`);
  if (args.length < known.least || args.length > known.most)
    throw new QueryError(`Number of arguments for function ${name} doesn't match`);
  return known.of(...args.map(value));
}

function columnOf(name: string, row: LogRow, named: Named): Cell {
  if (columns.includes(name)) {
    if (name === "log_attributes") throw new QueryError("log_attributes is a map: read it by ['key']");
    return row[name as Exclude<keyof LogRow, "log_attributes">];
  }
  const alias = named.get(name);
  if (alias) return valueOf(alias, row, without(named, name));
  throw new QueryError(`Unknown expression or function identifier \`${name}\``);
}
