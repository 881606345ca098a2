import { axisOf, ruleOfFact } from "../../../shadow/axis.ts";
import type { Fact } from "../../../shadow/facts.ts";
import { namesOf } from "../../../shadow/tells.ts";
import type { Owners } from "./owners.ts";
import type { Effect } from "./shown.ts";

/**
 * A difference of the catalog as an effect of the file. A row security policy is lost for good where its table has got no
 * other one; else it is as in a replay. Without `owners` nobody can tell with which table a sequence goes.
 */
export function effectOf(
  { kind, on, thing, what }: Fact,
  gotPolicy: ReadonlySet<number>,
  owners?: Owners,
): Effect {
  const axis = axisOf(kind);
  const rule = kind === "policy-gone" && !gotPolicy.has(on) ? "drop-policy" : ruleOfFact(kind);
  return {
    axis,
    thing,
    what,
    ...namesOf(kind, thing),
    ...(kind === "sequence-gone" ? sequenceNames(on, thing, owners) : {}),
    rule,
  };
}

/** It goes with its column or table, which is what a statement names. */
function sequenceNames(id: number, thing: string, owners: Owners | undefined): Pick<Effect, "named"> {
  if (!owners) return { named: [] };
  const owner = owners.get(id);
  const own = thing.slice(thing.indexOf(".") + 1);
  return { named: owner === undefined ? [own] : [own, owner] };
}
