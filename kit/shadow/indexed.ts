import type { Catalog, Column, Policy, Relation, Routine, Trigger } from "./catalog.ts";
import { rightsIn } from "./rights.ts";

export type Indexed = ReturnType<typeof indexed>;

/** A catalog, so that what one knows by id or name is found at once. */
export function indexed(catalog: Catalog) {
  const relation = new Map(catalog.relations.map((one) => [one.id, one] as const));
  const relationNamed = new Map(catalog.relations.map((one) => [one.name, one] as const));
  const columns = new Map<number, Column[]>();
  for (const column of catalog.columns) {
    const list = columns.get(column.relation);
    if (list) list.push(column);
    else columns.set(column.relation, [column]);
  }
  const policies = new Map<number, Policy[]>();
  for (const policy of catalog.policies)
    policies.set(policy.relation, [...(policies.get(policy.relation) ?? []), policy]);
  const routines = new Map<string, Routine[]>();
  for (const routine of catalog.routines)
    routines.set(routine.name, [...(routines.get(routine.name) ?? []), routine]);
  return {
    relation,
    relationNamed,
    columnsOf: (id: number): readonly Column[] => columns.get(id) ?? [],
    /** What stands where the other was: itself, or what has its name now. */
    relationOf: (other: Relation | undefined) =>
      other && (relation.get(other.id) ?? relationNamed.get(other.name)),
    routine: new Map(catalog.routines.map((one) => [one.id, one] as const)),
    routinesNamed: (name: string): readonly Routine[] => routines.get(name) ?? [],
    type: new Map(catalog.types.map((one) => [one.id, one] as const)),
    typeNamed: new Map(catalog.types.map((one) => [one.name, one] as const)),
    triggers: new Map(catalog.triggers.map((one) => [one.id, one] as const)),
    triggersNamed: new Map(catalog.triggers.map((one) => [`${one.relation} ${one.name}`, one] as const)),
    triggersOn: (id: number): readonly Trigger[] => catalog.triggers.filter((one) => one.relation === id),
    policiesOn: (id: number): readonly Policy[] => policies.get(id) ?? [],
    policyIds: new Set(catalog.policies.map(({ id }) => id)),
    policies: new Set(catalog.policies.map((one) => `${one.relation} ${one.name}`)),
    rightsOn: rightsIn(catalog.grants),
  };
}
