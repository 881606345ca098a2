import { expect, test } from "@jest/globals";
import { judge } from "../../kit/judge/judge.ts";
import { loadParser } from "../../kit/judge/parser.ts";
import { type Catalog, emptyCatalog } from "../../kit/shadow/catalog.ts";
import { disprovedIn } from "../../kit/shadow/disprove.ts";
import { judgeFacts } from "../../kit/shadow/judge-facts.ts";
import type { ShadowFacts } from "../../kit/shadow/replay.ts";
import { type Shadow, replayOnShadow } from "../../kit/shadow/shadow.ts";
import { shadowEnv } from "../support/shadow-env.ts";
import { testWorld } from "../support/test-world.ts";

const filesOf = (texts: readonly string[]) =>
  texts.map((text, index) => ({ path: `${index + 1}.sql`, text }));

async function replayed(
  texts: readonly string[],
  applied: readonly string[] = [],
  live?: () => Promise<Catalog>,
): Promise<Shadow> {
  const world = await testWorld({ env: await shadowEnv() });
  const history = applied.map((text, index) => ({ path: `a${index + 1}.sql`, text }));
  const pending = filesOf(texts);
  const shadow = await replayOnShadow(await loadParser(), { history, pending, each: true, live }, world);
  if ("because" in shadow) throw new Error(shadow.because);
  return shadow;
}

function said(file: ShadowFacts): readonly string[] {
  if ("unverified" in file) return [`not replayed: ${file.unverified}`];
  return [...file.facts.map(({ kind, thing }) => `${kind} ${thing}`), ...file.assumed];
}

test("what no file makes is assumed as the files need it, and said where it is first needed", async () => {
  const { files, summary } = await replayed([
    `alter table people enable row level security;
     create policy own on people for select using (owner_ref = auth.uid() and is_open and is_staff(auth.uid()));
     create trigger touched before update on people for each row execute function touch();`,
    `create table notes (id int primary key, person int references people (number), place bookings.place_kind);
     create view listed as select p.number, upper(p.label) as label, p.extras ->> 'x' as x from people p where p.seen_at > now();
     insert into people (number, label, price) values (1, 'a', 1.5) on conflict (number) do update set label = excluded.label;
     comment on column people.remark is 'told'; grant select on people to clerk;`,
    `create function names() returns table (label text, extras jsonb) language sql as 'select p.label, p.extras from people p';
     alter table people add column later int; create index on people (label, later);`,
  ]);
  expect(files.map(said)).toEqual([
    [
      "replayed as if there were table public.people, function public.is_staff, function public.touch, though no file before makes them",
    ],
    [
      "replayed as if there were schema bookings, type bookings.place_kind, unique key (number) of public.people, role clerk, though no file before makes them",
    ],
    [],
  ]);
  expect(summary).toEqual(["3 of 3 files were replayed, with 7 things assumed that no file makes"]);
}, 60_000);

test("of what is assumed a replay tells nothing, and takes nothing back", async () => {
  const texts = [
    "alter table outside add column more text; create view shown as select outside.more from outside; create table own (id int, body text);",
    "drop view shown; create view shown as select outside.more from outside;",
    "drop table outside cascade;",
    "drop view if exists elsewhere; alter table own drop column body;",
    "-- rollout-allow: replay-loss the table is a copy\nalter table outside drop column if exists more;",
  ];
  const parser = await loadParser();
  const shadow = await replayed(texts);
  expect(shadow.files.map(said)).toEqual([
    ["replayed as if there were table public.outside, though no file before makes it"],
    [],
    ["view-gone view public.shown"],
    ["column-gone column public.own.body"],
    ["replayed as if there were table public.outside, though no file before makes it"],
  ]);
  const files = filesOf(texts);
  const judged = judge(parser, files, { history: [], whole: true, each: true });
  const left = files.map((file, index) => {
    const findings = judged[index]?.findings ?? [];
    const seen = shadow.files[index] ?? { path: file.path, unverified: "missing" };
    const gone = disprovedIn(parser, file, seen, findings).length;
    return [gone, judgeFacts(parser, file, seen, findings).map(({ rule }) => rule)];
  });
  expect(left).toEqual([
    [0, []],
    [0, []],
    [0, []],
    [0, []],
    [0, []],
  ]);
}, 60_000);

