import type { Node } from "libpg-query";
import { as } from "../walk.ts";

export interface Policy {
  readonly command: string;
  readonly permissive: boolean;
  readonly roles: readonly Node[];
  readonly using: Condition | undefined;
  readonly check: Condition | undefined;
}

/** A condition by its parts, compared many times and so read once. */
export interface Condition {
  /** It lets everybody through. */
  readonly free: boolean;
  readonly or: () => readonly string[];
  readonly and: () => readonly string[];
}

export function policyOf(node: Node | undefined): Policy | undefined {
  const made = as(node, "CreatePolicyStmt");
  if (!made) return undefined;
  const { cmd_name: command = "all", permissive = false, roles = [], qual: using, with_check: check } = made;
  return { command, permissive, roles, using: conditionOf(using), check: conditionOf(check) };
}

export function conditionOf(node: Node | undefined): Condition | undefined {
  if (node === undefined) return undefined;
  let [or, and]: (readonly string[] | undefined)[] = [];
  return {
    free: as(node, "A_Const")?.boolval?.boolval === true,
    or: () => (or ??= partsOf(node, "OR_EXPR")),
    and: () => (and ??= partsOf(node, "AND_EXPR")),
  };
}

const commands: readonly string[] = ["select", "insert", "update", "delete"];

/** Whether others together allow, command by command, at least what a policy does. */
export function isCovered(policy: Policy, others: readonly Policy[]): boolean {
  const needed = policy.command === "all" ? commands : [policy.command];
  return needed.every((command) =>
    others.some(
      (other) =>
        ["all", command].includes(other.command) &&
        ["same", "wider"].includes(policyChange(asked(policy, command), asked(other, command))),
    ),
  );
}

/** What a policy asks for one command: an INSERT meets only its check, what reads or deletes only the other. */
function asked(policy: Policy, command: string): Policy {
  const check = policy.check ?? policy.using;
  const { using } = policy;
  if (command === "insert") return { ...policy, command, using: check, check };
  return { ...policy, command, using, check: command === "update" ? check : using };
}

export type Change = "same" | "wider" | "narrower" | "unclear";

/** Whether a policy allows less than before, as far as its text tells: of two conditions often neither is the stricter. */
export function policyChange(before: Policy, after: Policy): Change {
  if (after.permissive !== before.permissive) return "unclear";
  const quick = together(commandChange(before.command, after.command), roleChange(before, after));
  if (quick === "unclear") return quick;
  return [
    conditionChange(before.using, after.using),
    // Without a condition of its own, what is written must meet the one for what is read.
    conditionChange(before.check ?? before.using, after.check ?? after.using),
  ].reduce(together, quick);
}

function together(one: Change, other: Change): Change {
  if (one === other || other === "same") return one;
  return one === "same" ? other : "unclear";
}

function commandChange(before: string, after: string): Change {
  if (before === after) return "same";
  if (after === "all") return "wider";
  return before === "all" ? "narrower" : "unclear";
}

function roleChange(before: Policy, after: Policy): Change {
  const [had, has] = [before.roles.map(roleOf), after.roles.map(roleOf)];
  const covers = (some: readonly string[], others: readonly string[]): boolean =>
    some.includes("public") || others.every((role) => some.includes(role));
  if (covers(has, had)) return covers(had, has) ? "same" : "wider";
  if (!covers(had, has)) return "unclear";
  return has.includes("authenticated") && asksForUser(before) ? "same" : "narrower";
}

/** Nobody but a user who is signed in meets any of the conditions. */
function asksForUser({ using, check }: Policy): boolean {
  const conditions = [using, check].flatMap((one) => one?.or() ?? []);
  return (
    conditions.length > 0 &&
    conditions.every((one) => /"sval":"auth"\}\},\{"String":\{"sval":"(uid|jwt)"/.test(one))
  );
}

function roleOf(node: Node): string {
  const role = as(node, "RoleSpec");
  return role?.roletype === "ROLESPEC_PUBLIC" ? "public" : (role?.rolename ?? "?");
}

/** Another OR allows more, another AND less. */
export function conditionChange(before: Condition | undefined, after: Condition | undefined): Change {
  const [free, frees] = [before, after].map((one) => one?.free ?? true);
  if (!before || !after || free || frees) return free === frees ? "same" : free ? "narrower" : "wider";
  const [had, has] = [before.or(), after.or()];
  const [wider, narrower] = [
    had.every((part) => has.includes(part)),
    has.every((part) => had.includes(part)),
  ];
  if (wider || narrower) return wider && narrower ? "same" : wider ? "wider" : "narrower";
  const [needed, needs] = [before.and(), after.and()];
  if (needs.every((part) => needed.includes(part))) return "wider";
  return needed.every((part) => needs.includes(part)) ? "narrower" : "unclear";
}

function partsOf(node: Node, kind: "OR_EXPR" | "AND_EXPR"): readonly string[] {
  const both = as(node, "BoolExpr");
  return (both?.boolop === kind ? (both.args ?? []) : [node]).map(plain);
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
