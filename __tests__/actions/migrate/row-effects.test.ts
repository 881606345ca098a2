import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { connectPostgres } from "../../../kit/ports/live-database.ts";
import { type MigrationServer, type Project, migrationServer } from "../../support/migration-world.ts";

let server: MigrationServer;

beforeAll(async () => {
  server = await migrationServer();
});

afterAll(() => server.stop());

/** What somebody has put into the live database by hand, and no migration knows. */
const byHand = `
  create table customers (id int primary key, name text, total int default 0);
  create table orders (id int primary key, customer int references customers on delete cascade, note text);
  create table settings (id int, value text);
  create table log (what text);
  create table events (id int, at int) partition by range (at);
  create table events_1 partition of events for values from (0) to (10);
  create table events_2 partition of events for values from (10) to (20);
  create schema cron;
  create table cron.job (jobid int);
  insert into customers select i, 'n' from generate_series(1, 4) i;
  insert into orders select i, i, 'n' from generate_series(1, 4) i;
  insert into settings values (1, 'x');
  insert into log values ('a'), ('b');
  insert into events select i, i from generate_series(1, 4) i;
  insert into cron.job values (1);
  create function cron.unschedule(id int) returns bool language sql as 'delete from cron.job where jobid = id; select true';
  create function fired() returns trigger language plpgsql as 'begin execute tg_argv[0]; return null; end'`;

async function live(file: string, trigger = ""): Promise<Project> {
  const project = await server.project({ "0001_x.sql": file });
  await project.rows(`${byHand}; ${trigger}`);
  return project;
}

/** A trigger of the live database that does something to another table. */
const fires = (when: string, does: string): string =>
  `create trigger fires after ${when} for each statement execute function fired($$${does}$$)`;

test.each([
  [
    "a deletion does not tell of another table that a trigger empties",
    "delete from log where what = 'a'",
    fires("delete on log", "delete from orders"),
    "table public.orders lost 4 rows",
  ],
  [
    "nor of a table to which a key leads whose own rows have all stayed",
    "-- rollout-allow: delete-rows the first\ndelete from customers where id = 99;\ndelete from log where what = 'a'",
    fires("delete on log", "delete from orders"),
    "table public.orders lost 4 rows",
  ],
  [
    "a column that may go tells of no rows",
    "-- rollout-allow: drop-column nobody reads it\nalter table orders drop column note;\ninsert into log values ('c')",
    fires("insert on log", "delete from orders"),
    "table public.orders lost 4 rows",
  ],
  [
    "a column that may go tells of no sequence but its own",
    "-- rollout-allow: drop-column nobody reads it\nalter table orders drop column note;\ninsert into log values ('c')",
    `create sequence numbers; ${fires("insert on log", "drop sequence numbers")}`,
    "sequence public.numbers is gone, with its position",
  ],
  [
    "a TRUNCATE tells of its table only",
    "-- rollout-allow: truncate it is a log\ntruncate log",
    fires("truncate on log", "truncate orders"),
    "table public.orders was emptied of about 4 rows",
  ],
  [
    "an UPDATE tells of no rows that go from another table",
    "update customers set name = 'm' where id = 1",
    fires("update on customers", "delete from log"),
    "table public.log lost 2 rows",
  ],
  [
    "every row of a table that no statement updates",
    "insert into log values ('c')",
    fires("insert on log", "update customers set total = total + 1"),
    "table public.customers holds other values in all of its 4 rows",
  ],
  [
    "also where a statement updates another one",
    "update orders set note = 'm' where id = 1",
    fires("update on orders", "update customers set total = 0"),
    "table public.customers holds other values in all of its 4 rows",
  ],
])("%s: it is rolled back", async (_, file, trigger, what) => {
  const project = await live(file, trigger);
  await expect(project.migrate()).rejects.toMatchObject({
    code: "PR425",
    message: expect.stringContaining(`did not show: ${what}.`),
  });
  expect(await project.ledger().catch(() => [])).toEqual([]);
});

