import type { Node, RangeVar } from "libpg-query";
import { partsOf, relationName } from "../../judge/names.ts";
import { as } from "../../judge/walk.ts";
import type { Makers } from "./makers.ts";

/** What a query reads from, by the name that it has there; without a table where it is a query of its own. */
export interface Binding {
  readonly alias: string;
  readonly table?: string;
}

export interface Scope {
  readonly bindings: readonly Binding[];
  readonly outer?: Scope;
  /** Names that a WITH gives: no tables. */
  readonly hidden: ReadonlySet<string>;
  /** Types of variables and parameters, by their names. */
  readonly variables: ReadonlyMap<string, string>;
}

export const noScope = (variables: ReadonlyMap<string, string> = new Map()): Scope => ({
  bindings: [],
  hidden: new Set(),
  variables,
});

export function inner(outer: Scope, bindings: readonly Binding[], hidden: readonly string[] = []): Scope {
  return {
    bindings,
    outer,
    hidden: hidden.length === 0 ? outer.hidden : new Set([...outer.hidden, ...hidden]),
    variables: outer.variables,
  };
}

export function bindingOf(relation: RangeVar | undefined, hidden: ReadonlySet<string>): Binding {
  const name = relation?.relname ?? "?";
  const alias = relation?.alias?.aliasname ?? name;
  if (relation?.schemaname === undefined && hidden.has(name)) return { alias };
  return { alias, table: relationName(relation) };
}

/** What a FROM clause binds. */
export function bindingsOf(from: Node | undefined, hidden: ReadonlySet<string>): readonly Binding[] {
  const table = as(from, "RangeVar");
  if (table) return [bindingOf(table, hidden)];
  const join = as(from, "JoinExpr");
  if (join) return [...bindingsOf(join.larg, hidden), ...bindingsOf(join.rarg, hidden)];
  const alias = (as(from, "RangeSubselect") ?? as(from, "RangeFunction"))?.alias?.aliasname;
  return [{ alias: alias ?? "?" }];
}

/** The table and column that a reference means, as far as that can be told without a catalog. */
export function resolve(
  reference: Node | undefined,
  scope: Scope,
  makers: Makers,
): { readonly table: string; readonly column: string } | undefined {
  const fields = as(reference, "ColumnRef")?.fields ?? [];
  if (fields.some((field) => "A_Star" in field)) return undefined;
  const parts = partsOf(fields);
  const column = parts.at(-1);
  if (column === undefined || systemColumns.has(column)) return undefined;
  if (parts.length > 2) return { table: parts.slice(-3, -1).join("."), column };
  if (parts.length === 2) {
    const table = bound(scope, parts[0] ?? "");
    return table === undefined ? undefined : { table, column };
  }
  if (scope.variables.has(column)) return undefined;
  for (let at: Scope | undefined = scope; at; at = at.outer) {
    const table = only(at.bindings, column, makers);
    if (table !== undefined) return { table, column };
  }
  return undefined;
}

const systemColumns: ReadonlySet<string> = new Set(["ctid", "xmin", "xmax", "tableoid", "oid"]);

function bound(scope: Scope, alias: string): string | undefined {
  for (let at: Scope | undefined = scope; at; at = at.outer) {
    const found = at.bindings.find((one) => one.alias === alias);
    if (found) return found.table;
  }
  return undefined;
}

/** Whose column it is: of a table that is known to have it, else of the only one whose columns nobody knows. */
function only(bindings: readonly Binding[], column: string, { columns, later }: Makers): string | undefined {
  const has = ({ table = "" }: Binding): boolean =>
    (columns.get(table)?.has(column) ?? false) || (later.get(table)?.has(column) ?? false);
  const sure = bindings.filter(has);
  if (sure.length > 0) return sure[0]?.table;
  const open = bindings.filter(({ table }) => table === undefined || !columns.has(table));
  return open.length === 1 ? open[0]?.table : undefined;
}
