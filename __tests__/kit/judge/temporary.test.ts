import { beforeAll, expect, test } from "@jest/globals";
import { type Court, openCourt } from "../../support/judged.ts";

let court: Court;

beforeAll(async () => {
  court = await openCourt();
});

const history = "create table public.t (id int primary key, name text); create table public.u (id int);";
const temporary = "create temp table t as select 1 as id;";

test.each([
  [`${temporary} drop table t`, []],
  [`${temporary} drop table public.t`, ["drop-table"]],
  [`${temporary} drop table t; drop table t`, ["drop-table"]],
  [`${temporary} drop table pg_temp.t; drop table t`, ["drop-table"]],
  [`${temporary} truncate t`, []],
  [`${temporary} truncate public.t`, ["truncate"]],
  [`${temporary} delete from t`, []],
  [`${temporary} delete from public.t`, ["delete-without-where"]],
  [`${temporary} alter table t drop column id`, []],
  [`${temporary} alter table public.t drop column name`, ["drop-column"]],
  [`${temporary} alter table t rename to v; drop table v`, []],
  [`${temporary} alter table t rename to v; drop table t`, ["drop-table"]],
  [`select 1 as id into temp t; drop table t`, []],
  [`create temp table x (id int); drop table t`, ["drop-table"]],
  [`do $$ begin ${temporary} drop table t; end $$`, []],
  [`do $$ begin ${temporary} drop table public.t; end $$`, ["drop-table"]],
])("a name without a schema means the temporary table, one with its schema never does: %s", (sql, rules) => {
  expect(court.after(history, sql)).toEqual(rules);
});

test("a temporary table of one file hides nothing from the next one", () => {
  expect(court.after(history, temporary, "drop table t")).toEqual(["drop-table"]);
});
