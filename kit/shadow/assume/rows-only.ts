import type { Node } from "libpg-query";
import { partsOf, qualified } from "../../judge/names.ts";
import type { SqlParser } from "../../judge/parser.ts";
import type { Statement } from "../../judge/split.ts";
import { type NodeOf, contains, walk } from "../../judge/walk.ts";
import { namesOneOf } from "./doubt.ts";
import type { Makers } from "./makers.ts";
import type { SqlError } from "./missing.ts";
import { bodyOf } from "./read-body.ts";
import type { Assuming } from "./state.ts";

const writes: ReadonlySet<string> = new Set(["InsertStmt", "UpdateStmt", "DeleteStmt", "MergeStmt"]);

/** Whether a statement touches only rows: the catalog is the same with and without it. What a file's own function does is not known. */
export function isRowsOnly(
  parser: SqlParser,
  makers: Makers,
  { node, sql }: Pick<Statement, "node" | "sql">,
): boolean {
  const seen = new Set<string>();
  const isBody = (one: Node, text: string): boolean => {
    const body = bodyOf(parser, one, text);
    return !body.opaque && body.nodes.length > 0 && body.nodes.every(isQuery);
  };
  const isQuery = (one: Node): boolean => {
    const [type = ""] = Object.keys(one);
    if (!writes.has(type) && type !== "SelectStmt") return false;
    let only = true;
    walk(one, (inner, value) => {
      if (inner === "IntoClause") only = false;
      const name = inner === "FuncCall" ? qualified(partsOf((value as NodeOf<"FuncCall">).funcname)) : "";
      if (seen.has(name)) return;
      seen.add(name);
      only &&= (makers.functions.get(name) ?? []).every((made) => isBody(made.node, made.sql));
    });
    return only;
  };
  return "DoStmt" in node ? isBody(node, sql) : isQuery(node);
}

/** Whether it failed for rows that are not there, or that only an assumed table would have. */
export function lacksRows(
  { doubted, unsureRows }: Assuming,
  { node, sql }: Statement,
  { code }: SqlError,
): boolean {
  // A row that is referred to, a row that is looked for, a value computed from none.
  if (code === "23503" || code === "22012" || /^(21|P0)/.test(code)) return true;
  if (!/^2[23]/.test(code)) return false;
  if (code === "23505" && unsureRows.any) return true;
  if (namesOneOf(doubted, sql)) return true;
  return code.startsWith("235") && code !== "23505" && (contains(node, reading) || "DoStmt" in node);
}

const reading: ReadonlySet<string> = new Set(["SubLink", "RangeVar"]);
