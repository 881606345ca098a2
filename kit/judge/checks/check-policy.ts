import type { Node } from "libpg-query";
import { alteredPolicy } from "../catalog/altered-policy.ts";
import type { Context, Hit } from "../hit.ts";
import { relationName } from "../names.ts";
import { isCovered, policyChange, policyOf } from "./policy-change.ts";
import type { NodeOf } from "../walk.ts";

/** A restrictive policy takes from what the others allow. */
export function checkCreatePolicy(value: NodeOf<"CreatePolicyStmt">, context: Context): readonly Hit[] {
  const table = relationName(value.table);
  const thing = `${table}.${value.policy_name ?? "?"}`;
  const restricts = value.permissive !== true && !context.known.fresh(`table ${table}`);
  return restricts && !context.known.was(`policy ${thing}`) ? [{ rule: "restrictive-policy", thing }] : [];
}

/** What an ALTER POLICY does not name stays as it is. */
export function checkAlterPolicy(
  value: NodeOf<"AlterPolicyStmt">,
  { known, catalog }: Context,
): readonly Hit[] {
  const thing = `${relationName(value.table)}.${value.policy_name ?? "?"}`;
  const key = `policy ${thing}`;
  if (known.has(key)) return [];
  const before = policyOf(catalog.made(key));
  const after = policyOf(alteredPolicy(catalog.made(key), value));
  const narrower = before && after && policyChange(before, after) === "narrower";
  return narrower ? [{ rule: "narrow-policy", thing }] : [];
}

/** Whether a policy that is dropped comes back for less. */
export function isNarrowed(key: string, after: Node, context: Context): boolean {
  const [before, again] = [policyOf(context.catalog.made(key)), policyOf(after)];
  if (!before || !again || policyChange(before, again) !== "narrower") return false;
  return !isReplaced(key, context);
}

/** Whether others that stand once the file has run, of it or of files before it, allow all that the dropped one did. */
export function isReplaced(key: string, { catalog, policies, droppedLater }: Context): boolean {
  const before = policyOf(catalog.made(key));
  const table = key.slice("policy ".length, key.lastIndexOf("."));
  if (!before) return false;
  const standing = catalog.policiesOn(table).flatMap((other) => {
    const policy = other === key || droppedLater(other) ? undefined : policyOf(catalog.made(other));
    return policy ? [policy] : [];
  });
  return isCovered(before, [...policies(table), ...standing]);
}
