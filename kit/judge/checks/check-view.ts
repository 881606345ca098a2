import type { AlterTableCmd, Node } from "libpg-query";
import { invokerSaid, isInvoker } from "../catalog/view-options.ts";
import type { Context, Hit } from "../hit.ts";
import { relationName } from "../names.ts";
import { type NodeOf, as } from "../walk.ts";

/** CREATE OR REPLACE VIEW takes away the options that it does not repeat. */
export function checkView(value: NodeOf<"ViewStmt">, context: Context): readonly Hit[] {
  const view = relationName(value.view);
  if (!value.replace || context.known.has(`view ${view}`)) return [];
  const checks = checksWrites(value) && isUnchecked(view, context);
  return [
    ...invokerHits(view, { ViewStmt: value }, context),
    ...(checks ? [{ rule: "add-check-option", thing: view } as const] : []),
  ];
}

/** Who may see what through a view that is made again: its owner's part, or the reader's. */
export function invokerHits(view: string, after: Node | undefined, context: Context): readonly Hit[] {
  if (losesInvoker(view, after, context)) return [{ rule: "lose-security-invoker", thing: view }];
  const asks = isInvoker(as(after, "ViewStmt")?.options);
  return asks && isOwners(view, context) ? [{ rule: "gain-security-invoker", thing: view }] : [];
}

/** ALTER VIEW … SET (security_invoker = true), SET (check_option = local), and RESET. */
export function checkViewOptions(view: string, command: AlterTableCmd, context: Context): readonly Hit[] {
  const { known, catalog, invokerLater } = context;
  if (known.has(`view ${view}`)) return [];
  const invoker = invokerSaid(command);
  const loses = invoker === false && catalog.has(`invoker ${view}`) && !invokerLater(view);
  const names = (as(command.def, "List")?.items ?? []).map((one) => as(one, "DefElem")?.defname);
  const checks = command.subtype === "AT_SetRelOptions" && names.includes("check_option");
  return [
    ...(invoker && isOwners(view, context) ? [{ rule: "gain-security-invoker", thing: view } as const] : []),
    ...(loses ? [{ rule: "lose-security-invoker", thing: view } as const] : []),
    ...(checks && isUnchecked(view, context) ? [{ rule: "add-check-option", thing: view } as const] : []),
  ];
}

function checksWrites({ withCheckOption, options }: NodeOf<"ViewStmt">): boolean {
  const said = (options ?? []).some((one) => as(one, "DefElem")?.defname === "check_option");
  return said || (withCheckOption ?? "NO_CHECK_OPTION") !== "NO_CHECK_OPTION";
}

/** Whether it let through, as it was made, what it does not show afterwards; of one that no file has made nobody knows. */
function isUnchecked(view: string, { catalog }: Pick<Context, "catalog">): boolean {
  const made = as(catalog.made(`view ${view}`), "ViewStmt");
  return made !== undefined && !checksWrites(made);
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
