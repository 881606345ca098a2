import { shaped } from "../shaped.ts";
import { type FileNode, shapes } from "./answers.ts";
import type { Vercel } from "./context.ts";

const root = ".vercel/output/static/";

/** SHA-1 by path of a prebuilt deployment's site; undefined where Vercel does not tell it for this deployment. */
export async function filesOf(
  { api }: Vercel,
  deployment: string,
): Promise<ReadonlyMap<string, string> | undefined> {
  const { status, json } = await api("GET", `/v6/deployments/${deployment}/files`, {
    accept: [200, 400, 403, 404, 410],
  });
  if (status !== 200 || !Array.isArray(json)) return undefined;
  const all = flatten(json, "");
  const site = all
    .map(([path, sha]) => [path.slice(path.indexOf(root)), sha] as const)
    .filter(([path]) => path.startsWith(root))
    .map(([path, sha]) => [path.slice(root.length), sha] as const);
  return site.length === 0 ? undefined : new Map(site);
}

function flatten(json: unknown, above: string): (readonly [string, string])[] {
  if (!Array.isArray(json)) return [];
  return shaped<readonly FileNode[]>("Vercel", json, { each: shapes.file }).flatMap((node) => {
    const path = `${above}${node.name}`;
    if (node.children !== undefined) return flatten(node.children, `${path}/`);
    return node.uid === undefined ? [] : [[path, node.uid] as const];
  });
}
