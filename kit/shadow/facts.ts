import type { Implied } from "../judge/implied.ts";
import type { Catalog, Column, Relation } from "./catalog.ts";
import { type Fact, factOf, renamed } from "./fact.ts";
import { constraintFacts, policyFacts, routineFacts, triggerFacts, typeFacts } from "./facts-of-others.ts";
import { grantFacts, regainedFacts } from "./facts-of-rights.ts";
import { type Indexed, indexed } from "./indexed.ts";
import { narrows, sameType } from "./same-type.ts";

export type { Fact, FactKind } from "./fact.ts";

/** What the change from one catalog to the other means for those who knew the first. Additions are no facts. */
export function factsBetween(
  before: Catalog,
  after: Catalog,
  implied: Implied = () => false,
): readonly Fact[] {
  return comparedFacts(before, after, indexed(before), indexed(after), implied);
}

/** These, and what has more rights than before because it was made anew. */
export function changesBetween(before: Catalog, after: Catalog, implied: Implied): readonly Fact[] {
  const [old, now] = [indexed(before), indexed(after)];
  return [...comparedFacts(before, after, old, now, implied), ...regainedFacts(before, old, now)];
}

function comparedFacts(
  before: Catalog,
  after: Catalog,
  old: Indexed,
  now: Indexed,
  implied: Implied,
): readonly Fact[] {
  return [
    ...before.relations.flatMap((relation) => relationFacts(relation, old, now)),
    ...before.routines.flatMap((routine) => routineFacts(routine, now)),
    ...before.types.flatMap((type) => typeFacts(type, now)),
    ...before.policies.flatMap((policy) => policyFacts(policy, old, now, implied)),
    ...before.triggers.flatMap((trigger) => triggerFacts(trigger, old, now)),
    ...after.constraints.flatMap((constraint) => constraintFacts(constraint, before, old, now)),
    ...grantFacts(before, old, now),
  ];
}

const words: Readonly<Record<string, string>> = {
  r: "table",
  p: "table",
  f: "foreign table",
  v: "view",
  m: "materialized view",
  S: "sequence",
};

const isView = ({ kind }: Relation): boolean => kind === "v" || kind === "m";

function relationFacts(was: Relation, old: Indexed, now: Indexed): readonly Fact[] {
  const thing = `${words[was.kind] ?? "relation"} ${was.name}`;
  const fact = factOf(was.id);
  const same = now.relation.get(was.id);
  const named = now.relationNamed.get(was.name);
  if (!same) {
    if (isView(was)) {
      if (!named) return [fact("view-gone", thing, "is gone")];
      return viewFacts(was, named, old, now);
    }
    if (was.kind === "S") return named ? [] : [fact("sequence-gone", thing, "is gone, with its position")];
    return named
      ? [fact("table-recreated", thing, "was dropped and made again: its rows are gone")]
      : [fact("table-gone", thing, "is gone")];
  }
  const called = same.name === was.name ? [] : [renamed(was.id, "relation-renamed", thing, same.name)];
  if (isView(was)) return [...called, ...viewFacts(was, same, old, now)];
  const stored = ["r", "m"].includes(was.kind) && was.file !== 0 && same.file !== was.file;
  return [
    ...called,
    ...(stored ? [fact("rewritten", thing, "is written anew, or emptied, under its strongest lock")] : []),
    ...writeFacts(thing, was, same),
    ...tableFacts(was, old.columnsOf(was.id), now.columnsOf(was.id)),
  ];
}

const verbs: Readonly<Record<string, string>> = { 2: "updated", 3: "inserted", 4: "deleted" };

/** What becomes of what the live code writes there. */
function writeFacts(thing: string, was: Relation, is: Relation): readonly Fact[] {
  const fact = factOf(was.id);
  const rules = Object.keys(verbs).filter(
    (event) => is.instead?.includes(event) && !was.instead?.includes(event),
  );
  const gone = (was.published ?? []).filter((name) => !is.published?.includes(name));
  return [
    ...rules.map((event) => {
      const what = `has a rule now that does something else instead where rows are ${verbs[event] ?? "written"}`;
      return fact("rule-instead", thing, what);
    }),
    ...gone.map((name) => fact("unpublished", thing, `is no longer in the publication ${name}`)),
  ];
}

function viewFacts(was: Relation, is: Relation, old: Indexed, now: Indexed): readonly Fact[] {
  const fact = factOf(was.id);
  const after = now.columnsOf(is.id);
  const columns = old.columnsOf(was.id).flatMap((column) => {
    const thing = `column ${was.name}.${column.name}`;
    const other = after.find(({ name }) => name === column.name);
    if (!other) return [fact("view-column-gone", thing, "of the view is gone")];
    if (sameType(column, other)) return [];
    return [fact("view-column-type", thing, `of the view has the type ${other.type} now`)];
  });
  if (!was.invoker || is.invoker) return columns;
  const what = "shows what its owner may see, no longer only what the reader may (security_invoker is gone)";
  return [...columns, fact("invoker-gone", `view ${was.name}`, what)];
}

function tableFacts(
  { id, name }: Relation,
  before: readonly Column[],
  after: readonly Column[],
): readonly Fact[] {
  const fact = factOf(id);
  const byNumber = new Map(after.map((column) => [column.number, column]));
  const names = new Set(after.map((column) => column.name));
  const numbers = new Set(before.map((column) => column.number));
  const added = after.filter(
    (column) => !numbers.has(column.number) && !before.some((one) => one.name === column.name),
  );
  const must = "is new and must not be null, and whoever does not know it leaves it out";
  const asked = added
    .filter((column) => column.required && column.filled === false)
    .map((column) => fact("column-required", `column ${name}.${column.name}`, must));
  const changed = before.flatMap((was) => {
    const thing = `column ${name}.${was.name}`;
    const is = byNumber.get(was.number);
    if (is) return columnFacts(thing, fact, was, is);
    if (!names.has(was.name)) return [fact(was.computed ? "computed-gone" : "column-gone", thing, "is gone")];
    // What is computed from other columns is computed again.
    return was.computed
      ? []
      : [fact("column-recreated", thing, "was dropped and added again: its values are gone")];
  });
  return [...changed, ...asked];
}

function columnFacts(
  thing: string,
  fact: ReturnType<typeof factOf>,
  was: Column,
  is: Column,
): readonly Fact[] {
  const type = `has the type ${is.type} now, not ${was.type}`;
  return [
    ...(is.name === was.name ? [] : [renamed(is.relation, "column-renamed", thing, is.name)]),
    ...(sameType(was, is) ? [] : [fact("column-type", thing, type)]),
    ...(narrows(was, is)
      ? [fact("column-narrowed", thing, `${type}: a part of every value is cut off`)]
      : []),
    ...(is.required && was.required && was.filled && is.filled === false
      ? [fact("default-gone", thing, "has no default any more, and must not be null")]
      : []),
    ...(is.required && !was.required ? [fact("column-required", thing, "must not be null any more")] : []),
  ];
}
