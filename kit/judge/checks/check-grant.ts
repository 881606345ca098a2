import type { GrantStmt, Node } from "libpg-query";
import type { Context, Hit } from "../hit.ts";
import { partsOf, qualified, relationName, signature } from "../names.ts";
import { type NodeOf, as } from "../walk.ts";

/** A privilege that is taken away on what was there before. Default privileges are of what is to come. */
export function checkGrant(value: GrantStmt, { known }: Context): readonly Hit[] {
  const { is_grant: gives, targtype, objects, objtype } = value;
  if (gives || targtype === "ACL_TARGET_DEFAULTS") return [];
  return (objects ?? []).flatMap((node) => {
    const { kind, name } = target(node, objtype);
    return known.fresh(`${kind} ${name}`) || known.fresh(`view ${name}`)
      ? []
      : [{ rule: "revoke", thing: name }];
  });
}

export function checkRoleGrant({ is_grant: gives }: NodeOf<"GrantRoleStmt">): readonly Hit[] {
  return gives ? [] : [{ rule: "revoke", thing: "membership of a role" }];
}

function target(node: Node, type: GrantStmt["objtype"]): { readonly kind: string; readonly name: string } {
  const routine = as(node, "ObjectWithArgs");
  if (routine) return { kind: "function", name: signature(routine) };
  const relation = as(node, "RangeVar");
  if (relation)
    return { kind: type === "OBJECT_SEQUENCE" ? "sequence" : "table", name: relationName(relation) };
  const plain = as(node, "String")?.sval;
  if (plain !== undefined) return { kind: "schema", name: plain };
  return { kind: "type", name: qualified(partsOf(as(node, "List")?.items)) };
}
