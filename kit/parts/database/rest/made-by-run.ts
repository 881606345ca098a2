import type { Node } from "libpg-query";
import type { Runtime } from "../../../action/runtime.ts";
import { functionName } from "../../../judge/bodies/steps.ts";
import { qualified, relationName } from "../../../judge/names.ts";
import { splitFile } from "../../../judge/split.ts";
import { as } from "../../../judge/walk.ts";
import { withSession } from "../connection/session.ts";
import type { Inspection } from "../plan/inspect-database.ts";
import { reloadRest } from "./prove-rest.ts";

/**
 * What REST has to serve of what this run has applied, for an attempt that finds nothing left to do; REST is told anew. Nothing
 * is asked where this run has applied none: a release's id ends with its run.
 */
export async function servedByRun(
  databaseUrl: string,
  { parser, files, memory }: Pick<Inspection, "parser" | "files" | "memory">,
  world: Pick<Runtime, "connect" | "context">,
): Promise<readonly string[]> {
  const ours = files.filter(({ version }) =>
    memory?.noted.get(version)?.release?.endsWith(`-${world.context.runId}`),
  );
  const made = new Set(
    ours.flatMap(({ text }) => {
      const split = splitFile(parser, text);
      return "message" in split ? [] : split.statements.flatMap(({ node }) => pathOf(node));
    }),
  );
  if (made.size === 0) return [];
  const served = await withSession(world, databaseUrl, (database) => reloadRest(database, new Set()));
  return served.filter((path) => made.has(path));
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
