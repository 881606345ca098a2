import type { Effect } from "./catalog/effect.ts";
import type { CreateTrigStmt } from "libpg-query";
import { setsDefiner } from "./catalog/definer.ts";
import { type GrantSaid, grantOf, isOfOption } from "./catalog/privileges.ts";
import { setsInvoker } from "./catalog/view-options.ts";
import { copyIn } from "./checks/copied.ts";
import { type Policy, policyOf } from "./checks/policy-change.ts";
import type { Context } from "./hit.ts";
import { relationName } from "./names.ts";
import { as } from "./walk.ts";

type Ahead = Pick<
  Context,
  | "later"
  | "rightsSaid"
  | "policies"
  | "triggers"
  | "finalName"
  | "renamedTo"
  | "droppedLater"
  | "invokerLater"
  | "definerLater"
  | "copiedTo"
>;

/** What the statements of a file make, give and take further down. */
export interface Outlook {
  from(index: number): Ahead;
}

/** Reads all statements of a file once; what cannot be read is a gap. */
export function lookAhead(effects: readonly (Effect | undefined)[]): Outlook {
  const { made, dropped, invokers, definers, renames, names, grants, policies, triggers, copies } =
    read(effects);
  return {
    from: (index) => ({
      later: (key) => {
        const last = made.get(key) ?? -1;
        return last >= index ? effects[last]?.node : undefined;
      },
      droppedLater: (key) => (dropped.get(key) ?? -1) > index,
      copiedTo: (table) => copies.get(table)?.findLast((one) => one.index < index)?.value,
      invokerLater: (view) => (invokers.get(view) ?? -1) > index,
      definerLater: (key) => (definers.get(key) ?? -1) > index,
      rightsSaid: (key) => {
        const [kind = "", name = ""] = key.split(" ", 2);
        const wide = `${kind} ${name.slice(0, name.indexOf("."))}`;
        const all = [key, key.replace(/\(.*$/s, "(?)"), wide].filter(
          (one, at, every) => every.indexOf(one) === at,
        );
        const said = all.flatMap((one) => grants.get(one) ?? []);
        return after(
          said.toSorted((a, b) => a.index - b.index),
          index,
        );
      },
      triggers: (table) => after(triggers.get(table), index),
      policies: (table) => after(policies.get(table), index),
      renamedTo: (key) => after(names.get(key), index)[0],
      finalName: (key) => {
        let [name, from] = [key, index];
        for (;;) {
          const next = renames.get(name)?.find((one) => one.index > from);
          if (!next) return name;
          [name, from] = [next.value, next.index];
        }
      },
    }),
  };
}

/** By name, what is said where, in the order of the file. */
type Said<T> = Map<string, { readonly index: number; readonly value: T }[]>;

/** By name, what the statements say, and where: the last place, or every one. */
interface AllSaid {
  readonly made: Map<string, number>;
  readonly dropped: Map<string, number>;
  readonly invokers: Map<string, number>;
  readonly definers: Map<string, number>;
  readonly renames: Said<string>;
  readonly names: Said<string>;
  readonly copies: Said<string>;
  readonly grants: Said<GrantSaid>;
  readonly policies: Said<Policy>;
  readonly triggers: Said<CreateTrigStmt>;
}

function read(effects: readonly (Effect | undefined)[]): AllSaid {
  const all: AllSaid = {
    made: new Map(),
    dropped: new Map(),
    invokers: new Map(),
    definers: new Map(),
    renames: new Map(),
    names: new Map(),
    copies: new Map(),
    grants: new Map(),
    policies: new Map(),
    triggers: new Map(),
  };
  effects.forEach((effect, index) => {
    if (!effect) return;
    noteNames(all, effect, index);
    noteNode(all, effect.node, index);
  });
  return all;
}

function noteNames({ made, dropped, renames, names }: AllSaid, effect: Effect, index: number): void {
  for (const { key } of effect.made) {
    made.set(key, index);
    // By its name alone, whatever its arguments.
    if (key.startsWith("function ")) made.set(key.replace(/\(.*$/s, "(?)"), index);
  }
  for (const key of effect.dropped) dropped.set(key, index);
  if (effect.renamed) say(renames, effect.renamed[0], index, effect.renamed[1]);
  if (effect.renamed) say(names, effect.renamed[1], index, effect.renamed[0]);
}

function noteNode(all: AllSaid, node: Effect["node"], index: number): void {
  const invoker = setsInvoker(node);
  if (invoker?.on) all.invokers.set(invoker.view, index);
  const copy = copyIn(node);
  if (copy) say(all.copies, copy.from, index, copy.to);
  const grant = as(node, "GrantStmt");
  if (grant && grant.targtype !== "ACL_TARGET_DEFAULTS" && !isOfOption(grant)) {
    const said = { ...grantOf(grant), gives: grant.is_grant === true };
    for (const key of [...said.keys, ...said.schemas]) say(all.grants, key, index, said);
  }
  const definer = setsDefiner(node);
  if (definer?.on) all.definers.set(definer.key, index);
  const trigger = as(node, "CreateTrigStmt");
  if (trigger) say(all.triggers, relationName(trigger.relation), index, trigger);
  const policy = policyOf(node);
  if (policy) say(all.policies, relationName(as(node, "CreatePolicyStmt")?.table), index, policy);
}

function say<T>(said: Said<T>, name: string, index: number, value: T): void {
  const all = said.get(name);
  if (all) all.push({ index, value });
  else said.set(name, [{ index, value }]);
}

function after<T>(
  said: readonly { readonly index: number; readonly value: T }[] | undefined,
  index: number,
): readonly T[] {
  return (said ?? []).filter((one) => one.index > index).map(({ value }) => value);
}
