import type { AlterTableCmd, Node } from "libpg-query";
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

/** The view that an ALTER VIEW … SET or RESET (security_invoker) is about, and whether it reads so from then on. */
export function setsInvoker(node: Node): { readonly view: string; readonly on: boolean } | undefined {
  const alter = as(node, "AlterTableStmt");
  const said = (alter?.cmds ?? [])
    .map((one) => invokerSaid(as(one, "AlterTableCmd")))
    .find((on) => on !== undefined);
  return said === undefined ? undefined : { view: relationName(alter?.relation), on: said };
}

/** What a SET or RESET says of security_invoker; undefined where it is about other options. */
export function invokerSaid(command: AlterTableCmd | undefined): boolean | undefined {
  const options = as(command?.def, "List")?.items ?? [];
  const named = options.some((one) => as(one, "DefElem")?.defname === "security_invoker");
  if (!named) return undefined;
  if (command?.subtype === "AT_ResetRelOptions") return false;
  return command?.subtype === "AT_SetRelOptions" ? isInvoker(options) : undefined;
}
