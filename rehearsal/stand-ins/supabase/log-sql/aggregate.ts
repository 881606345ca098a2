import type { LogRow } from "../state.ts";
import { type Named, binary, plain, valueOf, without } from "./evaluate.ts";
import { type Cell, isTrue } from "./functions.ts";
import type { Expression } from "./parse.ts";
import { QueryError } from "./tokens.ts";

type Call = Extract<Expression, { kind: "call" }>;

const aggregates: readonly string[] = ["count", "countIf", "min", "max", "any", "uniqExact"];

export function hasAggregate(expression: Expression, named: Named): boolean {
  switch (expression.kind) {
    case "call":
      return aggregates.includes(expression.name) || expression.args.some((one) => hasAggregate(one, named));
    case "binary":
      return hasAggregate(expression.left, named) || hasAggregate(expression.right, named);
    case "in":
      return hasAggregate(expression.left, named);
    case "not":
      return hasAggregate(expression.of, named);
    case "column": {
      const alias = named.get(expression.name);
      return alias !== undefined && hasAggregate(alias, without(named, expression.name));
    }
    default:
      return false;
  }
}

/** The value of an expression over a group of rows; what is no aggregate is the same in all of them. */
export function valueOver(expression: Expression, rows: readonly LogRow[], named: Named): Cell {
  if (!hasAggregate(expression, named)) {
    const [first] = rows;
    if (first === undefined) return expression.kind === "value" ? expression.value : "";
    return valueOf(expression, first, named);
  }
  const inner = (one: Expression): Cell => valueOver(one, rows, named);
  switch (expression.kind) {
    case "call":
      return aggregates.includes(expression.name)
        ? aggregate(expression, rows, named)
        : plain(expression, inner);
    case "binary":
      return binary(expression, inner);
    case "column":
      return valueOver(named.get(expression.name) ?? expression, rows, without(named, expression.name));
    default:
      throw new QueryError("An aggregate stands where this stand-in does not know one");
  }
}

function aggregate({ name, args, distinct }: Call, rows: readonly LogRow[], named: Named): Cell {
  const [first] = args;
  if (args.length > 1) throw new QueryError(`Aggregate function ${name} requires zero or one argument`);
  if (first !== undefined && hasAggregate(first, named))
    throw new QueryError(`Aggregate function is found inside another aggregate function in query`);
  if (name === "count" && first === undefined) return rows.length;
  if (first === undefined) throw new QueryError(`Aggregate function ${name} requires one argument`);
  const all = rows.map((row) => valueOf(first, row, named)).filter((cell) => cell !== null);
  if (name === "uniqExact" || (name === "count" && distinct)) return new Set(all).size;
  if (distinct) throw new QueryError(`${name}(distinct …) is not known here`);
  if (name === "count") return all.length;
  if (name === "countIf") return all.filter(isTrue).length;
  if (all.length === 0) return typeof first === "object" && first.kind === "column" ? "" : 0;
  if (name === "any") return all[0] ?? null;
  const sorted = all.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return (name === "min" ? sorted[0] : sorted.at(-1)) ?? null;
}
