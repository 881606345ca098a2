import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { watchEffects } from "../../../../../kit/parts/database/guard/effects.ts";
import type { Effect } from "../../../../../kit/parts/database/guard/shown.ts";
import { connectPostgres } from "../../../../../kit/ports/live-database.ts";
import { type MigrationServer, migrationServer } from "../../../../support/migration-world.ts";

let server: MigrationServer;

beforeAll(async () => {
  server = await migrationServer();
});

afterAll(() => server.stop());

const live = `
  create schema app;
  create type state as enum ('a', 'b');
  create table customers (id int primary key, name varchar(50), state state);
  create table orders (id int primary key, customer int references customers on delete cascade);
  create table log (what text);
  create view names as select id, name from customers;
  create function total(x int) returns int language sql as 'select x';
  alter table orders enable row level security;
  create policy mine on orders using (true);
  create policy theirs on customers using (true);
  create table app.inner (id int);
  create function app.tidy(what text) returns void language plpgsql as 'begin execute what; end';
  create function app.fired() returns trigger language plpgsql as 'begin execute new.what; return new; end';
  create trigger fires after insert on log for each row execute function app.fired();
  insert into customers select i, 'n' from generate_series(1, 5) i;
  insert into orders select i, i from generate_series(1, 5) i;`;

/** What is seen of each transaction, one after the other; with `alone` there is no second connection. */
async function seen(transactions: readonly string[], alone = false): Promise<readonly (readonly Effect[])[]> {
  const { url } = await server.project();
  const database = await connectPostgres(url, "ours");
  const aside = await connectPostgres(url, "aside");
  try {
    await aside.script(live);
    // A statement of its own: the statistics of what was inserted are told when it has ended.
    await aside.query("select pg_stat_force_next_flush()");
    const watch = await watchEffects(database, alone ? undefined : aside, () => false);
    const effects: (readonly Effect[])[] = [];
    const { question } = watch;
    for (const sql of transactions) {
      await watch.begin();
      await database.script("begin");
      await database.script(sql);
      effects.push(await watch.effects(await database.query(question.sql, question.parameters), isTold));
      await database.script(sql.startsWith("/* tried */") ? "rollback" : "commit");
    }
    return effects;
  } finally {
    await database.close();
    await aside.close();
  }
}

const isTold = ({ rows }: Effect): boolean => rows?.how === "updated";

const lines = (effects: readonly Effect[] | undefined): readonly string[] =>
  (effects ?? []).map(({ axis, thing, what }) => `${axis}: ${thing} ${what}`);

const hidden = (sql: string): string => `select app.tidy('${sql}')`;

test.each([
  ["a dropped table", "drop table orders", ["data_loss: table public.orders is gone"]],
  [
    "a dropped column",
    "alter table customers drop column state",
    ["data_loss: column public.customers.state is gone"],
  ],
  [
    "a changed type",
    "alter table orders alter column customer type bigint",
    [
      "lock_hazard: table public.orders is written anew, or emptied, under its strongest lock",
      "breaks_clients: column public.orders.customer has the type pg_catalog.int8 now, not pg_catalog.int4",
    ],
  ],
  [
    "a view with less",
    "drop view names; create view names as select id from customers",
    ["breaks_clients: column public.names.name of the view is gone"],
  ],
  ["a dropped function", "drop function total(int)", ["breaks_clients: function public.total(int4) is gone"]],
  [
    "a renamed value",
    "alter type state rename value ''b'' to ''c''",
    ["breaks_clients: value 'b' of public.state is gone"],
  ],
  ["a dropped policy", "drop policy mine on orders", ["tightens: policy mine on public.orders is gone"]],
  [
    "a renamed schema",
    "alter schema app rename to other",
    expect.arrayContaining(["breaks_clients: table app.inner is called other.inner now"]),
  ],
  [
    "deleted rows, and those that go with them",
    "delete from customers where id < 3",
    ["data_loss: table public.customers lost 2 rows", "data_loss: table public.orders lost 2 rows"],
  ],
  ["an emptied table", "truncate orders", ["data_loss: table public.orders was emptied of about 5 rows"]],
  [
    "a table that is written anew",
    "alter table orders add column at timestamptz default clock_timestamp()",
    ["lock_hazard: table public.orders is written anew, or emptied, under its strongest lock"],
  ],
])("%s is seen, though only a live function does it", async (_, sql, expected) => {
  const [effects] = await seen([hidden(sql)]);
  expect([...lines(effects)].sort()).toEqual(Array.isArray(expected) ? [...expected].sort() : expected);
});

test("without a second connection the same is seen", async () => {
  const transactions = [
    "alter table customers drop column state",
    "delete from customers where id < 3",
    "drop table orders",
    "alter schema app rename to other",
  ].map(hidden);
  const [beside, alone] = [await seen(transactions), await seen(transactions, true)];
  expect(alone.map(lines)).toEqual(beside.map(lines));
  expect(alone.every((effects) => effects.length > 0)).toBe(true);
});

test("what a trigger does is seen", async () => {
  const [effects] = await seen(["insert into log values ('drop table orders')"]);
  expect(lines(effects)).toEqual(["data_loss: table public.orders is gone"]);
});

test("new things, more columns, the same again and rows that are added or changed are no effect", async () => {
  const calm = [
    "create table more (id int references customers); create index on more (id)",
    "alter table customers add column note text default 'x'; create index on customers (name)",
    "create or replace view names as select id, name, note from customers; create or replace function total(x int) returns int language sql as 'select x + 1'",
    "drop policy mine on orders; create policy mine on orders using (id > 0)",
    "insert into customers values (9, 'z'); update customers set name = 'y'",
    "comment on table customers is 'c'; grant select on customers to public; alter type state add value 'z'",
  ];
  expect(await seen(calm)).toEqual(calm.map(() => []));
});

test("what an earlier transaction has made is nobody's yet, whatever becomes of it", async () => {
  const own = [
    "create table helper (id int); create function help() returns int language sql as 'select 1'; alter table customers add column tmp int; create policy tmp on orders using (true); insert into helper values (1)",
    hidden(
      "delete from helper; drop table helper; drop function help(); alter table customers drop column tmp; drop policy tmp on orders",
    ),
  ];
  expect(await seen(own)).toEqual([[], []]);
});

test("rows are counted to the transaction that has deleted them, not to the next one", async () => {
  const effects = await seen([
    "delete from orders where id = 1",
    "select 1",
    "lock table orders",
    "/* tried */ delete from orders",
    "delete from orders where id = 2",
  ]);
  expect(effects.map(lines)).toEqual([
    ["data_loss: table public.orders lost a row"],
    [],
    [],
    ["data_loss: table public.orders lost 4 rows"],
    ["data_loss: table public.orders lost a row"],
  ]);
});

test("a policy that another one of its table stands for is told as in a replay; one that nothing stands for is dropped", async () => {
  const [[lost] = [], [replaced] = []] = await seen([
    hidden("drop policy mine on orders"),
    "drop policy theirs on customers; create policy all_of_them on customers using (true)",
  ]);
  expect(lost).toMatchObject({ thing: "policy mine on public.orders", rule: "drop-policy" });
  expect(replaced).toMatchObject({ thing: "policy theirs on public.customers", rule: "replay-tightens" });
});
