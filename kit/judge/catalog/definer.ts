import type { Node } from "libpg-query";
import { signature } from "../names.ts";
import { as } from "../walk.ts";
import { functionKey } from "./things.ts";

/** Whether a statement lets a function work with its owner's rights, or no longer: of `function public.f(int4)`. */
export function setsDefiner(node: Node): { readonly key: string; readonly on: boolean } | undefined {
  const made = as(node, "CreateFunctionStmt");
  if (made) return { key: functionKey(node), on: securityIn(made.options) ?? false };
  const { func, actions } = as(node, "AlterFunctionStmt") ?? {};
  const on = securityIn(actions);
  return func && on !== undefined ? { key: `function ${signature(func)}`, on } : undefined;
}

function securityIn(options: readonly Node[] | undefined): boolean | undefined {
  const said = (options ?? []).map((one) => as(one, "DefElem")).find((one) => one?.defname === "security");
  return said && as(said.arg, "Boolean")?.boolval === true;
}
