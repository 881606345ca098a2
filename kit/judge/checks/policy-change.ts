import type { Node } from "libpg-query";
import { as } from "../walk.ts";

export interface Policy {
  readonly command: string;
  readonly permissive: boolean;
  readonly roles: readonly Node[];
  readonly using: Node | undefined;
  readonly check: Node | undefined;
}

export function policyOf(node: Node | undefined): Policy | undefined {
  const made = as(node, "CreatePolicyStmt");
  if (!made) return undefined;
  const { cmd_name: command = "all", permissive = false, roles = [], qual: using, with_check: check } = made;
  return { command, permissive, roles, using, check };
}

/**
 * Whether a policy allows less than before. Of two conditions it is often not in the text which allows more: then
 * `unsure` is the answer.
 */
export function narrows(before: Policy, after: Policy, unsure = false): boolean {
  if (after.command !== before.command && after.command !== "all") return true;
  const roles = new Set(after.roles.map(roleOf));
  if (!roles.has("public") && !before.roles.every((role) => roles.has(roleOf(role)))) return true;
  // Without a condition of its own, what is written must meet the one for what is read.
  const conditions: readonly (readonly [Node | undefined, Node | undefined])[] = [
    [before.using, after.using],
    [before.check ?? before.using, after.check ?? after.using],
  ];
  return conditions.some(([had, has]) => isStricter(had, has, unsure));
}

function roleOf(node: Node): string {
  const role = as(node, "RoleSpec");
  return role?.roletype === "ROLESPEC_PUBLIC" ? "public" : (role?.rolename ?? "?");
}

/** Conditions are compared by their parts: another OR allows more, another AND less. */
function isStricter(before: Node | undefined, after: Node | undefined, unsure: boolean): boolean {
  if (after === undefined || isTrue(after)) return false;
  if (before === undefined || isTrue(before)) return true;
  const [had, has] = [partsOf(before, "OR_EXPR"), partsOf(after, "OR_EXPR")];
  if (had.every((part) => has.includes(part))) return false;
  if (has.every((part) => had.includes(part))) return true;
  const [needed, needs] = [partsOf(before, "AND_EXPR"), partsOf(after, "AND_EXPR")];
  if (needs.every((part) => needed.includes(part))) return false;
  return needed.every((part) => needs.includes(part)) || unsure;
}

function partsOf(node: Node, kind: "OR_EXPR" | "AND_EXPR"): readonly string[] {
  const both = as(node, "BoolExpr");
  return (both?.boolop === kind ? (both.args ?? []) : [node]).map(plain);
}

function isTrue(node: Node): boolean {
  return as(node, "A_Const")?.boolval?.boolval === true;
}

/** A condition without its places in the text. `(select auth.uid())` asks once what `auth.uid()` asks for every row. */
function plain(node: Node): string {
  return JSON.stringify(unwrapped(node), (key, value: unknown) => (key === "location" ? undefined : value));
}

function unwrapped(tree: unknown): unknown {
  if (Array.isArray(tree)) return tree.map(unwrapped);
  if (typeof tree !== "object" || tree === null) return tree;
  const select = as(as(tree as Node, "SubLink")?.subselect, "SelectStmt");
  const [only, ...more] = select?.targetList ?? [];
  if (select && only && more.length === 0 && !select.fromClause && !select.whereClause)
    return unwrapped(as(only, "ResTarget")?.val);
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, unwrapped(value)]));
}
