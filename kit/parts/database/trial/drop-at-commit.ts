import type { Segment } from "../../../judge/execution.ts";
import { as } from "../../../judge/walk.ts";
import type { Database } from "../../../ports/database.ts";

/** Temporary tables that would be gone with the transaction's end: the next file may make one of that name. */
export async function dropAtCommit(
  database: Database,
  { statements }: Pick<Segment, "statements">,
): Promise<void> {
  const names = statements.flatMap(({ node }) => {
    const made = as(node, "CreateStmt");
    if (made?.oncommit === "ONCOMMIT_DROP") return [made.relation?.relname ?? ""];
    const into = as(node, "CreateTableAsStmt")?.into;
    return into?.onCommit === "ONCOMMIT_DROP" ? [into.rel?.relname ?? ""] : [];
  });
  if (names.length === 0) return;
  const quoted = names.map((name) => `pg_temp."${name.replaceAll('"', '""')}"`);
  await database.script(`drop table if exists ${quoted.join(", ")}`);
}
