import type { Node } from "libpg-query";
import { relationName } from "../names.ts";
import { as } from "../walk.ts";

/** Whether a view's options say that it reads with the rights of whoever asks. */
export function isInvoker(options: readonly Node[] | undefined): boolean {
  return (options ?? []).some((node) => {
    const option = as(node, "DefElem");
    const value = as(option?.arg, "String")?.sval ?? "true";
    return option?.defname === "security_invoker" && ["true", "on", "1", "yes"].includes(value.toLowerCase());
  });
}

/** The view that an ALTER VIEW … SET (security_invoker = true) is about. */
export function setsInvoker(node: Node): string | undefined {
  const alter = as(node, "AlterTableStmt");
  const sets = (alter?.cmds ?? []).some((one) => {
    const command = as(one, "AlterTableCmd");
    return command?.subtype === "AT_SetRelOptions" && isInvoker(as(command.def, "List")?.items);
  });
  return sets ? relationName(alter?.relation) : undefined;
}
