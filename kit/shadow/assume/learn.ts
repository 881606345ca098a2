import type { Catalog } from "../catalog.ts";
import { labelsOf } from "./makers.ts";
import type { Missing } from "./missing.ts";
import { weights } from "./sayings.ts";
import type { Assuming } from "./state.ts";
import { resultKey } from "./types-of.ts";

/** Asks the live database, where there is one, what it has of what no file makes; its word is better than a guess. */
export async function learn(state: Assuming): Promise<void> {
  const { live } = state;
  if (!live.read || live.catalog) return;
  const catalog = await live.read().catch(() => undefined);
  if (!catalog) return;
  live.catalog = catalog;
  const { makers, sayings } = state.says();
  for (const { id, name } of catalog.relations) {
    if (makers.relations.has(name)) continue;
    const columns = catalog.columns.filter(({ relation }) => relation === id);
    makers.columns.set(name, new Map(columns.map((column) => [column.name, column.type])));
    makers.exact.add(name);
  }
  for (const { name, labels } of catalog.types) for (const label of labels) labelsOf(makers, name).add(label);
  for (const { name, gives } of catalog.routines)
    if (/^\w+\.\w+$/.test(gives)) sayings.vote(resultKey(name), gives, 2 * weights.sure);
}

/** Whether the live database is known not to have it either. */
export function isNowhere({ live, pending }: Assuming, missing: Missing, table?: string): boolean {
  const { catalog } = live;
  if (!catalog || !pending.now) return false;
  const named = (some: readonly { readonly name: string }[], name: string): boolean =>
    some.some((one) => one.name === name);
  switch (missing.kind) {
    case "relation":
    case "view":
    case "sequence":
      return !named(catalog.relations, missing.name);
    case "function":
      return !named(catalog.routines, missing.name);
    case "type":
      return !named(catalog.types, missing.name) && !named(catalog.relations, missing.name);
    case "column":
      return table !== undefined && !columnsIn(catalog, table).includes(missing.name);
    default:
      return false;
  }
}

function columnsIn({ relations, columns }: Catalog, table: string): readonly string[] {
  const id = relations.find(({ name }) => name === table)?.id;
  return columns.filter(({ relation }) => relation === id).map(({ name }) => name);
}
