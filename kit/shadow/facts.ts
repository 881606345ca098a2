import type { Catalog, Column, Relation, Routine } from "./catalog.ts";

export type FactKind =
  | "table-gone"
  | "table-recreated"
  | "view-gone"
  | "sequence-gone"
  | "relation-renamed"
  | "column-gone"
  | "column-recreated"
  | "column-renamed"
  | "column-type"
  | "column-required"
  | "view-column-gone"
  | "view-column-type"
  | "rewritten"
  | "routine-gone"
  | "routine-renamed"
  | "routine-changed"
  | "type-gone"
  | "type-renamed"
  | "label-gone"
  | "policy-gone"
  | "grant-gone";

/** Something that was there before and is another now. `thing` begins with its kind, as in messages. */
export interface Fact {
  readonly kind: FactKind;
  readonly thing: string;
  /** What became of it, as the rest of a sentence that begins with the thing. */
  readonly what: string;
}

/** What the change from one catalog to the other means for those who knew the first. Additions are no facts. */
export function factsBetween(before: Catalog, after: Catalog): readonly Fact[] {
  const old = indexed(before);
  const now = indexed(after);
  return [
    ...before.relations.flatMap((relation) => relationFacts(relation, old, now)),
    ...before.routines.flatMap((routine) => routineFacts(routine, now)),
    ...before.types.flatMap((type) => typeFacts(type, now)),
    ...before.policies.flatMap(({ id, relation, name }) => {
      const home = now.relationOf(old.relation.get(relation));
      // Under another name it still says who sees what.
      if (!home || now.policyIds.has(id) || now.policies.has(`${home.id} ${name}`)) return [];
      return [fact("policy-gone", `policy ${name} on ${home.name}`, "is gone")];
    }),
    ...grantFacts(before, old, now),
  ];
}

type Indexed = ReturnType<typeof indexed>;

function indexed(catalog: Catalog) {
  const relation = new Map(catalog.relations.map((one) => [one.id, one] as const));
  const relationNamed = new Map(catalog.relations.map((one) => [one.name, one] as const));
  const columns = new Map<number, Column[]>();
  for (const column of catalog.columns) {
    const list = columns.get(column.relation);
    if (list) list.push(column);
    else columns.set(column.relation, [column]);
  }
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
    policyIds: new Set(catalog.policies.map(({ id }) => id)),
    policies: new Set(catalog.policies.map((one) => `${one.relation} ${one.name}`)),
    grants: new Set(catalog.grants.map(({ on, to, may }) => `${on} ${to} ${may}`)),
  };
}

const words: Readonly<Record<string, string>> = {
  r: "table",
  p: "table",
  f: "foreign table",
  v: "view",
  m: "materialized view",
  S: "sequence",
};

const fact = (kind: FactKind, thing: string, what: string): Fact => ({ kind, thing, what });
const isView = ({ kind }: Relation): boolean => kind === "v" || kind === "m";

function relationFacts(was: Relation, old: Indexed, now: Indexed): readonly Fact[] {
  const thing = `${words[was.kind] ?? "relation"} ${was.name}`;
  const same = now.relation.get(was.id);
  const named = now.relationNamed.get(was.name);
  if (!same) {
    if (isView(was)) {
      if (!named) return [fact("view-gone", thing, "is gone")];
      return viewFacts(was, old.columnsOf(was.id), now.columnsOf(named.id));
    }
    if (was.kind === "S") return named ? [] : [fact("sequence-gone", thing, "is gone, with its position")];
    return named
      ? [fact("table-recreated", thing, "was dropped and made again: its rows are gone")]
      : [fact("table-gone", thing, "is gone")];
  }
  const renamed =
    same.name === was.name ? [] : [fact("relation-renamed", thing, `is called ${same.name} now`)];
  if (isView(was)) return [...renamed, ...viewFacts(was, old.columnsOf(was.id), now.columnsOf(was.id))];
  const stored = ["r", "m"].includes(was.kind) && was.file !== 0 && same.file !== was.file;
  return [
    ...renamed,
    ...(stored ? [fact("rewritten", thing, "is written anew, or emptied, under its strongest lock")] : []),
    ...tableColumnFacts(was, old.columnsOf(was.id), now.columnsOf(was.id)),
  ];
}

