import { beforeAll, describe, expect, test } from "@jest/globals";
import { judge } from "../../../kit/judge/judge.ts";
import { type Court, openCourt } from "../../support/judged.ts";

let court: Court;

beforeAll(async () => {
  court = await openCourt();
});

const history = `
create table t (
  id int primary key,
  k text not null check (k in ('a', 'b')),
  n int constraint n_range check (n > 0 and n < 9),
  s text
);
alter table t add constraint t_s check (s is null or s = any (array['x'::text, 'y'::text]));
create table if not exists t (id int, late text constraint late_check check (late in ('a')));
create table parent (id int primary key);
`;

/** Constraints that refuse nothing more than before: what stays is that all rows are read. */
const harmless: readonly string[] = [
  "alter table t drop constraint if exists t_k_check; alter table t add constraint t_k_check check (k in ('a', 'b', 'c'))",
  "alter table t drop constraint t_k_check, add constraint t_k_check check (k = any (array['b', 'c', 'a']))",
  "alter table t drop constraint t_k_check; alter table t add check (k in ('a', 'b', 'c'))",
  "alter table t drop constraint t_s; alter table t add constraint t_s check (s in ('x', 'y', 'z'))",
  "alter table t drop constraint t_s; alter table t add constraint t_s check (s is null or s in ('x', 'y'))",
  "alter table t drop constraint n_range; alter table t add constraint n_range check (n > 0)",
  "alter table t drop constraint n_range; alter table t add constraint n_range check (n > 0 and (n < 9 or n = 12))",
  "do $$ begin if exists (select 1 from pg_constraint) then alter table t drop constraint t_k_check; end if; end $$; alter table t add constraint t_k_check check (k in ('a', 'b', 'c'))",
  "alter table t add column z text not null default 'x'; alter table t add constraint z_check check (z in ('x', 'y'))",
  "alter table t add column z text, add constraint z_check check (z in ('x', 'y'))",
  "alter table t add column if not exists z text; alter table t add constraint z_check check (z is null or length(z) < 9)",
  "alter table t add column z int default null; alter table t add constraint z_check check (z between 1 and 5)",
  "alter table t add column z int, add column y int; alter table t add constraint z_check check (z < y)",
  "alter table t add column z int; alter table t add constraint z_parent foreign key (z) references parent (id)",
  "alter table t add column z text default 'x'; do $$ begin if not exists (select 1 from pg_constraint where conname = 'z_check') then alter table t add constraint z_check check (z in ('x')); end if; end $$",
];

const tighter: readonly string[] = [
  "alter table t drop constraint t_k_check; alter table t add constraint t_k_check check (k in ('a', 'c'))",
  "alter table t drop constraint t_k_check; alter table t add constraint t_k_check check (k in ('a', 'b', 'c') and s is not null)",
  "alter table t drop constraint t_k_check; alter table t add constraint t_k_check check (s in ('a', 'b', 'c'))",
  "alter table t drop constraint t_k_check; alter table t add constraint t_k_check check (k not in ('a', 'b', 'c'))",
  "alter table t drop constraint n_range; alter table t drop column n, add column n int generated always as (id - 7) stored; alter table t add constraint n_range check (n > 0)",
  "alter table t add constraint other check (k in ('a', 'b', 'c'))",
  "alter table t drop constraint if exists late_check; alter table t add constraint late_check check (late in ('a', 'b'))",
  "alter table t drop constraint n_range; alter table t add constraint n_range check (n > 0 and n < 5)",
  "alter table t add column z text; alter table t add constraint z_check check (z is not null)",
  "alter table t add column z text; alter table t add constraint z_check check (coalesce(z, '') <> '')",
  "alter table t add column z text, add column y text; alter table t add constraint z_check check (num_nonnulls(z, y) = 1)",
  "alter table t add column z text; alter table t add constraint z_check check (k <> 'a' or z is not null)",
  "alter table t add column z text default 'x'; alter table t add constraint z_check check (z is null)",
  "alter table t add column z text default 'x'; alter table t add constraint z_check check (z in ('y', 'w'))",
  "alter table t add column z int default 1; alter table t add constraint z_parent foreign key (z) references parent (id)",
  "alter table t add column if not exists s text; alter table t add constraint z_check check (s in ('x'))",
  "alter table t add column z text generated always as (s || 'x') stored; alter table t add constraint z_check check (z in ('x'))",
];

