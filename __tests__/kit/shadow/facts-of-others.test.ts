import { expect, test } from "@jest/globals";
import {
  type Catalog,
  type Trigger,
  type Column,
  type PolicySays,
  emptyCatalog,
} from "../../../kit/shadow/catalog.ts";
import { impliedBy } from "../../../kit/judge/implied.ts";
import { loadParser } from "../../../kit/judge/parser.ts";
import { factsBetween } from "../../../kit/shadow/facts.ts";

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

test("a policy under another name is no fact, one that is gone is; made again it is the same", () => {
  const policy = (id: number, called: string): Catalog => ({
    ...column({}),
    policies: [{ id, relation: 1, name: called }],
  });
  const kinds = (after: Catalog) => factsBetween(policy(1, "own"), after).map(({ kind }) => kind);
  expect(kinds(policy(1, "mine"))).toEqual([]);
  expect(kinds(policy(2, "own"))).toEqual([]);
  expect(kinds(policy(2, "mine"))).toEqual(["policy-gone"]);
});

test("a policy that is gone is none where others allow the same to the same, command by command", () => {
  const own = { permissive: true, roles: ["authenticated"], using: "own", check: null };
  const of = (...says: readonly Partial<PolicySays>[]): Catalog => ({
    ...column({}),
    policies: says.map((one, at) => ({
      id: at + (says.length > 1 ? 10 : 1),
      relation: 1,
      name: `p${at + says.length}`,
      says: { command: "*", ...own, ...one },
    })),
  });
  const gone = (after: Catalog) => factsBetween(of({}), after).length;
  expect(
    gone(
      of(
        { command: "r", roles: ["public"] },
        { command: "a", check: "own" },
        { command: "w" },
        { command: "d" },
      ),
    ),
  ).toBe(0);
  expect(gone(of({ command: "r" }, { command: "a" }, { command: "w" }))).toBe(1);
  expect(gone(of({ using: "another" }, { roles: ["anon"] }))).toBe(1);
  expect(gone(of({ permissive: false }, { check: "more" }))).toBe(1);
});

test("a policy is also replaced by one whose condition certainly lets through whatever the former did", async () => {
  const implied = impliedBy(await loadParser());
  const of = (id: number, using: string): Catalog => ({
    ...column({}),
    policies: [
      {
        id,
        relation: 1,
        name: `p${id}`,
        says: { command: "r", permissive: true, roles: ["public"], using, check: null },
      },
    ],
  });
  const was = of(1, "((kind = 'a'::text) AND (owner = ( SELECT auth.uid() AS uid)))");
  const gone = (is: string) => factsBetween(was, of(2, is), implied).length;
  expect(gone("((kind = ANY (ARRAY['a'::text, 'b'::text])) AND ((owner = auth.uid()) OR shared))")).toBe(0);
  expect(gone("((kind = ANY (ARRAY['b'::text, 'c'::text])) AND (owner = auth.uid()))")).toBe(1);
  expect(gone("no condition that can be read (")).toBe(1);
});

test.each<[string, Partial<Column>, Partial<Column>, readonly string[]]>([
  [
    "what stands behind the point",
    { type: "pg_catalog.numeric", modifier: (10 << 16) + 2 + 4 },
    { type: "pg_catalog.int4", modifier: -1 },
    ["column-type", "column-narrowed"],
  ],
  [
    "fewer places behind it",
    { type: "pg_catalog.numeric", modifier: (10 << 16) + 2 + 4 },
    { type: "pg_catalog.numeric", modifier: (10 << 16) + 4 },
    ["column-type", "column-narrowed"],
  ],
  [
    "the time of the day",
    { type: "pg_catalog.timestamptz", modifier: -1 },
    { type: "pg_catalog.date", modifier: -1 },
    ["column-type", "column-narrowed"],
  ],
  [
    "more digits lose nothing",
    { type: "pg_catalog.int4", modifier: -1 },
    { type: "pg_catalog.int8", modifier: -1 },
    ["column-type"],
  ],
])("a type that cannot hold %s", (_, was, is, kinds) => {
  expect(factsBetween(column(was), column(is)).map(({ kind }) => kind)).toEqual(kinds);
});

