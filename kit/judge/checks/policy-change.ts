import type { Node } from "libpg-query";
import { as } from "../walk.ts";
import { type Condition, conditionOf, implies, isTrue, refuses } from "./condition.ts";

export interface Policy {
  readonly command: string;
  readonly permissive: boolean;
  readonly roles: readonly Node[];
  readonly using: Condition | undefined;
  readonly check: Condition | undefined;
}

export function policyOf(node: Node | undefined): Policy | undefined {
  const made = as(node, "CreatePolicyStmt");
  if (!made) return undefined;
  const { cmd_name: command = "all", permissive = false, roles = [], qual, with_check: written } = made;
  let [using, check]: (Condition | undefined)[] = [];
  return {
    command,
    permissive,
    roles,
    // Most are never compared.
    get using() {
      return qual && (using ??= conditionOf(qual));
    },
    get check() {
      return written && (check ??= conditionOf(written));
    },
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
  const more = covers(had, has) ? "same" : "wider";
  if (covers(has, had)) return more;
  // Who is not named any more is refused, whoever else is let in.
  return has.includes("authenticated") && asksForUser(before) ? more : "narrower";
}

/** Nobody but a user who is signed in meets any of the conditions. */
function asksForUser({ using, check }: Policy): boolean {
  const conditions = [using, check].flatMap((one) => (one?.kind === "or" ? one.args : one ? [one] : []));
  return (
    conditions.length > 0 &&
    conditions.every(({ text }) => /"sval":"auth"\}\},\{"String":\{"sval":"(uid|jwt)"/.test(text))
  );
}

function roleOf(node: Node): string {
  const role = as(node, "RoleSpec");
  return role?.roletype === "ROLESPEC_PUBLIC" ? "public" : (role?.rolename ?? "?");
}

/** Of two conditions that are true, so is each that is implied; a value that is listed no more lets nobody through. */
function conditionChange(before: Condition | undefined, after: Condition | undefined): Change {
  const [free, frees] = [before, after].map((one) => !one || isTrue(one));
  if (!before || !after || free || frees) return free === frees ? "same" : free ? "narrower" : "wider";
  const [wider, narrower] = [implies(before, after), implies(after, before)];
  if (wider) return narrower ? "same" : "wider";
  return narrower || refuses(before, after) ? "narrower" : "unclear";
}
