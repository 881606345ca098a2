import { beforeAll, expect, test } from "@jest/globals";
import { judge } from "../../../kit/judge/judge.ts";
import { type Court, openCourt } from "../../support/judged.ts";

let court: Court;

beforeAll(async () => {
  court = await openCourt();
});

const history = "create table a (id int primary key, b varchar(10), c int not null)";

test("a valid CHECK spares the scan of SET NOT NULL", () => {
  const add = "alter table a add constraint k check (b is not null) not valid";
  const set = "alter table a alter b set not null";
  const [, ...proven] = court.after(history, add, "alter table a validate constraint k", set);
  expect(proven).toEqual(["set-not-null"]);
  const [, ...open] = court.after(history, add, set);
  expect(open.toSorted()).toEqual(["scan-for-not-null", "set-not-null"]);
});

test("NOT VALID in one file and VALIDATE in the next is the safe way", () => {
  const add = "alter table a add constraint k check (c > 0) not valid";
  expect(court.after(history, add, "alter table a validate constraint k")).toEqual(["add-constraint"]);
});

test("what cannot be read may have made anything: then nothing is certainly absent", () => {
  const drop = "drop table if exists unknown";
  expect(court.after(`${history}; do $$ begin execute some_text; end $$`, drop)).toEqual(["drop-table"]);
  expect(
    court.after(`${history}; do $$ begin execute format('create table %I ()', x); end $$`, drop),
  ).toEqual(["drop-table"]);
  expect(court.after(`${history}; this is no SQL`, drop)).toEqual(["drop-table"]);
});

test("a renamed table is followed with its columns", () => {
  expect(
    court.after(`${history}; alter table a rename to z`, "alter table z alter b type varchar(20)"),
  ).toEqual([]);
  expect(
    court.after(`${history}; alter table a rename b to y`, "alter table a alter y type varchar(20)"),
  ).toEqual([]);
});

test("a thousand files after a long history are judged in a moment", () => {
  const files = Array.from({ length: 1000 }, (_, index) => ({
    path: `${index}_x.sql`,
    text: `create table t${index} (id int); create index on t${index} (id); alter table t${index} add c int;
           create policy p on t${index} using (true); drop policy if exists p on t${index};`,
  }));
  const began = performance.now();
  expect(court.many(files)).toBe(0);
  expect(performance.now() - began).toBeLessThan(10_000);
});

test("thousands of statements that ask for other statements are judged in a moment", () => {
  const each = (write: (index: number) => string): string =>
    Array.from({ length: 1500 }, (_, index) => write(index)).join("\n");
  const before = each(
    (n) =>
      `create table t${n} (a int); create policy p on t${n} using (true); create type e${n} as enum ('x');`,
  );
  const files = [
    (n: number) => `alter table t${n} rename a to b; alter type e${n} rename to f${n};`,
    (n: number) => `revoke all on t${n} from anon; grant select on t${n} to anon;`,
    (n: number) => `drop table if exists u${n}; drop function if exists g${n};`,
    (n: number) => `drop policy p on t${n}; create policy q on t${n} using (true);`,
  ].map((write, at) => ({ path: `${at + 2}_x.sql`, text: each(write) }));
  const began = process.cpuUsage();
  judge(court.parser, files, { history: [{ path: "1_x.sql", text: before }], whole: true });
  const { user } = process.cpuUsage(began);
  expect(user / 1e6).toBeLessThan(4);
});

test.each([
  ["drop table receipts", ["drop-table billing.receipts"]],
  ["drop table public.members", ["drop-table public.members"]],
  ["drop table members", ["drop-table public.members"]],
  ["create table more (id int); drop table more", []],
  ["reset all; drop table receipts", ["drop-table public.receipts"]],
  ["do $$ begin delete from receipts; end $$", ["delete-without-where billing.receipts"]],
  ["with receipts as (select 1) select * from receipts", []],
  ["drop function total()", ["drop-function billing.total()"]],
  ["drop policy p on receipts; create policy p on receipts using (true)", []],
])("names without a schema lead where the file's search path leads: %s", (sql, found) => {
  const before = [
    { path: "0001_a.sql", text: "create table members (id int); create schema billing;" },
    {
      path: "0002_b.sql",
      text: "create table billing.receipts (id int); create function billing.total() returns int language sql as 'select 1'",
    },
  ];
  const files = [{ path: "0003_c.sql", text: `set search_path to billing, public; ${sql}` }];
  const judged = judge(court.parser, files, { history: before });
  expect(judged.flatMap(({ findings }) => findings.map(({ rule, thing }) => `${rule} ${thing}`))).toEqual(
    found,
  );
});

test("a history that changes what it never made is not the whole one: then nothing is certainly absent", () => {
  const made = "create table a (id int);";
  expect(court.after(made, "drop function if exists f()")).toEqual([]);
  expect(court.after(`${made} alter table b add c int`, "drop function if exists f()")).toEqual([
    "drop-function",
  ]);
  expect(court.after(`${made} alter table if exists b add c int`, "drop function if exists f()")).toEqual([]);
  const guarded = "do $$ begin if exists (select 1) then alter table b add c int; end if; end $$";
  expect(court.after(made + guarded, "drop function if exists f()")).toEqual([]);
  expect(
    court.after(`${made} create policy p on auth.users using (true)`, "drop function if exists f()"),
  ).toEqual([]);
});
