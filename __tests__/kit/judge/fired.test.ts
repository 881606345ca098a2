import { beforeAll, describe, expect, test } from "@jest/globals";
import { type Court, openCourt } from "../../support/judged.ts";

let court: Court;

beforeAll(async () => {
  court = await openCourt();
});

const history = `
create table orders (id int primary key, label text, sum int); create table totals (id int primary key, sum int);
create function live() returns trigger language plpgsql as 'begin truncate totals; return null; end';
create trigger live after delete on orders for each statement execute function live();
create table calm (id int primary key); create table other (id int primary key);
create function mild() returns trigger language plpgsql as 'begin return new; end';
create trigger mild after insert on calm for each row execute function mild();
`;

const wipes = (what: string): string =>
  `create or replace function wipe() returns trigger language plpgsql as $$ begin ${what}; return new; end $$;`;
const on = (events: string, table = "orders"): string =>
  `create trigger wipes after ${events} on ${table} for each row execute function wipe();`;
const refill = "delete from totals; insert into totals select id, sum from orders";

describe.each([
  [
    "truncate",
    [
      `${wipes("truncate totals")} ${on("update")} update orders set label = 'x' where id = 1`,
      `${wipes("truncate totals")} ${on("insert")} insert into orders values (1)`,
      `${wipes("truncate totals")} ${on("update of label")} insert into orders values (1) on conflict (id) do update set label = 'x'`,
      `${wipes("truncate totals")} ${on("update of label")} with u as (update orders set label = 'x' where id = 1 returning id) select * from u`,
      `${wipes("truncate totals")} ${on("insert")} do $$ begin insert into orders values (1); end $$`,
      `${wipes("if new.sum > 5 then truncate totals; end if")} ${on("insert")} insert into orders values (1)`,
      `create or replace function mild() returns trigger language plpgsql as 'begin truncate totals; return new; end'; insert into calm values (1)`,
      `create trigger more after insert on other for each statement execute function live(); insert into other values (1)`,
      `${wipes("truncate totals")} ${on("insert")} alter table orders disable trigger user; alter table orders enable trigger wipes; alter table orders enable trigger all; insert into orders values (1)`,
    ],
    [
      `${wipes("truncate totals")} ${on("update")} insert into orders values (1)`,
      `${wipes("truncate totals")} ${on("update of label")} update orders set sum = 1 where id = 1`,
      `${wipes("truncate totals")} ${on("insert")}`,
      `update orders set label = 'x' where id = 1; ${wipes("truncate totals")} ${on("update")}`,
      `${wipes("truncate totals")} ${on("insert")} drop trigger wipes on orders; insert into orders values (1)`,
      "insert into calm values (1)",
      `create table fresh (id int); ${wipes("truncate fresh")} ${on("insert")} insert into orders values (1)`,
    ],
  ],
  [
    "delete-without-where",
    [
      `${wipes(refill)} ${on("insert")} insert into orders values (1)`,
      `${wipes("delete from totals where true")} ${on("insert")} copy orders from '/tmp/x'`,
    ],
    [
      `${wipes("delete from totals where id = new.id")} ${on("insert")} insert into orders values (1)`,
      `${wipes("update totals set sum = new.sum where id = new.id")} ${on("insert")} insert into orders values (1)`,
      `${wipes("insert into totals values (new.id, 1)")} ${on("insert")} insert into orders values (1)`,
      `${wipes("execute new.label")} ${on("insert")} insert into orders values (1)`,
    ],
  ],
  ["delete-rows", ["delete from orders where id = 1"], []],
] as const)("%s by a trigger that the file fires", (rule, hits, clean) => {
  test.each(hits)("finds: %s", (sql) => {
    expect(court.after(history, sql)).toEqual([rule]);
  });
  if (clean.length > 0)
    test.each(clean)("leaves alone: %s", (sql) => {
      expect(court.after(history, sql)).toEqual([]);
    });
});

test("a trigger that is turned off does nothing", () => {
  const made = `${wipes("truncate totals")} ${on("insert")}`;
  for (const off of ["trigger wipes", "trigger user", "trigger all"])
    expect(
      court.after(history, `${made} alter table orders disable ${off}; insert into orders values (1)`),
    ).not.toContain("truncate");
});

test("the finding is at the statement that fires it, and names the trigger", () => {
  const [finding, ...others] = court.findings(
    "create table a (id int); create table b (id int);",
    `create function f() returns trigger language plpgsql as 'begin truncate b; return new; end';
create trigger t after insert on a for each row execute function f();
insert into a values (1);`.replace("truncate b", "truncate outside"),
  );
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ rule: "truncate", thing: "public.outside", line: 3 });
  expect(finding?.why).toContain("the trigger public.a.t does it, which this statement fires");
});
