import type { Node, RangeVar } from "libpg-query";
import { partsOf, qualified, relationName } from "../names.ts";
import { type NodeOf, as, walk } from "../walk.ts";

/** What stands on a view or a function and goes with it by CASCADE: views, policies and triggers, as files have made them. */
export function dependentsOf(things: Iterable<readonly [string, Node]>, key: string): readonly string[] {
  const all = [...things].filter(([one]) => /^(view|policy|trigger) /.test(one));
  const found = new Set<string>();
  const follow = (from: string): void => {
    for (const [one, node] of all) {
      if (one === key || found.has(one) || !uses(node, from)) continue;
      found.add(one);
      if (one.startsWith("view ")) follow(one);
    }
  };
  follow(key);
  return [...found];
}

function uses(node: Node, key: string): boolean {
  const name = key.slice(key.indexOf(" ") + 1).replace(/\(.*$/s, "");
  const trigger = as(node, "CreateTrigStmt");
  if (trigger) return key.startsWith("function ") && qualified(partsOf(trigger.funcname)) === name;
  const policy = as(node, "CreatePolicyStmt");
  const [wanted, tree] = policy ? [false, [policy.qual, policy.with_check]] : [true, node];
  const view = wanted
    ? relationName(as(node, "ViewStmt")?.view ?? as(node, "CreateTableAsStmt")?.into?.rel)
    : "";
  let found = false;
  walk(tree, (type, value) => {
    if (type === "FuncCall")
      found ||=
        key.startsWith("function ") && qualified(partsOf((value as NodeOf<"FuncCall">).funcname)) === name;
    if (type === "RangeVar")
      found ||= key.startsWith("view ") && relationName(value as RangeVar) === name && name !== view;
  });
  return found;
}
