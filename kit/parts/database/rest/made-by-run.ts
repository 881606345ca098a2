import type { Node } from "libpg-query";
import type { Runtime } from "../../../action/runtime.ts";
import { functionName } from "../../../judge/bodies/steps.ts";
import { qualified, relationName } from "../../../judge/names.ts";
import { splitFile } from "../../../judge/split.ts";
import { as } from "../../../judge/walk.ts";
import { withSession } from "../connection/session.ts";
import type { SqlParser } from "../../../judge/parser.ts";
import type { MigrationFile } from "../files/discover-migrations.ts";
import type { Inspection } from "../plan/inspect-database.ts";
import { reloadRest, tellRest } from "./prove-rest.ts";

/**
 * What REST has to serve of what this run has applied, for an attempt that finds nothing left to do; REST is told anew. Nothing
 * is asked where this run has applied none: a release's id ends with its run. What was made is read only where somebody
 * can be `asked` for it.
 */
export async function servedByRun(
  databaseUrl: string,
  { parser, files, memory }: Pick<Inspection, "parser" | "files" | "memory">,
  asked: boolean,
  world: Pick<Runtime, "connect" | "context">,
): Promise<readonly string[]> {
  const ours = files.filter(({ version }) =>
    memory?.noted.get(version)?.release?.endsWith(`-${world.context.runId}`),
  );
  if (ours.length === 0) return [];
  const made = asked ? madeBy(parser, ours) : undefined;
  return await withSession(world, databaseUrl, async (database) => {
    if (made === undefined) return await tellRest(database).then(() => []);
    const served = await reloadRest(database, new Set());
    return served.filter((path) => made.has(path));
  });
}

function madeBy(parser: SqlParser, files: readonly MigrationFile[]): ReadonlySet<string> {
  return new Set(
    files.flatMap(({ text }) => {
      const split = splitFile(parser, text);
      return "message" in split ? [] : split.statements.flatMap(({ node }) => pathOf(node));
    }),
  );
}

/** Under which path REST serves what a statement makes. */
function pathOf(node: Node): readonly string[] {
  const relation =
    as(node, "CreateStmt")?.relation ??
    as(node, "ViewStmt")?.view ??
    as(node, "CreateTableAsStmt")?.into?.rel ??
    as(node, "CreateForeignTableStmt")?.base?.relation;
  const routine = functionName(node);
  return [
    ...(relation ? [["", relationName(relation)] as const] : []),
    ...(routine === undefined ? [] : [["rpc/", qualified(routine.split("."))] as const]),
  ].flatMap(([kind, name]) =>
    name.startsWith("public.") ? [`/${kind}${name.slice("public.".length)}`] : [],
  );
}
