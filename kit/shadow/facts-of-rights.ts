import type { Catalog } from "./catalog.ts";
import { type Fact, factOf } from "./fact.ts";
import { standing } from "./facts-of-others.ts";
import type { Indexed } from "./indexed.ts";
import { type Rights, missingIn } from "./rights.ts";

/** As many are named in a message. */
const most = 6;

/** What is made anew has what every new one is granted, also what had been revoked on it. Who grants by name means it. */
export function regainedFacts({ relations, routines }: Catalog, old: Indexed, now: Indexed): readonly Fact[] {
  const anew = [
    ...relations.map((was) => [was, now.relation.has(was.id) ? undefined : now.relationOf(was)] as const),
    ...routines.map((was) => [was, standing(was, now)] as const),
  ];
  return anew.flatMap(([was, is]) => {
    if (!is || is.id === was.id || was.anew) return [];
    const more = missingIn(old.rightsOn(was.id), now.rightsOn(is.id)).slice(0, most);
    if (more.length === 0) return [];
    return [factOf(was.id)("grant-regained", `new rights on ${was.name}`, `are there: ${more.join(", ")}`)];
  });
}

/** One fact a thing: who may no longer do what with it. */
export function grantFacts({ grants }: Catalog, old: Indexed, now: Indexed): readonly Fact[] {
  const lost = new Map<string, { readonly on: number; readonly rights: readonly string[] }>();
  const lacks = compared();
  for (const id of grants.flatMap(({ on }) => on).sort((one, other) => one - other)) {
    const routine = old.routine.get(id);
    const is =
      now.relationOf(old.relation.get(id)) ?? (routine && (standing(routine, now) ?? now.routine.get(id)));
    const rights = is ? lacks(now.rightsOn(is.id), old.rightsOn(id)) : [];
    if (!is || rights.length === 0) continue;
    const sofar = lost.get(is.name) ?? { on: id, rights: [] };
    lost.set(is.name, { on: sofar.on, rights: [...sofar.rights, ...rights] });
  }
  return [...lost].map(([name, { on, rights }]) =>
    factOf(on)("grant-gone", `rights on ${name}`, `are fewer: ${rights.slice(0, most).join(", ")}`),
  );
}

/** Hundreds of things share a few sets: each pair is compared once. */
function compared(): (now: Rights, was: Rights) => readonly string[] {
  const known = new Map<Rights, Map<Rights, readonly string[]>>();
  return (now, was) => {
    const others = known.get(now) ?? new Map<Rights, readonly string[]>();
    known.set(now, others);
    const missing = others.get(was) ?? missingIn(now, was);
    others.set(was, missing);
    return missing;
  };
}
