import { beforeAll, describe, expect, test } from "@jest/globals";
import { type Court, openCourt } from "../../support/judged.ts";

let court: Court;

beforeAll(async () => {
  court = await openCourt();
});

const history = `
create table a (id int primary key, b varchar(10), c int not null, d numeric(8,2), e timestamptz,
  full_b text generated always as (b || 'x') stored, slug text unique);
create table b (id int primary key, a int);
create view v as select id, b from a;
create view all_of_a as select * from a;
create function f(x int) returns int language sql as 'select 1';
create function listed() returns table (id int, b text) language sql as 'select 1, null::text';
create function token() returns text language sql as 'select 1';
create function fixed() returns text language sql immutable as 'select 1';
create materialized view m as select 1 as one; create index i on a (b);
create policy p on a using (true);
`;

/** Rules, the files that hit exactly these, and files that hit none. */
const table: readonly (readonly [rules: string, hits: readonly string[], clean: readonly string[]])[] = [
  [
    "build-index",
    [
      "create index j on a (c)",
      "create index j on unknown (c)",
      "alter table a add c2 int; create index on a (c2)",
    ],
    [
      "create index concurrently j on a (c)",
      "create table n (id int); create index j on n (id)",
      "create table if not exists n (id int); create index if not exists j on n (id)",
      "create index if not exists i on a (b)",
      "create index j on only a (c)",
      "create index j on m (one)",
      "do $$ begin if not exists (select 1) then create table n (id int); end if; end $$; create index j on n (id)",
    ],
  ],
  [
    "add-constraint,scan-for-constraint",
    [
      "alter table a add constraint k check (c > 0)",
      "alter table b add constraint k foreign key (a) references a",
      "alter table b add foreign key (a) references a (id)",
    ],
    ["create table n (a int); alter table n add constraint k foreign key (a) references a"],
  ],
  [
    "add-constraint",
    ["alter table a add constraint k check (c > 0) not valid", "create unique index concurrently j on a (c)"],
    ["alter table a validate constraint k", "alter table a drop constraint k"],
  ],
  [
    "add-constraint,validate-under-lock",
    [
      "alter table a add constraint k check (c > 0) not valid; alter table a validate constraint k",
      "begin; alter table a add constraint k check (c > 0) not valid; alter table a validate constraint k; commit",
    ],
    [],
  ],
  [
    "add-constraint,build-constraint-index",
    ["alter table b add constraint k unique (a)", "alter table b add exclude using gist (a with =)"],
    [],
  ],
  ["add-constraint", ["alter table b add constraint k unique using index j"], []],
  [
    "set-not-null,scan-for-not-null",
    ["alter table a alter b set not null"],
    ["alter table a alter c set not null", "alter table a alter c drop not null"],
  ],
  ["required-column", ["alter table a add z int not null"], ["alter table a add z int not null default 1"]],
  [
    "rewrite-table",
    [
      "alter table a add z uuid default gen_random_uuid()",
      "alter table a add z bigserial",
      "alter table a add z int generated always as identity",
      "alter table a add z int generated always as (c + 1) stored",
      "alter table a add z text default token()",
      "alter table a set unlogged",
      "alter table a drop column full_b, add column full_b text generated always as (b) stored",
    ],
    [
      "alter table a add z timestamptz default now()",
      "alter table a add z text default fixed()",
      "alter table a add z int references b",
      "create table n (id int); alter table n add z uuid default gen_random_uuid()",
      "alter table a add column if not exists c int unique",
    ],
  ],
  [
    "scan-for-constraint",
    ["alter table a add z int check (z > 0)", "alter table a add z int default 1 references b"],
    [],
  ],
  ["build-constraint-index", ["alter table a add z int unique"], []],
  [
    "alter-column-type",
    ["alter table a alter b type text"],
    [
      "alter table a alter b type varchar(20)",
      "alter table a alter d type numeric(10,2)",
      "alter table a alter c type int",
    ],
  ],
  [
    "alter-column-type,rewrite-table",
    ["alter table a alter c type bigint", "alter table a alter b type varchar(5)"],
    [],
  ],
  [
    "alter-column-type,narrow-column-type,rewrite-table",
    [
      "alter table a alter e type date",
      "alter table a alter d type int",
      "alter table a alter b type text using null",
    ],
    [],
  ],
  [
    "rebuild-under-lock",
    ["cluster a using i", "vacuum full a", "reindex table a", "reindex index i"],
    [
      "vacuum a",
      "reindex index concurrently i",
      "create table n (id int); create index j on n (id); reindex index j",
    ],
  ],
  [
    "attach-scan",
    ["alter table p attach partition a for values in (1)"],
    ["create table n (id int); alter table p attach partition n for values in (1)"],
  ],
  [
    "backfill",
    [
      "alter table a add z int; update a set z = 1",
      "alter table a add z int; update a set z = c where z is null",
      "alter table a add z int; update a set z = b.a from b where b.id = a.id",
      "do $$ begin alter table a add column z int; end $$; alter table a add y int; update a set y = 1",
    ],
    ["create table n (z int); update n set z = 1"],
  ],
  [
    "backfill-under-lock",
    [
      "alter table a add z int; update a set b = 'x' where c > 1",
      "alter table a add z int; update a set z = b.a from b where b.id = a.id and a.c > 1",
      "drop policy p on a; create policy p on a using (true); update a set b = 'x' where c > 1",
    ],
    [
      "update a set b = 'x' where c > 1",
      "alter table a add z int; update a set z = 1 where id = 7",
      "alter table a add z int; update a set z = 1 where slug in ('x', 'y')",
      "begin; alter table a add z int; commit; begin; update a set b = 'x' where c > 1; commit",
      "alter table b add z int; update a set b = 'x' where c > 1",
    ],
  ],
  [
    "delete-rows",
    ["delete from a where id = 1", "do $$ begin delete from a where id = 1; end $$"],
    [
      "create table n (id int); delete from n where id = 1",
      "create temp table n (id int); delete from n where id = 1",
      "create function g() returns void language sql as 'delete from a where id = 1'",
    ],
  ],
  ["drop-generated-column", ["alter table a drop column full_b"], []],
  [
    "enable-row-security",
    ["alter table a enable row level security"],
    ["create table n (id int); alter table n enable row level security"],
  ],
  [
    "revoke",
    ["revoke select on a from anon", "revoke all on function f(int) from public", "revoke r from anon"],
    [
      "create function g() returns int language sql as 'select 1'; revoke all on function g() from public",
      "create or replace function g() returns int language sql as 'select 1'; revoke all on function g() from public",
      "create table n (id int); revoke all on n from anon",
      "alter default privileges revoke execute on functions from public",
      "grant select on a to anon",
    ],
  ],
  [
    "drop-view",
    [
      "drop view v",
      "drop view v; create view v as select id from a",
      "drop view v; create view v as select * from unknown",
    ],
    [
      "drop view v; create view v as select id, b, c from a",
      "drop view v; create view v as select * from a",
      "drop view v; create view v as select x.* from (select id, b as b from a) x",
      "drop view v; create view v as with w as (select * from a) select * from w join b using (id)",
      "drop view if exists unknown",
      "drop view all_of_a; create view all_of_a as select * from a",
    ],
  ],
  [
    "drop-function",
    [
      "drop function f(int)",
      "drop function f(int); create function f(x int) returns bigint language sql as 'select 1'",
      "drop function f(int); create function f(y int) returns int language sql as 'select 1'",
      "drop function listed(); create function listed() returns table (id int) language sql as 'select 1'",
    ],
    [
      "drop function if exists public.f(integer); create or replace function f(x int, b text default '') returns int language sql as 'select 1'",
      "drop function listed(); create function listed() returns table (id int, b text, c int) language sql as 'select 1'",
      "drop function if exists unknown(int)",
      "drop function if exists f(text)",
    ],
  ],
  [
    "drop-table",
    [
      "do $$ begin execute format('drop table if exists %I', x); end $$",
      "drop table a",
      "drop table if exists b",
      "drop table if exists auth.users",
      "drop table unknown",
    ],
    ["drop table if exists unknown", "create table if not exists n (id int); drop table n"],
  ],
  ["drop-column", ["alter table a drop c"], ["alter table a drop column if exists unknown"]],
  [
    "drop-trigger",
    ["drop trigger t on a"],
    ["drop trigger if exists t on a", "drop policy if exists q on a"],
  ],
];

describe("rules", () => {
  const hits = table.flatMap(([rules, some]) => some.map((sql) => [rules, sql] as const));
  test.each(hits)("%s: %s", (rules, sql) => {
    expect(court.after(history, sql).toSorted()).toEqual(rules.split(",").toSorted());
  });

  const clean = table.flatMap(([rules, , some]) => some.map((sql) => [rules, sql] as const));
  test.each(clean)("not %s, nor anything: %s", (_, sql) => {
    expect(court.after(history, sql)).toEqual([]);
  });
});
