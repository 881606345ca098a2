import type { Catalog } from "./catalog.ts";
import { grantsOn } from "./rights.ts";

/** Of a catalog what the live code can know: what an earlier pending file has made may be changed at will. */
export function onlyLive(now: Catalog, live: Catalog): Catalog {
  if (now === live) return now;
  const ids = new Set([...live.relations, ...live.routines, ...live.types].map(({ id }) => id));
  const names = new Set(
    [...live.relations, ...live.types].map(({ name }) => name).concat(live.routines.map(({ name }) => name)),
  );
  const known = ({ id, name }: { readonly id: number; readonly name: string }): boolean =>
    ids.has(id) || names.has(name);
  const columns = new Set(live.columns.map(({ relation, number }) => `${relation} ${number}`));
  const named = (list: readonly Named[]): ReadonlySet<string> =>
    new Set(list.map(({ relation, name }) => `${relation} ${name}`));
  const [policies, triggers] = [named(live.policies), named(live.triggers)];
  const before = new Map(live.relations.map((one) => [one.id, one] as const));
  const relations = now.relations.filter(known).map((one) => {
    const was = before.get(one.id);
    const published = (one.published ?? []).filter((name) => !was || was.published?.includes(name));
    return { ...one, published, anew: !was };
  });
  const kept = new Set(relations.map(({ id }) => id));
  return {
    relations,
    columns: now.columns.filter(
      ({ relation, number }) =>
        kept.has(relation) && (columns.has(`${relation} ${number}`) || !ids.has(relation)),
    ),
    routines: now.routines.filter(known).map((one) => ({ ...one, anew: !ids.has(one.id) })),
    types: now.types.filter(known),
    policies: now.policies.filter(({ relation, name }) => policies.has(`${relation} ${name}`)),
    triggers: now.triggers.filter(({ relation, name }) => triggers.has(`${relation} ${name}`)),
    // One that an earlier pending file has added is not added by this one.
    constraints: now.constraints,
    grants: grantsOn(now.grants, (id) => ids.has(id)),
  };
}

interface Named {
  readonly relation: number;
  readonly name: string;
}

/** Of a catalog only what facts are about. */
export function onlyThose(catalog: Catalog, ids: ReadonlySet<number>): Catalog {
  const of = ({ relation }: { readonly relation: number }): boolean => ids.has(relation);
  const own = ({ id }: { readonly id: number }): boolean => ids.has(id);
  return {
    relations: catalog.relations.filter(own),
    columns: catalog.columns.filter(of),
    routines: catalog.routines.filter(own),
    types: catalog.types.filter(own),
    policies: catalog.policies.filter(of),
    triggers: catalog.triggers.filter(of),
    constraints: catalog.constraints.filter(of),
    grants: grantsOn(catalog.grants, (id) => ids.has(id)),
  };
}
