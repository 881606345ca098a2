import { axisOf } from "../../../kit/shadow/axis.ts";
import { expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Catalog, Column, Relation, Routine } from "../../../kit/shadow/catalog.ts";
import { emptyCatalog } from "../../../kit/shadow/catalog.ts";
import { ruleOfFact } from "../../../kit/shadow/axis.ts";
import { factsBetween } from "../../../kit/shadow/facts.ts";

const type = fc.constantFrom("pg_catalog.text", "pg_catalog.varchar", "pg_catalog.int4", "public.state");
const name = fc.constantFrom("a", "b", "c", "d", "e").map((word) => `public.${word}`);

function relations(): fc.Arbitrary<readonly Relation[]> {
  const one = fc.record({
    kind: fc.constantFrom("r", "v", "m", "S", "f", "p"),
    name,
    file: fc.integer({ min: 0, max: 9 }),
  });
  return fc
    .uniqueArray(one, { selector: (relation) => relation.name })
    .map((list) => list.map((relation, index) => ({ ...relation, id: index + 1 })));
}

function columnsOf(list: readonly Relation[]): fc.Arbitrary<readonly Column[]> {
  if (list.length === 0) return fc.constant([]);
  const one = fc.record({
    relation: fc.constantFrom(...list.map(({ id }) => id)),
    number: fc.integer({ min: 1, max: 4 }),
    type,
    modifier: fc.constantFrom(-1, 9, 24),
    required: fc.boolean(),
    computed: fc.boolean(),
  });
  return fc
    .uniqueArray(one, { selector: ({ relation, number }) => `${relation} ${number}` })
    .map((columns) => columns.map((column) => ({ ...column, name: `c${column.number}` })));
}

const routines: fc.Arbitrary<readonly Routine[]> = fc
  .uniqueArray(fc.record({ name, takes: fc.array(type, { maxLength: 3 }), gives: type }), {
    selector: (one) => `${one.name} ${one.takes.join()}`,
  })
  .map((list) =>
    list.map((one, index) => ({
      ...one,
      id: 100 + index,
      optional: 0,
      names: one.takes.map((_, at) => `p${at}`),
    })),
  );

const catalogs: fc.Arbitrary<Catalog> = relations().chain((list) =>
  fc.record({
    relations: fc.constant(list),
    columns: columnsOf(list),
    routines,
    types: fc
      .uniqueArray(fc.record({ name, labels: fc.uniqueArray(fc.constantFrom("x", "y", "z")) }), {
        selector: (one) => one.name,
      })
      .map((types) => types.map((one, index) => ({ ...one, id: 200 + index }))),
    policies: fc.constant(list.map(({ id }) => ({ id: 300 + id, relation: id, name: "own" }))),
    triggers: fc.constant(
      list.map(({ id }) => ({ id: 400 + id, relation: id, name: "stamp", enabled: true })),
    ),
    constraints: fc.constant(
      list.map(({ id }) => ({ id: 500 + id, relation: id, name: "limit", kind: "c", columns: [1] })),
    ),
    grants: fc.constant(list.map(({ id }) => ({ on: [id], rights: [{ to: "anon", may: "SELECT" }] }))),
  }),
);

test("a catalog differs in nothing from itself", () => {
  fc.assert(fc.property(catalogs, (catalog) => expect(factsBetween(catalog, catalog)).toEqual([])));
});

test("what is only added is no fact, in whatever order it stands", () => {
  const more: Catalog = {
    ...emptyCatalog(),
    relations: [{ id: 900, kind: "r", name: "public.fresh", file: 900 }],
    columns: [
      {
        relation: 900,
        number: 1,
        name: "id",
        type: "pg_catalog.int4",
        modifier: -1,
        required: true,
        computed: false,
      },
    ],
    routines: [
      { id: 901, name: "public.a", takes: ["x", "y", "z", "w"], names: [], optional: 0, gives: "void" },
    ],
    types: [{ id: 902, name: "public.fresh_type", labels: [] }],
    policies: [{ id: 903, relation: 900, name: "own" }],
    triggers: [{ id: 904, relation: 900, name: "stamp", enabled: true }],
    constraints: [{ id: 905, relation: 900, name: "limit", kind: "c", columns: [1] }],
  };
  fc.assert(
    fc.property(catalogs, (catalog) => {
      const grown: Catalog = {
        relations: [...more.relations, ...catalog.relations],
        columns: [...more.columns, ...catalog.columns],
        routines: [...more.routines, ...catalog.routines],
        types: [...more.types, ...catalog.types],
        policies: [...more.policies, ...catalog.policies],
        triggers: [...more.triggers, ...catalog.triggers],
        constraints: [...more.constraints, ...catalog.constraints],
        grants: [...catalog.grants],
      };
      expect(factsBetween(catalog, grown)).toEqual([]);
    }),
  );
});

test("whatever is missing afterwards is named by a fact", () => {
  fc.assert(
    fc.property(catalogs, fc.nat(), (catalog, pick) => {
      const all = [...catalog.relations, ...catalog.routines, ...catalog.types];
      fc.pre(all.length > 0);
      const gone = all[pick % all.length] ?? all[0];
      const without = <T extends { id: number }>(list: readonly T[]): readonly T[] =>
        list.filter(({ id }) => id !== gone?.id);
      const facts = factsBetween(catalog, {
        ...catalog,
        relations: without(catalog.relations),
        routines: without(catalog.routines),
        types: without(catalog.types),
      });
      expect(facts.some(({ thing }) => thing.includes(gone?.name ?? "?"))).toBe(true);
    }),
  );
});

