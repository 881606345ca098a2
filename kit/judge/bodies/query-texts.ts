import type { Node, SelectStmt } from "libpg-query";
import { type Values, elementsOf, someName, textsOf } from "./constant-text.ts";
import { partsOf } from "../names.ts";
import { type NodeOf, as, walk } from "../walk.ts";

/** What the columns of a query may hold, by their names and in their order. */
export interface Rows {
  readonly names: readonly string[];
  readonly texts: ReadonlyMap<string, readonly string[]>;
}

/** The texts of a query's rows, where they stand in it: `VALUES`, `unnest(ARRAY[…])`, `WHERE name IN (…)`. */
export function queryTexts(node: Node | undefined, values: Values): Rows {
  const select = as(node, "SelectStmt");
  if (!select) return { names: [], texts: new Map() };
  if (select.larg && select.rarg)
    return both(
      queryTexts({ SelectStmt: select.larg }, values),
      queryTexts({ SelectStmt: select.rarg }, values),
    );
  if (select.valuesLists) return listed(select.valuesLists, values);
  const inner = new Map((select.fromClause ?? []).flatMap((from) => [...sourceTexts(from, values)]));
  const named = namedTexts(select);
  const lookUp: Values = (name) => {
    const column = name.slice(name.lastIndexOf(".") + 1);
    return inner.get(column) ?? named.get(column) ?? values(name);
  };
  const targets = (select.targetList ?? []).map((one, at) => {
    const target = as(one, "ResTarget");
    return [target?.name ?? nameOf(target?.val) ?? `column ${at}`, textsOf(target?.val, lookUp)] as const;
  });
  return { names: targets.map(([name]) => name), texts: new Map([...inner, ...named, ...targets]) };
}

function listed(rows: readonly Node[], values: Values): Rows {
  const texts = new Map<string, readonly string[]>();
  for (const row of rows) {
    (as(row, "List")?.items ?? []).forEach((item, at) => {
      const name = `column${at + 1}`;
      texts.set(name, [...new Set([...(texts.get(name) ?? []), ...textsOf(item, values)])]);
    });
  }
  return { names: [...texts.keys()], texts };
}

function both(one: Rows, other: Rows): Rows {
  const texts = one.names.map((name, at): [string, readonly string[]] => {
    const more = other.texts.get(other.names[at] ?? "") ?? [someName];
    return [name, [...new Set([...(one.texts.get(name) ?? [someName]), ...more])]];
  });
  return { names: one.names, texts: new Map(texts) };
}

/** `(VALUES …) AS t (name)` and `unnest(ARRAY[…]) AS name`. */
function sourceTexts(from: Node, values: Values): ReadonlyMap<string, readonly string[]> {
  const inner = as(from, "RangeSubselect");
  if (inner) {
    const { names, texts } = queryTexts(inner.subquery, values);
    const given = partsOf(inner.alias?.colnames);
    return new Map(names.map((name, at) => [given[at] ?? name, texts.get(name) ?? [someName]]));
  }
  const called = as(from, "RangeFunction");
  const call = as(as(called?.functions?.[0], "List")?.items?.[0], "FuncCall");
  if (partsOf(call?.funcname).at(-1) !== "unnest") return new Map();
  const name = partsOf(called?.alias?.colnames)[0] ?? called?.alias?.aliasname ?? "unnest";
  const elements = elementsOf(call?.args?.[0], values);
  return elements ? new Map([[name, elements]]) : new Map();
}

/** `WHERE tablename IN ('a', 'b')` says what `tablename` may be. */
function namedTexts({ whereClause }: SelectStmt): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  walk(whereClause, (type, value) => {
    if (type !== "A_Expr") return;
    const { kind, name, lexpr, rexpr } = value as NodeOf<"A_Expr">;
    const column = partsOf(as(lexpr, "ColumnRef")?.fields).at(-1);
    if (column === undefined || partsOf(name).at(-1) !== "=") return;
    const nobody: Values = () => undefined;
    const items =
      kind === "AEXPR_IN"
        ? (as(rexpr, "List")?.items ?? []).flatMap((item) => textsOf(item, nobody))
        : kind === "AEXPR_OP_ANY"
          ? elementsOf(rexpr, nobody)
          : textsOf(rexpr, nobody);
    if (items && !items.includes(someName)) found.set(column, items);
  });
  return found;
}

function nameOf(node: Node | undefined): string | undefined {
  return (
    partsOf(as(node, "ColumnRef")?.fields).at(-1) ??
    partsOf(as(node, "FuncCall")?.funcname).at(-1) ??
    (as(node, "TypeCast") ? nameOf(as(node, "TypeCast")?.arg) : undefined)
  );
}