test("what is assumed, or left by a file that did not run, makes way for the file that makes it", async () => {
  const { files, history } = await replayed(
    [
      "create table members (id int generated always as identity primary key, name text); create function is_member() returns boolean language sql as 'select true';",
      "insert into members (name) values ('a'); alter table members add column rank int;",
      "create table half (id int); create index half_id on half (id); create type mood as enum ('good');",
      "drop table members;",
    ],
    [
      "create policy seen on members using (rank > 0 and is_member());",
      "create table half (id int); create type mood as enum ('bad'); create index half_id on half (id); select broken();",
    ],
  );
  expect(history).toEqual(["a2.sql does not run on the shadow: function broken() does not exist"]);
  expect(files.map(said)).toEqual([[], [], [], ["table-gone table public.members"]]);
}, 60_000);

test("a statement about rows that are only live is left out and said; one that is wrong by itself is not", async () => {
  const { files } = await replayed(
    [
      "insert into items (owner, kind) select id, 'x' from owners where name = 'a'; insert into items (owner) values (7); alter table items add column more text;",
      "do $$ begin if (select count(*) from items) <> 5 then raise exception 'five are needed'; end if; end $$; alter table items add column yet text;",
      "insert into items (kind) values (null);",
      "do $$ begin execute 'alter table items add column secret text'; raise exception 'never'; end $$;",
      "select unknown_thing(); create table never (id int);",
      "create table beside (id int); create index concurrently on elsewhere (code); insert into beside values (1);",
    ],
    [
      "create table owners (id int primary key, name text); create table items (owner int references owners, kind text not null default '-');",
    ],
  );
  expect(files.map(said)).toEqual([
    [
      'replayed without the statement at line 1: insert or update on table "items" violates foreign key constraint "items_owner_fkey"',
    ],
    ["replayed without the statement at line 1: five are needed"],
    ['not replayed: null value in column "kind" of relation "items" violates not-null constraint'],
    ["not replayed: never"],
    ["not replayed: function unknown_thing() does not exist"],
    ["replayed as if there were table public.elsewhere, though no file before makes it"],
  ]);
}, 60_000);

test("where the live database can be asked, what it has is taken from it, and what it has not is not assumed", async () => {
  const column = { relation: 1, modifier: -1, required: false, computed: false };
  const live: Catalog = {
    ...emptyCatalog(),
    relations: [{ id: 1, kind: "r", name: "public.guests", file: 1 }],
    columns: [
      { ...column, number: 1, name: "id", type: "pg_catalog.int8" },
      { ...column, number: 2, name: "mood", type: "public.mood" },
      { ...column, number: 3, name: "tags", type: "pg_catalog._text" },
    ],
    types: [{ id: 2, name: "public.mood", labels: ["good", "bad"] }],
  };
  let asked = 0;
  const { files } = await replayed(
    [
      "alter table guests add constraint moods check (mood <> 'bad' and tags @> array['a']);",
      "create table visits (guest bigint references guests);",
      "alter table guests alter column typo set not null;",
      "create index on gests (id);",
    ],
    [],
    () => {
      asked += 1;
      return Promise.resolve(live);
    },
  );
  expect(files.map(said)).toEqual([
    ["replayed as if there were type public.mood, table public.guests, though no file before makes them"],
    [],
    ['not replayed: column "typo" of relation "guests" does not exist'],
    ['not replayed: relation "gests" does not exist'],
  ]);
  expect(asked).toBe(1);
}, 60_000);