function viewFacts({ name }: Relation, before: readonly Column[], after: readonly Column[]): readonly Fact[] {
  return before.flatMap((was) => {
    const thing = `column ${name}.${was.name}`;
    const is = after.find((column) => column.name === was.name);
    if (!is) return [fact("view-column-gone", thing, "of the view is gone")];
    return sameType(was, is)
      ? []
      : [fact("view-column-type", thing, `of the view has the type ${is.type} now`)];
  });
}

function tableColumnFacts(
  { name }: Relation,
  before: readonly Column[],
  after: readonly Column[],
): readonly Fact[] {
  const byNumber = new Map(after.map((column) => [column.number, column]));
  const names = new Set(after.map((column) => column.name));
  return before.flatMap((was) => {
    const thing = `column ${name}.${was.name}`;
    const is = byNumber.get(was.number);
    if (!is) {
      if (!names.has(was.name)) return [fact("column-gone", thing, "is gone")];
      // What is computed from other columns is computed again.
      return was.computed
        ? []
        : [fact("column-recreated", thing, "was dropped and added again: its values are gone")];
    }
    return [
      ...(is.name === was.name ? [] : [fact("column-renamed", thing, `is called ${is.name} now`)]),
      ...(sameType(was, is)
        ? []
        : [fact("column-type", thing, `has the type ${is.type} now, not ${was.type}`)]),
      ...(is.required && !was.required ? [fact("column-required", thing, "must not be null any more")] : []),
    ];
  });
}

const texts: ReadonlySet<string> = new Set(["pg_catalog.text", "pg_catalog.varchar"]);

/** The same for whoever reads or writes it; a text that may be longer is. */
function sameType(was: Column, is: Column): boolean {
  if (texts.has(was.type) && texts.has(is.type)) {
    return is.modifier === -1 || (was.modifier !== -1 && is.modifier >= was.modifier);
  }
  return was.type === is.type && was.modifier === is.modifier;
}

function routineFacts(was: Routine, now: Indexed): readonly Fact[] {
  const thing = `function ${was.name}(${was.takes.map((type) => type.replace(/^pg_catalog\./, "")).join(", ")})`;
  const same = now.routine.get(was.id);
  if (same && same.name !== was.name) return [fact("routine-renamed", thing, `is called ${same.name} now`)];
  const others = now.routinesNamed(was.name);
  if (same ? serves(same, was) : others.some((other) => serves(other, was))) return [];
  if (others.length === 0) return [fact("routine-gone", thing, "is gone")];
  const [other] = others;
  const is = other ? `: it is (${other.takes.join(", ")}) → ${other.gives} now` : "";
  return [fact("routine-changed", thing, `can no longer be called as before${is}`)];
}

/** Whether every call of the former one finds the other, and gets the like. */
function serves(is: Routine, was: Routine): boolean {
  const passed = was.takes.length;
  return (
    is.gives === was.gives &&
    is.takes.length - is.optional <= passed - was.optional &&
    was.takes.every((type, index) => is.takes[index] === type) &&
    was.names.every((name, index) => name === "" || is.names[index] === name)
  );
}

function typeFacts(was: Catalog["types"][number], now: Indexed): readonly Fact[] {
  const same = now.type.get(was.id);
  const named = now.typeNamed.get(was.name);
  // Renamed, and another one in its place: a type that is built anew.
  const is = same?.name === was.name ? same : named;
  if (!is) {
    return same
      ? [fact("type-renamed", `type ${was.name}`, `is called ${same.name} now`)]
      : [fact("type-gone", `type ${was.name}`, "is gone")];
  }
  return was.labels
    .filter((label) => !is.labels.includes(label))
    .map((label) => fact("label-gone", `value '${label}' of ${was.name}`, "is gone"));
}

/** One fact a thing: who may no longer do what with it. */
function grantFacts({ grants }: Catalog, old: Indexed, now: Indexed): readonly Fact[] {
  const lost = new Map<string, string[]>();
  for (const { on, to, may } of grants) {
    const relation = old.relation.get(on);
    const routine = old.routine.get(on);
    const is =
      now.relationOf(relation) ??
      (routine &&
        (now.routine.get(on) ?? now.routinesNamed(routine.name).find((one) => serves(one, routine))));
    if (!is || now.grants.has(`${is.id} ${to} ${may}`)) continue;
    lost.set(is.name, [...(lost.get(is.name) ?? []), `${may} for ${to}`]);
  }
  return [...lost].map(([name, rights]) =>
    fact("grant-gone", `rights on ${name}`, `are fewer: ${rights.slice(0, 6).join(", ")}`),
  );
}
