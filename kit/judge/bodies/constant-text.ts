import type { Node } from "libpg-query";
import { partsOf } from "../names.ts";
import type { SqlParser } from "../parser.ts";
import { type NodeOf, as } from "../walk.ts";

/** Stands for a name or value that is only known when it runs. */
export const someName = "rollout_some_name";

/** The texts that a variable or column may hold, as far as they stand in the file; undefined where nothing tells. */
export type Values = (name: string) => readonly string[] | undefined;

/** More than these are not told apart. */
const most = 128;

/**
 * The statements that an `EXECUTE` expression comes to, names and values that are only known later replaced;
 * undefined where no text is in it at all.
 */
export function constantTexts(
  parser: SqlParser,
  expression: string,
  values: Values,
): readonly string[] | undefined {
  const parsed = parser.parse(`SELECT ${expression}`);
  if ("message" in parsed) return undefined;
  const target = as(as(parsed[0]?.node, "SelectStmt")?.targetList?.[0], "ResTarget")?.val;
  const texts = textsOf(target, values);
  return texts.some((text) => text.trim() === someName) ? undefined : texts;
}

/** What an expression may come to. */
export function textsOf(node: Node | undefined, values: Values): readonly string[] {
  const constant = as(node, "A_Const");
  if (constant?.sval) return [constant.sval.sval ?? ""];
  if (constant?.ival) return [String(constant.ival.ival ?? 0)];
  const column = as(node, "ColumnRef");
  if (column) return values(partsOf(column.fields).join(".")) ?? [someName];
  const cast = as(node, "TypeCast")?.arg;
  if (cast) return textsOf(cast, values);
  const operator = as(node, "A_Expr");
  if (operator && isJoined(operator)) return every(joined(node), values).map((texts) => texts.join(""));
  const choice = as(node, "CaseExpr");
  if (choice) {
    const results = (choice.args ?? []).map((one) => as(one, "CaseWhen")?.result);
    return union([...results, choice.defresult ?? undefined].filter(isThere), values);
  }
  const either = as(node, "CoalesceExpr");
  if (either) return union(either.args ?? [], values);
  const inner = as(as(node, "SubLink")?.subselect, "SelectStmt");
  if (inner) return textsOf(as(inner.targetList?.[0], "ResTarget")?.val, values);
  const call = as(node, "FuncCall");
  return call ? called(call, values) : [someName];
}

/** The elements of an array that stands in the file; undefined where it is another. */
export function elementsOf(node: Node | undefined, values: Values): readonly string[] | undefined {
  const array = as(node, "A_ArrayExpr");
  if (array) return union(array.elements ?? [], values);
  const cast = as(node, "TypeCast")?.arg;
  if (cast) return elementsOf(cast, values);
  const literal = as(node, "A_Const")?.sval?.sval;
  if (literal !== undefined && /^\{.*\}$/s.test(literal)) return split(literal.slice(1, -1), ",");
  const column = as(node, "ColumnRef");
  if (column) return values(`${partsOf(column.fields).join(".")}[]`);
  const call = as(node, "FuncCall");
  if (partsOf(call?.funcname).at(-1) !== "string_to_array") return undefined;
  const [text, at] = (call?.args ?? []).map((argument) => as(argument, "A_Const")?.sval?.sval);
  return text === undefined || at === undefined ? undefined : split(text, at);
}

function called({ funcname, args = [] }: NodeOf<"FuncCall">, values: Values): readonly string[] {
  const [first] = args;
  switch (partsOf(funcname).at(-1)) {
    case "format":
      return every(args, values).map(format);
    case "concat":
      return every(args, values).map((texts) => texts.join(""));
    case "concat_ws":
      return every(args, values).map(([at = "", ...texts]) => texts.join(at));
    // Every row's text is run, and one stands for all.
    case "string_agg":
    case "quote_ident":
    case "btrim":
    case "lower":
      return textsOf(first, values);
    case "quote_literal":
    case "quote_nullable":
      return ["1"];
    case "unnest":
      return elementsOf(first, values) ?? [someName];
    case undefined:
    default:
      return [someName];
  }
}

/** `format()` of PostgreSQL; %L is a value, so a number will do for it. */
function format([template = "", ...values]: readonly string[]): string {
  let next = 0;
  const marks = /%(?:(\d+)\$)?-?\d*([sIL%])/g;
  return template.replace(marks, (mark: string, position: string | undefined, kind: string, at: number) => {
    if (kind === "%") return "%";
    const value = values[position === undefined ? next++ : Number(position) - 1] ?? someName;
    if (kind === "L") return "1";
    const around = `${template[at - 1] ?? ""}${template[at + mark.length] ?? ""}`;
    return kind === "I" ? identifier(value, /\w/.test(around)) : value;
  });
}

/** As PostgreSQL, %I quotes only what has to be: in `audit_%I`, it is a part of a name. Alone, quotes do no harm to a keyword. */
function identifier(name: string, isPart: boolean): string {
  return isPart && /^[a-z_][a-z0-9_$]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}

/** Every combination of what each may be, a variable always being the same; what makes too many may be anything. */
function every(nodes: readonly (Node | undefined)[], values: Values): readonly (readonly string[])[] {
  const names = nodes.map((node) => partsOf(as(node, "ColumnRef")?.fields).join("."));
  return nodes.reduce<readonly (readonly string[])[]>(
    (all, node, at) => {
      const same = names[at] === "" ? -1 : names.indexOf(names[at] ?? "");
      if (same >= 0 && same < at) return all.map((before) => [...before, before[same] ?? someName]);
      const texts = textsOf(node, values);
      const chosen = texts.length * all.length > most ? [someName] : texts;
      return all.flatMap((before) => chosen.map((text) => [...before, text]));
    },
    [[]],
  );
}

function isJoined({ name }: NodeOf<"A_Expr">): boolean {
  return partsOf(name).at(-1) === "||";
}

/** What stands between the `||` of an expression. */
function joined(node: Node | undefined): readonly (Node | undefined)[] {
  const operator = as(node, "A_Expr");
  return operator && isJoined(operator) ? [operator.lexpr, operator.rexpr].flatMap(joined) : [node];
}

function union(nodes: readonly Node[], values: Values): readonly string[] {
  return [...new Set(nodes.flatMap((node) => textsOf(node, values)))];
}

function split(text: string, at: string): readonly string[] {
  return text.split(at).map((part) => part.trim().replace(/^"(.*)"$/, "$1"));
}

function isThere<T>(value: T | undefined): value is T {
  return value !== undefined;
}
