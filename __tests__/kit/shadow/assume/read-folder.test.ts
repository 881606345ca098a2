import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { loadParser } from "../../../../kit/judge/parser.ts";
import { readFolder } from "../../../../kit/shadow/assume/folder.ts";
import { functionSql, relationSql } from "../../../../kit/shadow/assume/made-up.ts";
import { missingIn, takenIn } from "../../../../kit/shadow/assume/missing.ts";
import { partsOfName, quoted } from "../../../../kit/shadow/assume/sql-names.ts";

async function typesIn(table: string, ...texts: readonly string[]): Promise<Record<string, string>> {
  const files = texts.map((text, index) => ({ path: `${index}.sql`, text }));
  const { sayings } = readFolder(await loadParser(), files);
  return Object.fromEntries(
    sayings.columnsOf(table).map((column) => [column, sayings.typeOf(table, column)]),
  );
}

test("what a column is compared with, given, referred from or put through says its type, before its name does", async () => {
  const types = await typesIn(
    "public.t",
    `create policy p on t using (a = auth.uid() and b and c in ('x', 'y') and d > now() and e @> array['z'] and f ->> 'k' = 'v');
     create table u (g int references t (h), i bigint); create index on t (lower(j));
     insert into t (k, l, m, code_id) values (1, true, 'abc', 'nothing-like-a-uuid');
     update t set n = 2.5, o = now() - interval '1 day' where p::text = 'q' and r between 1 and 2;`,
    `create function f(who uuid) returns table (s date, tt jsonb) language sql as 'select v.s, v.tt from t v where v.w = who';
     create function g() returns trigger language plpgsql as $$ declare n numeric; begin
       select x into n from t where y = n; return new; end $$;
     select t.z from t join u on t.zz = u.i; alter table t alter column at_end set default false;`,
  );
  expect(types).toMatchObject({
    a: "uuid",
    b: "boolean",
    c: "text",
    d: "timestamptz",
    e: "text[]",
    f: "jsonb",
  });
  expect(types).toMatchObject({
    h: "int4",
    j: "text",
    k: "integer",
    l: "boolean",
    m: "text",
    code_id: "text",
  });
  expect(types).toMatchObject({
    n: "numeric",
    s: "date",
    tt: "jsonb",
    w: "uuid",
    zz: "int8",
    at_end: "boolean",
  });
});

test("of what nothing is said the name tells: ids, times, flags, numbers; else it is a text", async () => {
  const types = await typesIn(
    "public.t",
    "select id, user_id, created_at, is_open, sort_order, metadata, body from t",
  );
  expect(types).toEqual({
    id: "uuid",
    user_id: "uuid",
    created_at: "timestamptz",
    is_open: "boolean",
    sort_order: "integer",
    metadata: "jsonb",
    body: "text",
  });
});

test("a WITH of the same name, a column of another table and one that a file adds later are not the table's", async () => {
  const says = readFolder(await loadParser(), [
    {
      path: "a.sql",
      text: `create table known (own int); with t as (select 1 as hidden) select hidden, t.also from t;
        select own, mine from known, t; alter table t add column added int; select added from t;
        alter table t rename column before to after; select after from t;`,
    },
  ]);
  const { sql, more } = relationSql(says, "public.t", "table");
  expect([sql, ...more.map(([first]) => first)]).toEqual([
    "create table public.t ()",
    "alter table public.t add column mine text",
    "alter table public.t add column before text",
  ]);
});

test("a function gives what its calls are used as; one that a trigger calls is a trigger's", async () => {
  const says = readFolder(await loadParser(), [
    {
      path: "a.sql",
      text: `create policy p on t using (may_see(a) and b = whose(1));
        create table t (b bigint); create trigger g before update on t execute function stamp();`,
    },
  ]);
  expect(functionSql(says, "public.may_see", ["unknown"], false).sql).toContain("(text) returns boolean");
  expect(functionSql(says, "public.whose", ["integer"], false).sql).toContain("(integer) returns int8");
  expect(functionSql(says, "public.stamp", [], false).sql).toContain("returns trigger");
});

test("what the server misses or finds in its way is read from its words", () => {
  const missing = (code: string, message: string) => missingIn({ code, message });
  expect(missing("42P01", 'relation "public.Odd Name" does not exist')).toEqual({
    kind: "relation",
    name: "public.Odd Name",
  });
  expect(missing("42703", 'column "a" of relation "t" does not exist')).toEqual({
    kind: "column",
    name: "a",
    table: "public.t",
  });
  expect(missing("42703", "column p.owner does not exist")).toEqual({
    kind: "column",
    name: "owner",
    alias: "p",
  });
  expect(missing("42883", "function app.f(uuid, text) does not exist")).toEqual({
    kind: "function",
    name: "app.f",
    takes: ["uuid", "text"],
  });
  expect(missing("42704", 'policy "own" for table "t" does not exist')).toEqual({
    kind: "policy",
    name: "own",
    table: "public.t",
  });
  expect(missing("42601", 'syntax error at or near "x"')).toBeUndefined();
  expect(takenIn({ code: "42710", message: 'policy "own" for table "t" already exists' })).toEqual({
    kind: "part",
    name: "public.t",
    part: "own",
    partKind: "policy",
  });
  expect(takenIn({ code: "42601", message: 'relation "t" already exists' })).toBeUndefined();
});

test("a name that is quoted is read back as it was, whatever is in it", () => {
  const part = fc.string({ minLength: 1 }).filter((text) => !text.includes("."));
  fc.assert(
    fc.property(part, part, (schema, name) => {
      expect(partsOfName(quoted(`${schema}.${name}`))).toEqual([schema, name]);
    }),
  );
});
