import { beforeAll, describe, expect, test } from "@jest/globals";
import { type Court, openCourt } from "../../support/judged.ts";

let court: Court;

beforeAll(async () => {
  court = await openCourt();
});

const history = `
create type state as enum ('open', 'closed');
create table a (id int primary key, s state, note text);
create table b (id int primary key, a_id int, note text);
create view v with (security_invoker = true) as select id from a;
create function f(x int) returns int language sql as 'select 1';
create function g(x int, y int default 0) returns int language sql as 'select 1';
create function h(int) returns int language sql as 'select 1';
`;
const add = "alter type state add value 'late'";

/** Rules, the files that hit exactly these, and files that hit none. */
const table: readonly (readonly [rules: string, hits: readonly string[], clean: readonly string[]])[] = [
  [
    "label-too-soon",
    [
      `${add}; insert into a values (1, 'late')`,
      `${add}; insert into a (s) values ('open'), ('late')`,
      `${add}; update a set s = 'late' where id = 1`,
      `${add}; alter table a alter s set default 'late'`,
      `${add}; alter table b add s state default 'late'`,
      `${add}; select 'late'::state`,
      `${add}; create policy p on a using (s = 'late')`,
      `begin; ${add}; update a set note = 'x' where id = 1 and s in ('late'); commit`,
      `-- pg-delta: transaction=false\nbegin; ${add}; update a set note = 'x' where id = 1 and s in ('late'); commit`,
      `do $$ begin execute 'alter type state add value ''late'''; insert into a values (1, 'late'); end $$`,
    ],
    [
      add,
      `${add}; insert into b values (1, 1, 'late')`,
      `${add}; update a set note = 'late' where id = 1`,
      `${add}; create function late() returns void language plpgsql as $$ begin update a set s = 'late'; end $$`,
      `begin; ${add}; commit; insert into a values (1, 'late')`,
      `-- pg-delta: transaction=false\n${add}; insert into a values (1, 'late')`,
      "create type t as enum ('x'); alter type t add value 'late'; create table n (c t default 'late')",
    ],
  ],
  [
    "add-constraint",
    [
      "-- pg-delta: transaction=false\nalter table a add constraint k check (id > 0) not valid; alter table a validate constraint k",
    ],
    [],
  ],
  [
    "lose-security-invoker",
    [
      "create or replace view v as select id from a",
      "drop view v; create view v as select id from a",
      "create or replace view v with (security_barrier) as select id from a",
    ],
    [
      "create or replace view v with (security_invoker = on) as select id from a",
      "drop view v; create view v with (security_invoker) as select id from a",
      "create or replace view v as select id from a; alter view v set (security_invoker = true)",
      "create view w as select id from a; create or replace view w as select id from a",
    ],
  ],
  [
    "ambiguous-overload",
    [
      "create function f(x int, y int default 0) returns int language sql as 'select 1'",
      "create or replace function f(x int, y text default '') returns int language sql as 'select 1'",
      "create function g(x int) returns int language sql as 'select 1'",
      "create function f(x text) returns int language sql as 'select 1'",
    ],
    [
      "create function f(x int, y int) returns int language sql as 'select 1'",
      "create function f(z int) returns int language sql as 'select 1'",
      "create or replace function f(x int) returns int language sql as 'select 2'",
      "create or replace function f(x int, y int default 0) returns int language sql as 'select 1'; drop function f(int)",
      "create function h(int, int default 0) returns int language sql as 'select 1'",
      "create function n(x int) returns int language sql as 'select 1'; create function n(x text) returns int language sql as 'select 1'",
    ],
  ],
  [
    "scan-for-constraint",
    [
      "alter table b add c int references a (id) default null",
      "alter table b add c int default 1 references a (id)",
    ],
    ["alter table b add c int references a (id)"],
  ],
  [
    "backfill",
    [
      "update b set note = a.note from a where a.id = b.a_id and b.a_id is not null",
      "update b set note = a.note from a where a.id = b.a_id and b.note is null",
      "update b set note = 'x' where note is null",
      "update b set note = a.note from a where a.id = b.a_id and b.note <> a.note",
      "update b set note = x.note from (select distinct on (id) id, note, 1 as one from a order by id) x where x.id = b.a_id",
      "update b set note = 'x' where a_id in (select id from a)",
      "update b set note = 'x' where a_id in (select a.id from a join b c on c.a_id = a.id where a.note is not null)",
      "update b set note = 'x' where exists (select 1 from a where a.id = b.a_id)",
      "update b set note = 'x' where a_id is not null",
      "with x as (select id from a) update b set note = 'x' where a_id in (select id from x)",
      "update b set note = lower(note) where note is distinct from lower(note)",
      "update b set note = 'x' where note is null or note <> 'x'",
      "update b set note = 'x' where note is null or note = ''",
    ],
    [
      "update b set note = x.note from (select id, note from a where note = 'x') x where x.id = b.a_id",
      "with x as (select id from a order by id limit 6) update b set note = 'x' from x where x.id = b.a_id",
      "update b set note = x.note from (values (1, 'x')) as x (id, note) where x.id = b.a_id",
      "update b set note = 'x' where a_id in (select id from a where note = 'x')",
      "with x as (select id from a where note = 'x') update b set note = 'x' where a_id in (select id from x)",
      "update b set note = 'x' where a_id in (with x as (select id from a limit 3) select id from x)",
      "update b set note = 'x' where a_id in (select id from a order by id limit 3)",
      "update b set note = 'x' where a_id not in (select id from a)",
      "update b set note = 'x' where a_id is not null and note = 'y'",
      "update b set note = 'x' where a_id is null or note = ''",
      "do $$ declare v int := 1; begin update b set note = 'x' where a_id = v; end $$",
      "do $$ declare v text := 'x'; begin update b set note = v where a_id in (select id from a where note = v); end $$",
    ],
  ],
];

describe("traps that only show when it is too late", () => {
  const hits = table.flatMap(([rules, some]) => some.map((sql) => [rules, sql] as const));
  test.each(hits)("%s: %s", (rules, sql) => {
    expect(court.after(history, sql).toSorted()).toEqual(rules.split(",").toSorted());
  });

  const clean = table.flatMap(([rules, , some]) => some.map((sql) => [rules, sql] as const));
  test.each(clean)("near miss of %s: %s", (_, sql) => {
    expect(court.after(history, sql)).toEqual([]);
  });
});