/** Of an index: what stays is that nobody writes while it is built. */
const emptyKeys: readonly string[] = [
  "alter table t add column z text; create unique index t_z on t (z) where z is not null",
  "alter table t add column z text; alter table t add column y text; create unique index t_z on t (z, y)",
  "alter table t add column z text; create unique index t_z on t (z, s)",
  "alter table t add column z uuid not null default gen_random_uuid(); create unique index t_z on t (z)",
];

const filledKeys: readonly string[] = [
  "alter table t add column z text default 'x'; create unique index t_z on t (z)",
  "alter table t add column z timestamptz default now(); create unique index t_z on t (z)",
  "alter table t add column z text; create unique index t_z on t (coalesce(z, ''))",
  "alter table t add column z text; create unique index t_z on t (z) nulls not distinct",
];

describe("constraints of a table that is live", () => {
  const rules = (sql: string): readonly string[] =>
    court
      .after(history, sql)
      .filter((rule) => !["rewrite-table", "drop-column", "build-index"].includes(rule));

  test.each(harmless)("it refuses nothing more: %s", (sql) => {
    expect(rules(sql)).toEqual(["scan-for-constraint"]);
  });

  test.each(tighter)("it may refuse what live code writes: %s", (sql) => {
    expect(rules(sql)).toEqual(["add-constraint", "scan-for-constraint"]);
  });

  test.each(emptyKeys)("live code leaves it empty: %s", (sql) => {
    expect(rules(sql)).toEqual([]);
  });

  test.each(filledKeys)("live code may meet a second one: %s", (sql) => {
    expect(rules(sql)).toEqual(["add-constraint"]);
  });
});

test.each([
  ["primary key using index t_s", ["add-constraint", "scan-for-not-null"]],
  ["primary key using index t_k", ["add-constraint"]],
  ["primary key using index t_n", ["add-constraint"]],
  ["primary key using index of_nobody", ["add-constraint"]],
  ["unique using index t_s", ["add-constraint"]],
])("a key of an index reads all rows only where a column may be NULL: %s", (constraint, rules) => {
  const indexed = `create table t (k text not null, s text, n int);
    alter table t add constraint filled check (n is not null);
    create unique index t_s on t (k, s); create unique index t_k on t (k); create unique index t_n on t (n);`;
  expect(court.after(indexed, `alter table t add constraint t_key ${constraint}`)).toEqual(rules);
});

test.each([
  ["free", ["alter-column-type"]],
  ["limited", ["alter-column-type", "rewrite-table"]],
  ["checked", ["alter-column-type", "add-constraint", "rewrite-table"]],
  ["of_others", ["alter-column-type", "rewrite-table"]],
])("a column takes a domain, which writes and refuses by what the domain is: %s", (domain, rules) => {
  const domains = `create table t (s text); create domain free as text; create domain limited as varchar(3);
    create domain checked as text check (length(value) < 9);`;
  expect(court.after(domains, `alter table t alter column s type ${domain}`)).toEqual(rules);
});

test.each([
  ["alter table if exists nowhere drop column if exists a, alter column b type text", []],
  ["alter table if exists t drop column if exists s", ["drop-column"]],
  ["alter table if exists v set (security_invoker = true)", ["gain-security-invoker"]],
  ["alter table nowhere drop column a", ["drop-column"]],
])("a table that was never there is not changed: %s", (sql, rules) => {
  expect(court.after("create table t (s text); create view v as select s from t;", sql)).toEqual(rules);
});

test.each([
  ["add unique (k)", "public.t.t_k_key"],
  ["add primary key (id)", "public.t.t_pkey"],
  ["add foreign key (n) references parent", "public.t.t_n_fkey"],
  ["add check (n > 0)", "public.t.t_n_check"],
])("a constraint without a name is called as PostgreSQL will call it: %s", (command, name) => {
  const made = "create table t (id int, k text, n int); create table parent (id int primary key);";
  const after = { path: "0002_x.sql", text: `alter table t ${command}` };
  const [judged] = judge(court.parser, [after], {
    history: [{ path: "0001_x.sql", text: made }],
    whole: true,
  });
  expect(judged?.findings.map(({ thing }) => thing)).toEqual([name, name]);
});
