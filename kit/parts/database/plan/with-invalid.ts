import type { Runtime } from "../../../action/runtime.ts";
import { droppedNames } from "../../../judge/catalog/drop-kinds.ts";
import type { SqlFile } from "../../../judge/finding.ts";
import { relationName } from "../../../judge/names.ts";
import { type Statement, splitFile } from "../../../judge/split.ts";
import { as } from "../../../judge/walk.ts";
import type { PlanPart } from "../../../release/plan/plan.ts";
import type { Inspection } from "./inspect-database.ts";

/**
 * The part with what `CREATE INDEX … IF NOT EXISTS` would take for a good index: it looks at the name alone, and an unfinished
 * one keeps its name. It is a state of the live database, and no part of what is approved.
 */
export function withInvalid(
  part: PlanPart,
  pending: readonly SqlFile[],
  { parser, invalid }: Pick<Inspection, "parser" | "invalid">,
  { log }: Pick<Runtime, "log">,
): PlanPart {
  if (invalid.length === 0 || !part.details) return part;
  // As they are named without quotes.
  const left = new Set(invalid.map((name) => name.replaceAll('"', "")));
  const details = part.details.map((detail, index) => {
    const file = pending[index];
    const split = file && splitFile(parser, file.text);
    if (!file || !split || "message" in split) return detail;
    const taken = split.statements.flatMap((statement) => takenFor(statement, left));
    for (const { line, column, said } of taken) log.warn(said, { file: file.path, line, column });
    return { ...detail, beware: [...detail.beware, ...taken.map(({ said }) => said)] };
  });
  return { ...part, details };
}

function takenFor({ node, line, column }: Statement, left: Set<string>) {
  const drop = as(node, "DropStmt");
  // What the files drop themselves is built anew.
  if (drop?.removeType === "OBJECT_INDEX") for (const { name } of droppedNames(drop)) left.delete(name);
  const { relation, idxname, if_not_exists: maybe } = as(node, "IndexStmt") ?? {};
  const table = relationName(relation);
  const name = `${table.slice(0, table.indexOf("."))}.${idxname ?? ""}`;
  if (!maybe || !left.has(name)) return [];
  const said = `${name} is there, unfinished and used by nobody: IF NOT EXISTS takes it for a good index and builds none. Write DROP INDEX CONCURRENTLY IF EXISTS ${name} above it.`;
  return [{ line, column, said }];
}
