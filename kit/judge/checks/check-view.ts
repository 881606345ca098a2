import type { AlterTableCmd, Node } from "libpg-query";
import { isInvoker } from "../catalog/view-options.ts";
import type { Context, Hit } from "../hit.ts";
import { relationName } from "../names.ts";
import { type NodeOf, as } from "../walk.ts";

/** CREATE OR REPLACE VIEW takes away the options that it does not repeat. */
export function checkView(value: NodeOf<"ViewStmt">, context: Context): readonly Hit[] {
  const view = relationName(value.view);
  if (!value.replace || context.known.has(`view ${view}`)) return [];
  return invokerHits(view, { ViewStmt: value }, context);
}

/** Who may see what through a view that is made again: its owner's part, or the reader's. */
export function invokerHits(view: string, after: Node | undefined, context: Context): readonly Hit[] {
  if (losesInvoker(view, after, context)) return [{ rule: "lose-security-invoker", thing: view }];
  const asks = isInvoker(as(after, "ViewStmt")?.options);
  return asks && isOwners(view, context) ? [{ rule: "gain-security-invoker", thing: view }] : [];
}

/** ALTER VIEW … SET (security_invoker = true). */
export function checkViewOptions(view: string, command: AlterTableCmd, context: Context): readonly Hit[] {
  const asks = isInvoker(as(command.def, "List")?.items);
  const known = context.known.has(`view ${view}`);
  return asks && !known && isOwners(view, context) ? [{ rule: "gain-security-invoker", thing: view }] : [];
}

/** A view of before that shows what its owner may see. */
function isOwners(view: string, { catalog, known }: Context): boolean {
  const invoker = `invoker ${view}`;
  return catalog.has(`view ${view}`) && !catalog.has(invoker) && known.was(invoker) === undefined;
}

/** Whether a view that asked for its reader's rights no longer does once the file has run. */
function losesInvoker(view: string, after: Node | undefined, { catalog, invokerLater }: Context): boolean {
  const made = as(after, "ViewStmt");
  if (!made || !catalog.has(`invoker ${view}`) || isInvoker(made.options)) return false;
  return !invokerLater(view);
}
