import type { Node } from "libpg-query";
import { relationName } from "../names.ts";
import { type NodeOf, as, walk } from "../walk.ts";

/** The tables whose rows a statement gives other values: by UPDATE, MERGE or ON CONFLICT DO UPDATE, also inside of a WITH. */
export function tablesUpdated(statement: Node): readonly string[] {
  const tables: string[] = [];
  walk(statement, (type, value) => {
    if (type === "UpdateStmt") tables.push(relationName((value as NodeOf<"UpdateStmt">).relation));
    if (type === "InsertStmt") {
      const { relation, onConflictClause } = value as NodeOf<"InsertStmt">;
      if (onConflictClause?.action === "ONCONFLICT_UPDATE") tables.push(relationName(relation));
    }
    if (type === "MergeStmt") {
      const { relation, mergeWhenClauses } = value as NodeOf<"MergeStmt">;
      const updates = (mergeWhenClauses ?? []).some(
        (node) => as(node, "MergeWhenClause")?.commandType === "CMD_UPDATE",
      );
      if (updates) tables.push(relationName(relation));
    }
  });
  return tables;
}
