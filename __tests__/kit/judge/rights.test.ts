import { beforeAll, describe, expect, test } from "@jest/globals";
import { judge } from "../../../kit/judge/judge.ts";
import { type Court, openCourt } from "../../support/judged.ts";

let court: Court;

beforeAll(async () => {
  court = await openCourt();
});

const history = `
create table a (id int primary key, owner uuid, b text);
alter table a enable row level security;
create policy everyone on a for select to anon, authenticated using (true);
create policy own on a using (auth.uid() = owner);
create policy either on a for select using (auth.uid() = owner or b = 'public');
create function f(x int, y int default 0) returns int language sql as 'select 1';
create function hidden() returns int language sql as 'select 1';
revoke execute on function hidden() from public, anon, authenticated;
create view v as select id from a;
grant select on v to reporting;
grant execute on function f(int, int) to reporting;
grant select on a to reporting;
grant writer to steady;
grant create on schema public to steady;
`;

/** Rules, the files that hit exactly these, and files that hit none. */
const table: readonly (readonly [rules: string, hits: readonly string[], clean: readonly string[]])[] = [
  [
    "revoke",
    [
      "revoke select on a from anon",
      "revoke all on a from reporting",
      "revoke execute on function f(int, int) from public",
      "revoke all on all tables in schema public from anon",
      "revoke all on table a from anon; grant select on a to anon",
      "revoke usage on schema public from anon",
      "revoke select on never_made_here from anon",
      "revoke reporting from anon",
      "grant reporting to writer; revoke reporting from reader",
      "grant anon to writer; revoke anon from writer",
      "grant writer to steady; revoke writer from steady",
      "grant usage on schema public to anon; revoke usage on schema public from anon",
      "grant create on schema public to writer; revoke all on schema public from writer",
      "grant create on schema public to steady; revoke create on schema public from steady",
      "grant writer to reader; select 1; revoke writer, reporting from reader",
      "do $$ begin if random() > 0.5 then grant writer to steady; end if; end $$; revoke writer from steady",
    ],
    [
      "revoke select on a from nobody_in_particular",
      "grant writer to postgres; grant create on schema public to writer; revoke create on schema public from writer; revoke writer from postgres",
      "grant all on schema public to writer; revoke usage on schema public from writer; revoke create on schema public from writer",
      "revoke insert on a from reporting",
      "revoke all on function hidden() from public, anon",
      "revoke execute on function hidden from anon",
      "revoke all on a from public",
      "revoke select on a from anon; grant select on a to anon",
      "revoke all on function f(int, int) from public; grant execute on function f(int, int) to public",
      "create or replace function hidden() returns int language sql as 'select 2'; revoke all on function hidden() from public",
      "create function g() returns int language sql as 'select 1'; revoke all on function g() from public",
      "create view w as select 1 as one; revoke all on w from anon",
      "alter default privileges in schema public revoke all on tables from anon",
      "revoke update (b) on a from reporting",
      "revoke all on all functions in schema public from anon; grant execute on function f(int, int) to anon",
    ],
  ],
  [
    "lose-grants",
    [
      "drop view v; create view v as select id from a",
      "drop function f(int, int); create function f(x int, y int default 0) returns int language sql as 'select 2'",
    ],
    [
      "create or replace view v as select id from a",
      "drop view v; create view v as select id from a; grant select on v to reporting",
      "drop view v; create view v as select id from a; grant select on all tables in schema public to reporting",
      "drop function hidden(); create function hidden() returns int language sql as 'select 2'; revoke all on function hidden() from public, anon, authenticated",
      "do $$ begin drop view v; create view v as select id from a; grant select on v to reporting; end $$",
    ],
  ],
  [
    "narrow-policy",
    [
      "drop policy everyone on a; create policy everyone on a for select to authenticated using (true)",
      "drop policy everyone on a; create policy everyone on a for select to anon, authenticated using (auth.uid() = owner)",
      "drop policy own on a; create policy own on a for select using (auth.uid() = owner)",
      "drop policy either on a; create policy either on a for select to authenticated using (auth.uid() = owner or b = 'public')",
      "drop policy own on a; create policy own on a using (auth.uid() = owner and b is not null)",
      "drop policy either on a; create policy either on a for select using (auth.uid() = owner)",
      "alter policy everyone on a to authenticated",
      "alter policy everyone on a using (false)",
      "alter policy own on a with check (false and auth.uid() = owner)",
    ],
    [
      "drop policy if exists own on a; create policy own on a using (auth.uid() = owner)",
      "drop policy own on a; create policy own on a using ((select auth.uid()) = owner)",
      "drop policy own on a; create policy own on a using (auth.uid() = owner or b = 'x')",
      "drop policy own on a; create policy own on a using (owner in (select auth.uid()))",
      "drop policy either on a; create policy either on a using (true)",
      "alter policy everyone on a to public",
      "drop policy own on a; create policy own on a to authenticated using ((select auth.uid()) = owner)",
      "drop policy everyone on a; create policy everyone on a to authenticated using (true)",
      "alter policy own on a using ((select auth.uid()) = owner)",
      "alter policy own on a rename to mine",
      "create policy more on a using (true); alter policy more on a using (false)",
    ],
  ],
  [
    "restrictive-policy",
    ["create policy mfa on a as restrictive using (b = 'x')"],
    [
      "create policy mfa on a using (b = 'x')",
      "create table n (id int); create policy mfa on n as restrictive using (true)",
    ],
  ],
  [
    "drop-policy",
    [
      "drop policy own on a; create policy others on a for select using (auth.uid() = owner)",
      "drop policy own on a; create policy mine on a using (auth.uid() = owner and b = 'x')",
      "drop policy own on a; create policy mine on b using (true)",
    ],
    [
      "drop policy own on a; create policy mine on a using ((select auth.uid()) = owner)",
      "drop policy everyone on a; create policy open on a for select using (true)",
    ],
  ],
  [
    "add-constraint,scan-for-constraint",
    ["create domain code as text; alter domain other add constraint k check (value <> '')"],
    ["create domain code as text; alter domain code add constraint k check (value <> '')"],
  ],
];

