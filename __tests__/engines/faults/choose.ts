import { seeded } from "../../support/seeded.ts";
import type { Base } from "./base.ts";
import { type Case, nameOf } from "./case.ts";
import { faultsOf } from "./faults.ts";

/**
 * Every call of every phase, and every fault; what is done where it failed, and whether that is asked of the former
 * half or the latter, changes with the seed.
 */
export function allCases({ steps }: Base, seed: number): readonly Case[] {
  const met = steps.flatMap((step) =>
    [...new Set(step.calls)].flatMap((call) => faultsOf(call).map((fault) => ({ step, call, fault }))),
  );
  return met.map((one, index): Case => {
    // Behind a plan that failed, and a dashboard, nobody asks for a rollback.
    const isEarly = ["plan", "prepare"].includes(one.step.name);
    return { ...one, next: isEarly || (index + seed) % 2 === 0 ? "again" : "back" };
  });
}

/** So many of them, of each phase and each fault about as many as there are of it; another seed gives others. */
export function sample(cases: readonly Case[], most: number, seed: number): readonly Case[] {
  const random = seeded(seed);
  const groups = new Map<string, { readonly at: number; readonly one: Case }[]>();
  for (const one of cases) {
    const group = `${one.step.name} ${one.fault.name} ${one.fault.onwards}`;
    groups.set(group, [...(groups.get(group) ?? []), { at: random(), one }]);
  }
  const lines = [...groups.values()]
    .map((group) => ({ at: random(), group: group.sort((a, b) => a.at - b.at) }))
    .sort((a, b) => a.at - b.at);
  const chosen: Case[] = [];
  for (let turn = 0; chosen.length < Math.min(most, cases.length); turn += 1)
    for (const { group } of lines) {
      const next = group[turn];
      if (next !== undefined && chosen.length < most) chosen.push(next.one);
    }
  return chosen;
}

export function named(cases: readonly Case[], words: string): readonly Case[] {
  return cases.filter((one) => nameOf(one).includes(words));
}
