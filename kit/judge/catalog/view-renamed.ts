import type { Node } from "libpg-query";
import { as } from "../walk.ts";
import { type ColumnsOf, viewColumns } from "./query-columns.ts";
import { cut } from "./cut.ts";

/** A view whose column is called otherwise, with the names that all of its columns have then; undefined of all else. */
export function viewRenamed(
  things: ReadonlyMap<string, Node>,
  [from, to]: readonly [string, string],
  columns: ColumnsOf,
): readonly [string, Node] | undefined {
  const [kind, old] = cut(from, " ");
  const at = old.lastIndexOf(".");
  const key = `view ${old.slice(0, at)}`;
  const made = kind === "column" ? as(things.get(key), "ViewStmt") : undefined;
  const names = made && viewColumns({ ViewStmt: made }, columns);
  if (!names) return undefined;
  const [was, is] = [old.slice(at + 1), to.slice(to.lastIndexOf(".") + 1)];
  const aliases = names.map((name): Node => ({ String: { sval: name === was ? is : name } }));
  return [key, { ViewStmt: { ...made, aliases } }];
}
