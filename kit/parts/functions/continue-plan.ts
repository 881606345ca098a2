import { heldIn } from "../../action/held-in.ts";
import type { Form } from "../../ports/misfit.ts";
import { type Json, canonical } from "../../release/canonical.ts";
import { decidedIn } from "../../release/plan/decided.ts";
import { type PlanPart, partDigest } from "../../release/plan/plan.ts";
import { type Inspected, functionsPart, json } from "./plan-functions.ts";
import type { Removal } from "./change/prune.ts";

/** A function that an earlier attempt of this release has brought live already, as it was approved. */
export interface Done {
  readonly slug: string;
  readonly was: Json;
  readonly becomes: Json;
}

/** The part to enter the phase with, what of it is done, and what of it is still to be taken away. */
export interface Continued {
  readonly part: PlanPart;
  readonly done: readonly Done[];
  readonly removals: readonly Removal[];
}

/**
 * A re-run finds less work than was approved, since it did some itself. Where all that is missing is live
 * exactly as approved, the part is the approved one; everything else stays a difference. A function that appeared
 * after the approval is not taken away: nobody has approved it. Pure.
 */
export function continuePlan(inspected: Inspected, approved: PlanPart | undefined): Continued {
  if (approved === undefined)
    return { part: functionsPart(inspected), done: [], removals: inspected.removals };
  const { functions: decided = {} } = decidedIn<Decisions>(approved, decidedForm);
  const found = withoutStrangers(inspected, decided);
  const { removals } = found;
  const part = functionsPart(found);
  if (partDigest(approved) === partDigest(part)) return { part, done: [], removals };
  const changed = found.changes.map(({ slug }) => slug);
  const live = found.wanted.flatMap(({ slug, state }) => {
    const one = heldIn(decided, slug);
    const ours =
      one !== undefined && !changed.includes(slug) && canonical(one.becomes) === canonical(json(state));
    return ours ? [{ slug, was: one.was, becomes: one.becomes }] : [];
  });
  const done = [...live, ...takenAway(found, decided)];
  const { functions = {}, unchanged = [] } = decidedIn<Decisions>(part, decidedForm);
  const finished = done.map(({ slug, was, becomes }) => [slug, { was, becomes }] as const);
  const decisions = {
    functions: { ...functions, ...Object.fromEntries(finished) },
    unchanged: unchanged.filter((slug) => done.every((one) => one.slug !== slug)),
  };
  const whole: PlanPart = { ...part, work: "some", decisions };
  return partDigest(whole) === partDigest(approved)
    ? { part: whole, done, removals }
    : { part, done: [], removals };
}

/** What would be taken away, but is not in the plan, is left as what no release is about. */
function withoutStrangers(found: Inspected, decided: Decisions["functions"]): Inspected {
  const isPlanned = ({ slug }: Removal): boolean => heldIn(decided, slug)?.becomes === null;
  const strangers = found.removals.filter((one) => !isPlanned(one)).map(({ slug }) => slug);
  if (strangers.length === 0) return found;
  const undeclared = [...found.live.undeclared, ...strangers].sort();
  return { ...found, removals: found.removals.filter(isPlanned), live: { ...found.live, undeclared } };
}

function takenAway({ live, wanted }: Inspected, decided: Decisions["functions"]): readonly Done[] {
  const known = [...live.functions.keys(), ...live.undeclared, ...wanted.map(({ slug }) => slug)];
  return Object.entries(decided).flatMap(([slug, { was, becomes }]) =>
    becomes === null && !known.includes(slug) ? [{ slug, was, becomes }] : [],
  );
}

interface Decisions {
  readonly functions: Readonly<Record<string, { readonly was: Json; readonly becomes: Json }>>;
  readonly unchanged: readonly string[];
}

const decidedForm: Form = {
  fields: {
    functions: { optional: { values: { fields: { was: "any", becomes: "any" } } } },
    unchanged: { optional: { each: "text" } },
  },
};
