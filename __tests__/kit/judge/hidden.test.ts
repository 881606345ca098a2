import { beforeAll, describe, expect, test } from "@jest/globals";
import { type Court, openCourt } from "../../support/judged.ts";

let court: Court;

beforeAll(async () => {
  court = await openCourt();
});

const history = `
create domain score as int check (value > 0);
create domain remark as text;
create table a (id int primary key, n int not null default 1, took interval, at timestamp(3), bits bit(8), more varbit(8), name text, clock time, zoned timetz(6));
create index a_name on a (lower(name));
create table places (id int primary key, code remark);
`;

/** Rules, the files that hit exactly these, and files that hit none. */
const table: readonly (readonly [rules: string, hits: readonly string[], clean: readonly string[]])[] = [
  [
    "scan-for-not-null",
    ["alter table a add m int generated always as (n * 2) virtual not null"],
    [
      "alter table a add m int generated always as (n * 2) virtual",
      "alter table a add m int generated always as (n * 2); alter table a alter m set expression as (n * 3)",
    ],
  ],
  [
    "rewrite-table",
    [
      "alter table a add m int generated always as (n * 2) stored",
      "alter table a add m score",
      "create domain short as text; alter domain short add check (length(value) < 9) not valid; alter table a add m short",
    ],
    ["alter table a add m remark", "alter table a add m score[]"],
  ],
  [
    "alter-column-type,narrow-column-type,rewrite-table",
    [
      "alter table a alter took type interval(0)",
      "alter table a alter took type interval year to month",
      "alter table a alter took type interval hour",
      "alter table a alter took type interval day to second(1)",
      "alter table a alter took type time",
      "alter table a alter bits type bit(4) using bits::bit(4)",
      "alter table a alter more type varbit(4) using more::varbit(4)",
      "alter table a alter clock type time(0)",
      "alter table a alter zoned type time",
      "alter table a alter at type timestamp(0)",
    ],
    [
      "alter table a alter took type interval",
      "alter table a alter at type timestamp",
      "alter table a alter more type varbit",
      "alter table a alter zoned type timetz",
    ],
  ],
  [
    "rebuild-under-lock",
    [
      'alter table a alter name type text collate "C"',
      'create index concurrently a_names on a (n, name); drop index a_name; alter table a alter name type text collate "C"',
    ],
    ['drop index a_name; alter table a alter name type text collate "C"'],
  ],
  [
    "add-constraint,scan-for-constraint,backfill-under-lock",
    ["alter domain remark add check (value <> ''); update places set code = 'x' where code = 'y'"],
    ["create domain unused as int; alter domain unused add check (value > 0)"],
  ],
  [
    "delete-without-where",
    [
      "do $$ begin delete from a; if not found then raise exception 'x'; end if; exception when others then null; end $$",
      "do $$ begin delete from a; if not found then return; end if; raise exception 'x'; exception when others then null; end $$",
      "do $$ begin delete from a; raise notice 'x'; exception when others then null; end $$",
      "do $$ begin raise exception 'x'; exception when others then delete from a; end $$",
    ],
    [
      "do $$ begin delete from a; drop table a; raise exception 'x'; exception when others then raise notice 'y'; end $$",
      "do $$ begin begin delete from a; raise sqlstate 'P0002'; exception when no_data_found then null; end; end $$",
    ],
  ],
];

describe("what a text hides, and what only looks like it", () => {
  const hits = table.flatMap(([rules, some]) => some.map((sql) => [rules, sql] as const));
  test.each(hits)("%s: %s", (rules, sql) => {
    expect(court.after(history, sql).toSorted()).toEqual(rules.split(",").toSorted());
  });

  const clean = table.flatMap(([rules, , some]) => some.map((sql) => [rules, sql] as const));
  test.each(clean)("near miss of %s: %s", (_, sql) => {
    expect(court.after(history, sql)).toEqual([]);
  });
});