const column = (change: Partial<Column>): Catalog => ({
  ...emptyCatalog(),
  relations: [{ id: 1, kind: "r", name: "public.t", file: 1 }],
  columns: [
    {
      relation: 1,
      number: 1,
      name: "c",
      type: "pg_catalog.varchar",
      modifier: 9,
      required: false,
      computed: false,
      ...change,
    },
  ],
});

test.each<[string, Partial<Column>, readonly string[]]>([
  ["a longer text is the same to clients", { modifier: 24 }, []],
  ["text without a limit is, too", { type: "pg_catalog.text", modifier: -1 }, []],
  ["a shorter one is not", { modifier: 5 }, ["column-type"]],
  ["a number at the same place is another column", { number: 2 }, ["column-recreated"]],
  ["another name at the same number is a rename", { name: "d" }, ["column-renamed"]],
  ["not null is told", { required: true }, ["column-required"]],
])("of a column: %s", (_, change, kinds) => {
  expect(factsBetween(column({}), column(change)).map(({ kind }) => kind)).toEqual(kinds);
});

test.each<[string, Partial<Column>, Partial<Column>, readonly string[]]>([
  ["a time that is kept finer", { type: "pg_catalog.time", modifier: 3 }, { modifier: -1 }, []],
  [
    "a time that is kept coarser",
    { type: "pg_catalog.timestamptz", modifier: -1 },
    { modifier: 0 },
    ["column-type", "column-narrowed"],
  ],
  // `interval(1)`, `interval`, `interval hour`, as pg_attribute has them.
  ["an interval without limits", { type: "pg_catalog.interval", modifier: 2147418113 }, { modifier: -1 }, []],
  [
    "an interval of whole hours",
    { type: "pg_catalog.interval", modifier: -1 },
    { modifier: 67174399 },
    ["column-type", "column-narrowed"],
  ],
  ["more bits", { type: "pg_catalog.varbit", modifier: 4 }, { modifier: 8 }, []],
  ["fewer bits", { type: "pg_catalog.varbit", modifier: 8 }, { modifier: 4 }, ["column-type"]],
])("of a column's limits: %s", (_, was, is, kinds) => {
  expect(factsBetween(column(was), column({ ...was, ...is })).map(({ kind }) => kind)).toEqual(kinds);
});

test("a scan is told as one, not as a table that is written anew", () => {
  expect([ruleOfFact("scanned"), ruleOfFact("rewritten")]).toEqual(["replay-scan", "replay-rewrite"]);
});

test("a computed column that is gone can be computed again: whoever asks for it fails, and no value is lost", () => {
  const after = { ...column({}), columns: [] };
  const kinds = (of: Catalog) => factsBetween(of, after).map(({ kind }) => [kind, axisOf(kind)]);
  expect(kinds(column({ computed: true }))).toEqual([["computed-gone", "breaks_clients"]]);
  expect(kinds(column({}))).toEqual([["column-gone", "data_loss"]]);
});

test("a computed column that is made again loses nothing", () => {
  expect(factsBetween(column({ computed: true }), column({ computed: true, number: 2 }))).toEqual([]);
});

const routine = (change: Partial<Routine>): Catalog => ({
  ...emptyCatalog(),
  routines: [
    {
      id: 1,
      name: "public.f",
      takes: ["pg_catalog.int4"],
      names: ["a"],
      optional: 0,
      gives: "integer",
      ...change,
    },
  ],
});

test.each<[string, Partial<Routine>, readonly string[]]>([
  ["made again as it was", { id: 2 }, []],
  [
    "one more that may be left out",
    { id: 2, takes: ["pg_catalog.int4", "pg_catalog.text"], names: ["a", "b"], optional: 1 },
    [],
  ],
  [
    "one more that may not",
    { id: 2, takes: ["pg_catalog.int4", "pg_catalog.text"], names: ["a", "b"] },
    ["routine-changed"],
  ],
  ["REST calls by name", { id: 2, names: ["b"] }, ["routine-changed"]],
  ["another result", { id: 2, gives: "text" }, ["routine-changed"]],
  ["another name", { name: "public.g" }, ["routine-renamed"]],
])("of a function: %s", (_, change, kinds) => {
  expect(factsBetween(routine({}), routine(change)).map(({ kind }) => kind)).toEqual(kinds);
});

test("a function that is called otherwise while its name is given to the like of it breaks nobody, and its callers keep their rights only if granted again", () => {
  const before: Catalog = { ...routine({}), grants: [{ on: [1], rights: [{ to: "anon", may: "EXECUTE" }] }] };
  const [core] = routine({ name: "public.f_core" }).routines;
  const wrapped = (change: Partial<Routine>, to: readonly number[]): Catalog => {
    const [again] = routine({ id: 2, ...change }).routines;
    const both = [core, again].flatMap((one) => one ?? []);
    return {
      ...emptyCatalog(),
      routines: both,
      grants: [{ on: to, rights: [{ to: "anon", may: "EXECUTE" }] }],
    };
  };
  const kinds = (after: Catalog) => factsBetween(before, after).map(({ kind }) => kind);
  expect(kinds(wrapped({}, [2]))).toEqual([]);
  expect(kinds(wrapped({}, [1]))).toEqual(["grant-gone"]);
  expect(kinds(wrapped({ gives: "text" }, [1, 2]))).toEqual(["routine-renamed"]);
});