describe("who may do what", () => {
  const hits = table.flatMap(([rules, some]) => some.map((sql) => [rules, sql] as const));
  test.each(hits)("%s: %s", (rules, sql) => {
    expect(court.after(history, sql).toSorted()).toEqual(rules.split(",").toSorted());
  });

  const clean = table.flatMap(([rules, , some]) => some.map((sql) => [rules, sql] as const));
  test.each(clean)("near miss of %s: %s", (_, sql) => {
    expect(court.after(history, sql)).toEqual([]);
  });
});

test("a function of which public has nothing by default loses its grants when it is made anew", () => {
  const before = `alter default privileges revoke execute on functions from public;
    create function hook() returns int language sql as 'select 1'; grant execute on function hook() to hooks;`;
  const again = "drop function hook(); create function hook() returns int language sql as 'select 2'";
  expect(court.after(before, again)).toEqual(["lose-grants"]);
  expect(court.after(before, `${again}; grant execute on function hook() to hooks`)).toEqual([]);
});

test("a function that the files make for the first time is new, also where nobody knows all that is live", () => {
  const made = "create or replace function f() returns int language sql as 'select 1';";
  const file = `${made} revoke all on function f() from public`;
  expect(court.findings(file)).toEqual([]);
  expect(
    court.findings("select 1", "revoke all on function f() from public").map(({ rule }) => rule),
  ).toEqual(["revoke"]);
});

test("a right on a whole table is taken from each of its columns, too", () => {
  const columns = "grant update (b), select (id) on a to writer;";
  expect(court.after(history + columns, "revoke update on a from writer")).toEqual(["revoke"]);
  expect(
    court.after(history + columns, "revoke all on a from writer; grant select (id) on a to writer"),
  ).toEqual(["revoke"]);
  for (const again of ["grant update (b, owner) on a to writer", "grant update on a to writer"])
    expect(court.after(history + columns, `revoke update on a from writer; ${again}`)).toEqual([]);
  expect(court.after(history + columns, "revoke insert on a from writer")).toEqual([]);
});

test("of a table that no file makes, what files have taken is gone, until one gives it again", () => {
  const taken = "revoke update on outside from anon; grant update (b) on outside to anon;";
  const again = "revoke update on outside from anon";
  expect(court.after("", again)).toEqual(["revoke"]);
  const some =
    "do $$ declare t text; begin select name into t from names; execute format('revoke all on %I from anon', t); end $$";
  expect(court.after(`${some};`, some)).toEqual(["revoke"]);
  expect(court.after(taken, again)).toEqual(["revoke"]);
  expect(court.after(taken, `${again}; grant update (b, c) on outside to anon`)).toEqual([]);
  expect(court.after(taken, "revoke select on outside from anon")).toEqual(["revoke"]);
  for (const back of [
    "grant update on outside to anon;",
    "grant all on outside to anon;",
    "grant update on all tables in schema public to anon;",
  ])
    expect(court.after(taken + back, `${again}; grant update (b) on outside to anon`)).toEqual(["revoke"]);
});

test("a REVOKE on all of a schema names what is taken from whom, and on which of them", () => {
  const said = (sql: string): readonly string[] => {
    const options = { whole: true, history: [{ path: "1.sql", text: tables }] };
    const [judged] = judge(court.parser, [{ path: "2.sql", text: sql }], options);
    return (judged?.findings ?? []).map(({ thing, why }) => `${thing}: ${why}`);
  };
  const tables = "create table one (id int); create table two (id int);";
  expect(said("revoke insert, update on all tables in schema public from anon")).toEqual([
    "every table of public: whoever had it is refused at once; it takes insert, update from anon on one, two",
  ]);
  expect(said("revoke select on one from authenticated")).toEqual([
    "public.one: whoever had it is refused at once; it takes select from authenticated",
  ]);
  expect(said("revoke usage on schema public from public")).toEqual([
    "schema public: whoever had it is refused at once; it takes usage from PUBLIC",
  ]);
});
