import type { Node } from "libpg-query";
import { relationName } from "../names.ts";
import { type NodeOf, as } from "../walk.ts";

/** The statement that would make a policy as it is once it was altered: what is not named stays as it is. */
export function alteredPolicy(
  made: Node | undefined,
  { roles, qual, with_check: check }: NodeOf<"AlterPolicyStmt">,
): Node | undefined {
  const policy = as(made, "CreatePolicyStmt");
  if (!policy) return undefined;
  const changes = { ...(roles ? { roles } : {}), ...(qual ? { qual } : {}) };
  return { CreatePolicyStmt: { ...policy, ...changes, ...(check ? { with_check: check } : {}) } };
}

/** What an ALTER POLICY makes of the policy that it names, where that is known. */
export function policyAltered(
  node: Node,
  made: (key: string) => Node | undefined,
): { readonly key: string; readonly node: Node } | undefined {
  const value = as(node, "AlterPolicyStmt");
  if (!value) return undefined;
  const key = `policy ${relationName(value.table)}.${value.policy_name ?? "?"}`;
  const altered = alteredPolicy(made(key), value);
  return altered && { key, node: altered };
}