test("what keys, parts and names take along was shown with it, and so was what the text updates; in the trial, too", async () => {
  const project = await live("select 1");
  await project.write({
    "0002_along.sql": "delete from customers where id = 1",
    "0003_parts.sql": "delete from events where at = 3",
    "0004_moves.sql": "update events set at = 11 where at = 1",
    "0005_job.sql": "-- rollout-allow: unschedule-job it is done elsewhere\nselect cron.unschedule(1)",
    "0006_all.sql": "update customers set total = 1 where id > 0",
    "0007_keys.sql":
      "alter table orders drop constraint orders_customer_fkey, add foreign key (customer) references customers on update cascade on delete cascade; update customers set id = id + 10 where id > 0",
    "0008_renamed.sql":
      "delete from log where what = 'a';\n-- rollout-allow: rename-table archived\nalter table log rename to old_log",
    "0009_empty.sql":
      "-- rollout-allow: truncate a rebuild\ntruncate customers cascade; insert into customers select i from generate_series(1, 4) i; insert into orders select i, i from generate_series(1, 4) i",
    "0010_dropped.sql":
      "delete from customers where id < 3;\n-- rollout-allow: drop-table done\ndrop table customers cascade",
  });
  const { report } = await project.migrate({ verify: "in-place" });
  expect(report.verdict).toBe("pass");
  expect(report.folded?.map(({ title }) => title) ?? []).not.toContain("Done beyond the plan");
  expect(await project.rows("select count(*)::int as n from orders")).toEqual([{ n: 2 }]);
});

test.each([
  ["a few rows", "update customers set total = 1 where id < 4"],
  ["the one row of a counter", "update settings set value = 'y'; update settings set value = 'z'"],
  ["rows that were inserted just now", "update fresh set n = 2; update fresh set n = 3"],
])("a trigger that updates %s: no effect that was not shown", async (_, does) => {
  const project = await live(
    "insert into fresh values (1, 1), (2, 1); insert into log values ('c')",
    `create table fresh (id int, n int); ${fires("insert on log", does)}`,
  );
  const { report } = await project.migrate();
  expect(report.verdict).toBe("pass");
  expect(report.folded?.map(({ title }) => title) ?? []).not.toContain("Done beyond the plan");
});

test("without a second connection rows that a key takes along are shown, and others are not", async () => {
  const project = await live(
    "delete from customers where id = 1;\ninsert into log values ('c')",
    fires("insert on log", "delete from settings"),
  );
  const world = await project.world({
    connect: async (url, name) => {
      if (name.includes("guard")) throw new Error("remaining connection slots are reserved");
      return connectPostgres(url, name);
    },
  });
  await expect(project.migrate({}, world)).rejects.toMatchObject({
    message: expect.stringContaining("did not show: table public.settings lost a row."),
  });
});

test("where the policy says nothing of lost data, rows may go; where it warns, that is told", async () => {
  const project = await live(
    "delete from customers where id = 1;\ninsert into log values ('c')",
    fires("insert on log", "delete from settings"),
  );
  const { report } = await project.migrate({ "on-data-loss": "off" });
  expect(report.folded?.map(({ title }) => title) ?? []).not.toContain("Done beyond the plan");
  await project.write({ "0002_x.sql": "insert into settings values (2, 'x'); insert into log values ('d')" });
  const warned = await project.migrate({ "on-data-loss": "warn" });
  expect(warned.report.folded).toContainEqual({
    title: "Done beyond the plan",
    text: "supabase/migrations/0002_x.sql: table public.settings lost a row, which its plan did not show.",
  });
});

test("a table of which the session may see only some rows is not looked at, and no migration fails for it", async () => {
  const project = await live(
    "insert into log values ('c')",
    `${fires("insert on log", "update customers set total = total + 1")};
     create role narrow login password 'narrow';
     grant all on schema public to narrow; grant all on all tables in schema public to narrow;
     create policy everybody on customers using (true); alter table customers enable row level security`,
  );
  const url = new URL(project.url);
  await project.rows(`grant create on database ${url.pathname.slice(1)} to narrow`);
  url.username = "narrow";
  url.password = "narrow";
  expect((await project.migrate({ "database-url": url.href })).report.verdict).toBe("pass");
});
