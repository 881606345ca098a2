import type { Node } from "libpg-query";
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
