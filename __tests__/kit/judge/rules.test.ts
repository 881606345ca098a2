import { beforeAll, describe, expect, test } from "@jest/globals";
import { type Court, openCourt } from "../../support/judged.ts";

let court: Court;

beforeAll(async () => {
  court = await openCourt();
});

/** Rule, what hits it, and what comes near it but harms nobody. */
const table: readonly (readonly [rule: string, hits: readonly string[], near: readonly string[]])[] = [
  [
    "drop-table",
    [
      "drop table a",
      "drop table if exists a; create table a (id int)",
      "DROP TABLE\n  public.a CASCADE",
      "drop foreign table a",
      "create table if not exists a (id int); drop table a",
      "create temp table a (id int); drop table public.b",
      "create table s.a (id int); drop table a",
    ],
    [
      "create table a (id int); drop table a",
      "create table public.a (id int); drop table if exists a",
      "create temp table a (id int); drop table a",
      "select 1 into a; drop table a",
      "create schema s; drop table s.a",
      "comment on table a is 'drop table a'",
      "-- drop table a\nselect 1",
      "select 'drop table a; truncate b'",
      "create function f() returns void language plpgsql as $$ begin drop table a; end $$",
      "create function f() returns void language sql as $$ drop table a $$",
      "create index i on a (b); drop index i",
      "drop index i",
    ],
  ],
  [
    "drop-column",
    [
      "alter table a drop column b",
      "alter table a drop b",
      "alter table a add column if not exists b int; alter table a drop column b",
      "alter table a drop column b; alter table a add column b jsonb generated always as (null::jsonb) stored",
      "alter type a drop attribute b",
    ],
    [
      "alter table a add column b int; alter table a drop column b",
      "create table a (b int, c int); alter table a drop column b",
      "alter table a drop constraint b",
      "alter table a alter column b drop not null",
      "alter table a alter b drop default",
    ],
  ],
  ["drop-schema", ["drop schema s cascade"], ["create schema s; drop schema s cascade"]],
  ["drop-sequence", ["drop sequence q"], ["create sequence q; drop sequence q"]],
  ["drop-owned", ["drop owned by someone"], ["reassign owned by someone to another"]],
  [
    "truncate",
    ["truncate a", "truncate a, b"],
    ["create table a (id int); truncate a", "grant truncate on a to b"],
  ],
  [
    "delete-without-where",
    [
      "delete from a",
      "delete from a where true",
      "delete from a where 1 = 1",
      "delete from a where id is not null",
      "delete from a where b = b",
      "delete from a where b = 3 or true",
      "delete from a where id in (select id from a)",
      "with gone as (delete from a returning *) insert into b select * from gone",
      "explain analyze delete from a",
      "merge into a using b on a.id = b.id when matched then delete",
    ],
    [
      "delete from a where id = 1",
      "delete from a where b is not null and c = 1",
      "delete from a where b = c",
      "delete from a where id in (select id from a where b)",
      "delete from a using b where a.id = b.id",
      "create table a (id int); delete from a",
      "create rule r as on insert to a do also delete from b",
      "merge into a using b on a.id = b.id when matched and b.gone then delete",
    ],
  ],
  [
    "update-without-where",
    [
      "update a set b = 1",
      "update a set b = 1 where true",
      "update a set b = 1 where c = 3 or true",
      "update a set b = null where id is not null",
      "update a set b = null where b is not null",
      "update a set b = '' where b <> ''",
      "alter table a add column c int; update a set c = 1, b = 2",
    ],
    [
      "update a set b = 1 where b is null",
      "update a set b = null where c is not null",
      "update a set b = lower(b) where b is not null",
      "update a set b = 'x' where b <> 'y'",
      "alter table a add column c int; update a set c = b",
      "create table a (b int); update a set b = 1",
      "insert into a values (1) on conflict (id) do update set b = 1",
    ],
  ],
  [
    "drop-view",
    ["drop view v", "drop materialized view v", "drop view v; create view v as select 1"],
    ["create or replace view v as select 1", "create view v as select 1; drop view v"],
  ],
  [
    "drop-function",
    [
      "drop function f(int)",
      "drop function f",
      "drop function f(int); create function f(text) returns int language sql as 'select 1'",
      "drop function f(int); create function f(a int) returns int language sql as 'select 1'",
      "drop procedure p(int)",
      "drop aggregate g(int)",
    ],
    [
      "create or replace function f(int) returns int language sql as 'select 1'",
      "create function f(a int, out b int) language sql as 'select 1'; drop function f(int)",
      "drop function f(); create function f() returns trigger language plpgsql as 'begin return new; end'",
    ],
  ],
  [
    "drop-type",
    ["drop type t", "drop domain d"],
    [
      "create type t as enum ('a'); drop type t",
      "alter type t add value 'b'",
      "create domain d as int; drop domain d",
    ],
  ],
  ["drop-extension", ["drop extension citext"], ["create extension citext", "alter extension citext update"]],
  [
    "drop-policy",
    [
      "drop policy p on t",
      "drop policy p on t; create policy q on t",
      "drop policy p on t; create policy p on u",
    ],
    [
      "drop policy p on t; create policy p on t",
      "drop policy if exists p on public.t; create policy p on t using (true)",
      "create policy p on t; drop policy p on t",
      "alter policy p on t using (true)",
    ],
  ],
  [
    "drop-trigger",
    ["drop trigger t on a", "drop rule r on a"],
    [
      "drop trigger if exists t on a; create trigger t before insert on a execute function f()",
      "alter table a enable trigger t",
    ],
  ],
  ["drop-publication", ["drop publication p"], ["alter publication p add table a"]],
  [
    "drop-other",
    ["drop role r", "drop cast (int as text)", "drop operator + (int, int)"],
    ["drop statistics s"],
  ],
  [
    "detach-partition",
    ["alter table a detach partition b"],
    ["alter table a attach partition b for values in (1)"],
  ],
  [
    "rename-table",
    ["alter table a rename to b", "alter view a rename to b"],
    [
      "create table a (id int); alter table a rename to b; drop table b",
      "alter index a rename to b",
      "alter table a rename constraint b to c",
      "alter policy a on t rename to b",
    ],
  ],
  [
    "rename-column",
    [
      "alter table a rename column b to c",
      "alter table a rename b to c",
      "alter view a rename column b to c",
    ],
    [
      "create table a (b int); alter table a rename b to c",
      "alter table a add b int; alter table a rename b to c; alter table a drop c",
    ],
  ],
  [
    "rename-other",
    [
      "alter function f(int) rename to g",
      "alter type t rename to u",
      "alter schema s rename to t",
      "alter type t rename value 'a' to 'b'",
    ],
    ["create type t as enum ('a'); alter type t rename to u"],
  ],
  ["move-schema", ["alter table a set schema s"], ["create table a (id int); alter table a set schema s"]],
  [
    "alter-column-type",
    ["alter table a alter column b type text", "alter table a alter b set data type int using b::int"],
    [
      "create table a (b int); alter table a alter b type text",
      "alter table a alter column b set default 1",
      "alter table a alter column b set statistics 100",
    ],
  ],
];

describe.each(table)("%s", (rule, hits, near) => {
  test.each(hits)("hits: %s", (sql) => {
    expect(court.refused(sql)).toContain(rule);
  });
  test.each(near)("near miss: %s", (sql) => {
    expect(court.refused(sql)).toEqual([]);
  });
});
