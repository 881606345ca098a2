import type { Node, SelectStmt } from "libpg-query";
import { partsOf, relationName } from "../names.ts";
import { fullType } from "./columns.ts";
import { as } from "../walk.ts";

/** The columns of a relation by its name, or undefined where they are not known. */
export type ColumnsOf = (relation: string) => readonly string[] | undefined;

/** The names of a query's columns as PostgreSQL gives them; undefined where a `*` cannot be followed. */
export function queryColumns(query: Node | undefined, of: ColumnsOf): readonly string[] | undefined {
  const select = as(query, "SelectStmt");
  if (!select) return undefined;
  const inner = withQueries(select, of);
  if (select.larg) return queryColumns({ SelectStmt: select.larg }, inner);
  return all((select.targetList ?? []).map((node) => targetColumns(node, select.fromClause ?? [], inner)));
}

/** `WITH x AS (…)` hides a table of the same name. */
function withQueries({ withClause }: SelectStmt, of: ColumnsOf): ColumnsOf {
  const own = new Map<string, readonly string[] | undefined>();
  const inner: ColumnsOf = (relation) => (own.has(relation) ? own.get(relation) : of(relation));
  for (const node of withClause?.ctes ?? []) {
    const cte = as(node, "CommonTableExpr");
    const names = partsOf(cte?.aliascolnames);
    own.set(`public.${cte?.ctename ?? "?"}`, names.length > 0 ? names : queryColumns(cte?.ctequery, inner));
  }
  return inner;
}

function targetColumns(node: Node, from: readonly Node[], of: ColumnsOf): readonly string[] | undefined {
  const target = as(node, "ResTarget");
  if (target?.name !== undefined) return [target.name];
  const fields = as(target?.val, "ColumnRef")?.fields ?? [];
  const last = fields.at(-1);
  if (last === undefined || !("A_Star" in last)) return [nameOf(target?.val)];
  const prefix = as(fields.at(-2), "String")?.sval;
  const sources = from.flatMap(sourcesOf);
  const meant = prefix === undefined ? sources : sources.filter((source) => aliasOf(source) === prefix);
  return meant.length === 0 ? undefined : all(meant.map((source) => sourceColumns(source, of)));
}

/** JOIN … USING merges columns, which a set of names does not mind. */
function sourcesOf(node: Node): readonly Node[] {
  const join = as(node, "JoinExpr");
  if (!join) return [node];
  return [join.larg, join.rarg].flatMap((side) => (side ? sourcesOf(side) : []));
}

function aliasOf(source: Node): string | undefined {
  const table = as(source, "RangeVar");
  return (table ?? as(source, "RangeSubselect"))?.alias?.aliasname ?? table?.relname;
}

function sourceColumns(source: Node, of: ColumnsOf): readonly string[] | undefined {
  const table = as(source, "RangeVar");
  return table ? of(relationName(table)) : queryColumns(as(source, "RangeSubselect")?.subquery, of);
}

function nameOf(node: Node | undefined): string {
  const cast = as(node, "TypeCast");
  if (cast) {
    const inner = nameOf(cast.arg);
    return inner === "?column?" ? (partsOf(cast.typeName?.names).at(-1) ?? inner) : inner;
  }
  if (as(node, "CaseExpr")) return "case";
  if (as(node, "CoalesceExpr")) return "coalesce";
  const field = as(as(node, "ColumnRef")?.fields?.at(-1), "String")?.sval;
  return field ?? partsOf(as(node, "FuncCall")?.funcname).at(-1) ?? "?column?";
}

function all(some: readonly (readonly string[] | undefined)[]): readonly string[] | undefined {
  const known = some.flatMap((one) => (one === undefined ? [] : [one]));
  return known.length === some.length ? known.flat() : undefined;
}

/** Its own names, where it has such; else those of its query. */
export function viewColumns(node: Node | undefined, of: ColumnsOf): readonly string[] | undefined {
  const view = as(node, "ViewStmt");
  const query = view?.query ?? as(node, "CreateTableAsStmt")?.query;
  const given = (view?.aliases ?? []).map((one) => as(one, "String")?.sval ?? "?");
  const found = queryColumns(query, of);
  return found && [...given, ...found.slice(given.length)];
}

/** The type of a table's column. */
export type TypeOf = (table: string, column: string) => { readonly type: string } | undefined;

/** The types of a view's columns, as far as the text tells them. */
export function viewTypes(node: Node | undefined, of: TypeOf): ReadonlyMap<string, string> {
  const query = as(node, "ViewStmt")?.query ?? as(node, "CreateTableAsStmt")?.query;
  const select = as(query, "SelectStmt");
  const sources = (select?.fromClause ?? []).flatMap(sourcesOf);
  const types = new Map<string, string>();
  for (const one of select?.targetList ?? []) {
    const target = as(one, "ResTarget");
    const type = typeOf(target?.val, sources, of);
    if (type !== undefined) types.set(target?.name ?? nameOf(target?.val), type);
  }
  return types;
}

function typeOf(value: Node | undefined, sources: readonly Node[], of: TypeOf): string | undefined {
  const cast = as(value, "TypeCast");
  if (cast) return fullType(cast.typeName);
  const parts = partsOf(as(value, "ColumnRef")?.fields);
  const column = parts.at(-1);
  if (column === undefined) return undefined;
  const meant = parts.length > 1 ? sources.filter((source) => aliasOf(source) === parts.at(-2)) : sources;
  const found = meant.flatMap((source) => of(relationName(as(source, "RangeVar")), column) ?? []);
  return found.length === 1 ? found[0]?.type : undefined;
}
