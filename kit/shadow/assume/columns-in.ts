import type { Node } from "libpg-query";
import { partsOf, relationName } from "../../judge/names.ts";
import type { Statement } from "../../judge/split.ts";
import { as } from "../../judge/walk.ts";
import type { SqlError } from "./missing.ts";
import { bodyOf } from "./read-body.ts";
import { readStatement } from "./read-statement.ts";
import { readUses } from "./read-uses.ts";
import { newSayings } from "./sayings.ts";
import { type Scope, noScope, resolve } from "./scope.ts";
import type { Assuming } from "./state.ts";

/** A reference to a column, where it stands. */
export interface Reference {
  readonly parts: readonly string[];
  readonly scope: Scope;
  /** Bytes, in the file or in a body's query. */
  readonly at: number;
}

/** The references of a statement, or of that query of a body in which it failed. */
export function referencesIn(
  { parser, says }: Assuming,
  { node, sql, start }: Pick<Statement, "node" | "sql" | "start">,
  { internalQuery }: SqlError,
): readonly Reference[] {
  const found: Reference[] = [];
  let offset = 0;
  const reader = {
    makers: says().makers,
    sayings: newSayings(() => undefined),
    seen: ({ fields, location = 0 }: { fields?: Node[]; location?: number }, scope: Scope) =>
      void found.push({ parts: partsOf(fields), scope, at: location + offset }),
  };
  if (internalQuery !== undefined) {
    const raw = parser.parse(internalQuery);
    if (!("message" in raw)) for (const one of raw) readUses(reader, one.node, noScope());
    return found;
  }
  readStatement(reader, node);
  if ("CreateFunctionStmt" in node) {
    const body = bodyOf(parser, node, sql);
    const from = sql.indexOf(body.text);
    offset = start + Buffer.byteLength(sql.slice(0, Math.max(0, from)));
    for (const one of body.nodes) readUses(reader, one, noScope(body.variables));
  }
  return found;
}

/** The table that a missing column is thought to be of: an assumed one rather than another. */
export function tableOfColumn(
  state: Assuming,
  statement: Statement,
  { name, alias }: { readonly name: string; readonly alias?: string },
  error: SqlError,
): string | undefined {
  const references = referencesIn(state, statement, error).filter(
    ({ parts }) => parts.at(-1) === name && (alias === undefined || parts.at(-2) === alias),
  );
  for (const { parts, scope } of references) {
    if (parts.length > 1) {
      const found = resolve(
        { ColumnRef: { fields: parts.map((sval) => ({ String: { sval } })) } },
        scope,
        state.says().makers,
      );
      if (found) return found.table;
    }
    for (let at: Scope | undefined = scope; at; at = at.outer) {
      const tables = at.bindings.flatMap(({ table }) => table ?? []);
      const doubted = tables.find((table) => state.doubted.has(table));
      if (doubted !== undefined) return doubted;
      if (tables.length === 1 && at.bindings.length === 1) return tables[0];
    }
  }
  return ownTable(statement.node);
}

/** The table that a statement is about. */
export function ownTable(node: Node): string | undefined {
  const relation =
    as(node, "AlterTableStmt")?.relation ??
    as(node, "IndexStmt")?.relation ??
    as(node, "CreatePolicyStmt")?.table ??
    as(node, "InsertStmt")?.relation ??
    as(node, "UpdateStmt")?.relation ??
    as(node, "CreateTrigStmt")?.relation;
  return relation && relationName(relation);
}
