import type { Node } from "libpg-query";
import { isInvoker } from "../catalog/view-options.ts";
import type { Context, Hit } from "../hit.ts";
import { relationName } from "../names.ts";
import { type NodeOf, as } from "../walk.ts";

/** CREATE OR REPLACE VIEW takes away the options that it does not repeat. */
export function checkView(value: NodeOf<"ViewStmt">, context: Context): readonly Hit[] {
  const view = relationName(value.view);
  if (!value.replace || context.known.has(`view ${view}`)) return [];
  return losesInvoker(view, { ViewStmt: value }, context)
    ? [{ rule: "lose-security-invoker", thing: view }]
    : [];
}

/** Whether a view that asked for its reader's rights no longer does once the file has run. */
export function losesInvoker(
  view: string,
  after: Node | undefined,
  { catalog, invokerLater }: Context,
): boolean {
  const made = as(after, "ViewStmt");
  if (!made || !catalog.has(`invoker ${view}`) || isInvoker(made.options)) return false;
  return !invokerLater(view);
}
