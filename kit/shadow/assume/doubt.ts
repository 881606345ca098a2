import type { Catalog } from "../catalog.ts";
import { grantsOn } from "../rights.ts";

/** The catalog without what is only assumed: of that nobody knows what becomes of it. */
export function without(catalog: Catalog, doubted: ReadonlySet<string>): Catalog {
  if (doubted.size === 0) return catalog;
  const isSure = ({ name }: { readonly name: string }): boolean => !doubted.has(name);
  const relations = catalog.relations.filter(isSure);
  const names = new Map(relations.map(({ id, name }) => [id, name] as const));
  const routines = catalog.routines.filter(isSure);
  const part = ({ relation, name }: { readonly relation: number; readonly name: string }): boolean =>
    names.has(relation) && !doubted.has(`${names.get(relation) ?? ""}.${name}`);
  const gone = new Set(
    [...catalog.relations, ...catalog.routines].filter((one) => !isSure(one)).map(({ id }) => id),
  );
  return {
    relations,
    routines,
    columns: catalog.columns.filter(part),
    types: catalog.types.filter(isSure),
    policies: catalog.policies.filter(part),
    triggers: catalog.triggers.filter(part),
    constraints: catalog.constraints,
    grants: grantsOn(catalog.grants, (id) => !gone.has(id)),
  };
}

/** Whether a text names something that is only assumed, with its schema or without. */
export function namesOneOf(doubted: Iterable<string>, text: string): boolean {
  return [...doubted].some((name) => {
    const parts = name.split(".");
    const bare = (parts.length > 1 ? parts.slice(1) : parts).join(".").replace(/[^\w.]/g, "\\$&");
    // Of a part of a table, the table is enough.
    return new RegExp(`(^|\\W)${bare.replace(/\..*$/s, "")}($|\\W)`, "i").test(text);
  });
}
