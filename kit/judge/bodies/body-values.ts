import type { Node } from "libpg-query";
import { type Values, elementsOf, someName, textsOf } from "./constant-text.ts";
import type { SqlParser } from "../parser.ts";
import { queryTexts } from "./query-texts.ts";
import { as } from "../walk.ts";

type Json = Readonly<Record<string, unknown>>;
type Source = (values: Values) => readonly string[] | undefined;

/**
 * What the variables of a PL/pgSQL body may hold, by all that is ever assigned to them: which of it holds where is not
 * followed.
 */
export function valuesIn(parser: SqlParser, body: unknown, given: Values): Values {
  const sources = new Map<string, Source[]>();
  const add = (name: string | undefined, source: Source): void => {
    if (name === undefined) return;
    sources.set(name, [...(sources.get(name) ?? []), source]);
  };
  for (const made of objects(body, "PLpgSQL_function")) {
    const names = namesOf(list(made["datums"]));
    for (const variable of list(made["datums"]).map((one) => inside(one, "PLpgSQL_var")))
      assigned(parser, text(variable["refname"]), variable["default_val"], add);
    for (const one of objects(made, "PLpgSQL_stmt_assign"))
      assigned(parser, names[number(one["varno"])], one["expr"], add);
    for (const one of objects(made, "PLpgSQL_stmt_foreach_a")) {
      const array = expressionOf(parser, one["expr"]);
      add(names[number(one["varno"])], (values) => elementsOf(array, values));
    }
    for (const one of objects(made, "PLpgSQL_stmt_fors")) looped(parser, one["var"], one["query"], add);
    for (const one of objects(made, "PLpgSQL_stmt_execsql"))
      if (one["into"]) looped(parser, one["target"], one["sqlstmt"], add);
    for (const one of objects(made, "PLpgSQL_stmt_dynexecute"))
      if (one["into"]) looped(parser, one["target"], undefined, add);
  }
  return lookUp(sources, given);
}

type Add = (name: string | undefined, source: Source) => void;

/** `given`: what a call passes. */
function lookUp(sources: ReadonlyMap<string, readonly Source[]>, given: Values): Values {
  const known = new Map<string, readonly string[]>();
  const asked = new Set<string>();
  const values: Values = (name) => {
    asked.add(name);
    const before = known.get(name);
    const from = sources.get(name);
    if (before !== undefined) return before;
    if (from === undefined) return given(name);
    let all: readonly string[] = [];
    for (const source of from) {
      known.set(name, all.length > 0 ? all : [""]);
      asked.delete(name);
      const found = source(values) ?? [someName];
      // `q := q || 'more'`: what it was is a part of what it is.
      all = asked.has(name) ? found : [...new Set([...all, ...found])];
    }
    known.set(name, all);
    return all;
  };
  return values;
}

function assigned(parser: SqlParser, name: string | undefined, expr: unknown, add: Add): void {
  const node = expressionOf(parser, expr);
  if (node === undefined) return;
  add(name, (values) => textsOf(node, values));
  const isArray = elementsOf(node, () => undefined) !== undefined;
  if (isArray) add(`${name}[]`, (values) => elementsOf(node, values));
}

/** A record's fields are the query's columns; a list of variables takes them in their order. */
function looped(parser: SqlParser, target: unknown, query: unknown, add: Add): void {
  const parsed = parser.parse(text(inside(query, "PLpgSQL_expr")["query"]) ?? "");
  const node = "message" in parsed ? undefined : parsed[0]?.node;
  const record = text(inside(target, "PLpgSQL_rec")["refname"]);
  if (record !== undefined)
    for (const name of queryTexts(node, () => undefined).texts.keys())
      add(`${record}.${name}`, (values) => queryTexts(node, values).texts.get(name));
  list(inside(target, "PLpgSQL_row")["fields"]).forEach((field, at) => {
    add(text((field as Json)["name"]), (values) => {
      const { names, texts } = queryTexts(node, values);
      return texts.get(names[at] ?? "");
    });
  });
}

/** The variables of a function by their numbers; a record's field as `record.field`. */
function namesOf(datums: readonly unknown[]): readonly (string | undefined)[] {
  return datums.map((one) => {
    const field = inside(one, "PLpgSQL_recfield");
    const parent = datums[number(field["recparentno"])];
    if (field["fieldname"] !== undefined)
      return `${text(inside(parent, "PLpgSQL_rec")["refname"])}.${text(field["fieldname"])}`;
    return text(inside(one, "PLpgSQL_var")["refname"]);
  });
}

function expressionOf(parser: SqlParser, holder: unknown): Node | undefined {
  const { query, parseMode } = inside(holder, "PLpgSQL_expr");
  if (typeof query !== "string") return undefined;
  const value = parseMode === 2 ? query : query.replace(/^[^=]*?:?=/, "");
  const parsed = parser.parse(`SELECT ${value}`);
  if ("message" in parsed) return undefined;
  return as(as(parsed[0]?.node, "SelectStmt")?.targetList?.[0], "ResTarget")?.val;
}

/** Every object under that key, however deep. */
function objects(tree: unknown, key: string): readonly Json[] {
  if (Array.isArray(tree)) return tree.flatMap((item) => objects(item, key));
  if (typeof tree !== "object" || tree === null) return [];
  return Object.entries(tree).flatMap(([name, value]) => [
    ...(name === key ? [value as Json] : []),
    ...objects(value, key),
  ]);
}

function inside(holder: unknown, key: string): Json {
  return ((holder as Json | undefined)?.[key] ?? {}) as Json;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function number(value: unknown): number {
  return typeof value === "number" ? value : -1;
}