test("a trigger that is gone or turned off is told, also when its function is another; made again it is none", () => {
  const trigger = (id: number, called: string, enabled = true): Catalog => ({
    ...column({}),
    triggers: [{ id, relation: 1, name: called, enabled }],
  });
  const kinds = (after: Catalog) => factsBetween(trigger(1, "stamp"), after).map(({ kind }) => kind);
  expect(kinds(trigger(2, "stamp"))).toEqual([]);
  expect(kinds(trigger(1, "renamed"))).toEqual([]);
  expect(kinds(trigger(1, "stamp", false))).toEqual(["trigger-gone"]);
  expect(kinds(trigger(2, "other"))).toEqual(["trigger-gone"]);
});

test("a trigger is gone where none that is new fires whenever it did", () => {
  const triggers = (...all: Partial<Trigger>[]): Catalog => ({
    ...column({}),
    triggers: all.map((one) => ({
      id: 2,
      relation: 1,
      name: "fresh",
      enabled: true,
      when: 3,
      events: 20,
      ...one,
    })),
  });
  const was = { id: 1, name: "stamp" };
  const kinds = (...after: Partial<Trigger>[]) =>
    factsBetween(triggers(was, { id: 9, name: "old" }), triggers({ id: 9, name: "old" }, ...after)).map(
      ({ kind }) => kind,
    );
  expect(kinds({})).toEqual([]);
  expect(kinds({ events: 4 }, { id: 3, name: "more", events: 16 })).toEqual([]);
  for (const less of [{ events: 4 }, { of: [1] }, { when: 1 }, { enabled: false }])
    expect(kinds(less)).toEqual(["trigger-gone"]);
  expect(kinds()).toEqual(["trigger-gone"]);
});

test("a constraint on what was there tightens; on a new column, or in the place of another, it does not", () => {
  const constraint = (id: number, called: string, columns: readonly number[], kind = "c"): Catalog => ({
    ...column({}),
    constraints: [{ id, relation: 1, name: called, kind, columns }],
  });
  const kinds = (before: Catalog, after: Catalog) => factsBetween(before, after).map(({ kind }) => kind);
  expect(kinds(column({}), constraint(1, "positive", [1]))).toEqual(["constraint-added"]);
  expect(kinds(column({}), constraint(1, "positive", [2]))).toEqual([]);
  expect(kinds(constraint(1, "positive", [1]), constraint(2, "positive", [1]))).toEqual([]);
  expect(kinds(constraint(1, "positive", [1]), constraint(2, "not_negative", [1]))).toEqual([]);
  expect(kinds(constraint(1, "known", [1], "f"), constraint(2, "positive", [1]))).toEqual([
    "constraint-added",
  ]);
});

test("a view that no longer asks who reads it is told, whichever way it was made again", () => {
  const view = (id: number, invoker: boolean): Catalog => ({
    ...emptyCatalog(),
    relations: [{ id, kind: "v", name: "public.v", file: 0, invoker }],
  });
  const kinds = (is: Catalog) => factsBetween(view(1, true), is).map(({ kind }) => kind);
  expect(kinds(view(1, false))).toEqual(["invoker-gone"]);
  expect(kinds(view(2, false))).toEqual(["invoker-gone"]);
  expect(kinds(view(2, true))).toEqual([]);
});

test("an attribute of a type that is gone, called otherwise or of another type is told; more of them are not", () => {
  const type = (id: number, ...attributes: readonly (readonly [number, string, string])[]): Catalog => ({
    ...emptyCatalog(),
    types: [
      {
        id,
        name: "public.pair",
        labels: [],
        attributes: attributes.map(([number, called, is]) => ({ number, name: called, type: is })),
      },
    ],
  });
  const was = type(1, [1, "a", "int4"], [2, "b", "int4"]);
  const kinds = (is: Catalog) => factsBetween(was, is).map(({ kind }) => kind);
  expect(kinds(type(1, [1, "a", "int4"], [2, "b", "int4"], [3, "c", "text"]))).toEqual([]);
  expect(kinds(type(1, [1, "a", "int4"]))).toEqual(["attribute-gone"]);
  expect(kinds(type(1, [1, "a", "int4"], [2, "c", "int4"]))).toEqual(["attribute-changed"]);
  expect(kinds(type(2, [1, "b", "int4"], [2, "a", "text"]))).toEqual(["attribute-changed"]);
});
