import type { Node } from "libpg-query";
import type { SqlParser } from "./parser.ts";
import { partsOf } from "./names.ts";
import { as } from "./walk.ts";

/** Stands for a name or value that is only known when it runs. */
export const someName = "rollout_some_name";

/**
 * The SQL that an `EXECUTE` expression comes to, names and values that are only known later replaced;
 * undefined where no text is in it at all.
 */
export function constantText(parser: SqlParser, expression: string): string | undefined {
  const parsed = parser.parse(`SELECT ${expression}`);
  if ("message" in parsed) return undefined;
  const target = as(as(parsed[0]?.node, "SelectStmt")?.targetList?.[0], "ResTarget")?.val;
  const text = textOf(target);
  return text.trim() === someName ? undefined : text;
}

function textOf(node: Node | undefined): string {
  const constant = as(node, "A_Const")?.sval?.sval;
  if (constant !== undefined) return constant;
  const operator = as(node, "A_Expr");
  if (operator && partsOf(operator.name).at(-1) === "||") {
    return textOf(operator.lexpr) + textOf(operator.rexpr);
  }
  const cast = as(node, "TypeCast")?.arg;
  if (cast) return textOf(cast);
  const call = as(node, "FuncCall");
  const name = partsOf(call?.funcname).at(-1);
  if (name === "format") return format((call?.args ?? []).map(textOf));
  if (name === "concat") return (call?.args ?? []).map(textOf).join("");
  return someName;
}

/** `format()` of PostgreSQL; %L is a value, so a number will do for it. */
function format([template = "", ...values]: readonly string[]): string {
  let next = 0;
  return template.replace(/%(?:(\d+)\$)?-?\d*([sIL%])/g, (_, position: string | undefined, kind: string) => {
    if (kind === "%") return "%";
    const value = values[position === undefined ? next++ : Number(position) - 1] ?? someName;
    if (kind === "L") return "1";
    return kind === "I" ? `"${value.replaceAll('"', '""')}"` : value;
  });
}
