import type { InferClause, Node } from "libpg-query";
import { partsOf, relationName } from "../../judge/names.ts";
import { type NodeOf, as, walk } from "../../judge/walk.ts";
import type { SqlError } from "./missing.ts";
import type { Remedy } from "./made-up.ts";
import { ident, quoted } from "./sql-names.ts";
import type { Assuming } from "./state.ts";

/** A key that a foreign key refers to, or that ON CONFLICT names. */
export function uniqueFor(
  node: Node,
  table: string | undefined,
  { internalQuery }: SqlError,
  { parser }: Assuming,
): Remedy | undefined {
  if (table !== undefined) return key(table, referred(node, table));
  const raw = internalQuery === undefined ? [{ node }] : parser.parse(internalQuery);
  if ("message" in raw) return undefined;
  let found: Remedy | undefined;
  walk(raw, (type, value) => {
    if (type !== "InsertStmt") return;
    const { relation, onConflictClause } = value as NodeOf<"InsertStmt">;
    const columns = inferred(onConflictClause?.infer);
    if (columns.length > 0) found ??= key(relationName(relation), columns);
  });
  return found;
}

function key(table: string, columns: readonly string[]): Remedy {
  const list = columns.map(ident).join(", ");
  return {
    thing: `unique key (${columns.join(", ")}) of ${table}`,
    ways: [{ sql: `alter table ${quoted(table)} add unique (${list})`, more: [] }],
    doubt: `${table}.(${columns.join(", ")})`,
  };
}

const inferred = (infer: InferClause | undefined): readonly string[] =>
  (infer?.indexElems ?? []).flatMap((one) => as(one, "IndexElem")?.name ?? []);

function referred(node: Node, table: string): readonly string[] {
  let found: readonly string[] = [];
  walk(node, (type, value) => {
    if (type !== "Constraint") return;
    const { pktable, pk_attrs } = value as NodeOf<"Constraint">;
    if (pktable && relationName(pktable).split(".").at(-1) === table.split(".").at(-1))
      found = partsOf(pk_attrs).length > 0 ? partsOf(pk_attrs) : ["id"];
  });
  return found.length > 0 ? found : ["id"];
}
