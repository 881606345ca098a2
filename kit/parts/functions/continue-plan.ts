import { type Json, canonical } from "../../release/canonical.ts";
import { type PlanPart, partDigest } from "../../release/plan.ts";
import { type Inspected, functionsPart, json } from "./plan-functions.ts";

/** A function that an earlier attempt of this release has brought live already, as it was approved. */
export interface Done {
  readonly slug: string;
  readonly was: Json;
  readonly becomes: Json;
}

/** The part to enter the phase with, and what of it is done. */
export interface Continued {
  readonly part: PlanPart;
  readonly done: readonly Done[];
}

/**
 * A re-run finds less work than was approved, since it did some itself. Where all that is missing is live
 * exactly as approved, the part is the approved one; everything else stays a difference. Pure.
 */
export function continuePlan(found: Inspected, approved: PlanPart | undefined): Continued {
  const part = functionsPart(found);
  if (approved === undefined || partDigest(approved) === partDigest(part)) return { part, done: [] };
  const decided = decisionsOf(approved);
  const changed = found.changes.map(({ slug }) => slug);
  const done = found.wanted.flatMap(({ slug, state }) => {
    const one = decided[slug];
    const ours =
      one !== undefined && !changed.includes(slug) && canonical(one.becomes) === canonical(json(state));
    return ours ? [{ slug, was: one.was, becomes: one.becomes }] : [];
  });
  const { functions, unchanged } = part.decisions as unknown as Decisions;
  const finished = done.map(({ slug, was, becomes }) => [slug, { was, becomes }] as const);
  const decisions = {
    functions: { ...functions, ...Object.fromEntries(finished) },
    unchanged: unchanged.filter((slug) => done.every((one) => one.slug !== slug)),
  };
  const whole: PlanPart = { ...part, work: "some", decisions };
  return partDigest(whole) === partDigest(approved) ? { part: whole, done } : { part, done: [] };
}

interface Decisions {
  readonly functions: Readonly<Record<string, { readonly was: Json; readonly becomes: Json }>>;
  readonly unchanged: readonly string[];
}

function decisionsOf({ decisions }: PlanPart): Decisions["functions"] {
  return (decisions as unknown as Partial<Decisions> | null)?.functions ?? {};
}
