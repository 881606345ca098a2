import { beforeAll, expect, test } from "@jest/globals";
import { type AdvisorVisit, type NewAdvisories, advisorVisit } from "../../../kit/advisors/look.ts";
import { loadParser } from "../../../kit/judge/parser.ts";
import { replayOnShadow } from "../../../kit/shadow/shadow.ts";
import { shadowEnv } from "../../support/shadow-env.ts";
import { testWorld } from "../../support/test-world.ts";

async function replayed(
  history: string,
  pending: readonly string[],
  visit: AdvisorVisit,
  failing: readonly string[] = [],
): Promise<NewAdvisories> {
  const world = await testWorld({ env: await shadowEnv() });
  const files = pending.map((text, index) => ({ path: `p${index + 1}.sql`, text }));
  const shadow = await replayOnShadow(
    await loadParser(),
    { history: [{ path: "a.sql", text: history }], pending: files, each: true },
    world,
    visit,
  );
  if ("because" in shadow) throw new Error(shadow.because);
  expect(shadow.history).toEqual([]);
  expect(shadow.files.flatMap((file) => ("unverified" in file ? [file.path] : []))).toEqual(failing);
  return visit.found();
}

const ownNotes = "for select to authenticated using (author = (select auth.uid()))";
const history = `
  create table public.old_open (id int);
  create table public.notes (id int primary key, author uuid, body text);
  alter table public.notes enable row level security;
  create policy own on public.notes ${ownNotes};
  create schema private;`;

/** A migration, and what is new by it. */
const cases: readonly (readonly [sql: string, ...found: string[]])[] = [
  // Row level security.
  ["create table public.a1 (id int)", "advisor-rls-off table public.a1"],
  ["create table public.a2 (id int); revoke all on public.a2 from anon, authenticated"],
  ["create table private.a3 (id int); grant all on private.a3 to anon"],
  [
    "create table public.a4 (id int); alter table public.a4 enable row level security",
    "advisor-rls-without-policy table public.a4",
  ],
  [
    "create policy later on public.a1 for select using (id > 1)",
    "advisor-policy-without-rls table public.a1",
  ],
  ["alter table public.a1 enable row level security"],
  // Views.
  ["create view public.v1 as select id from public.notes", "advisor-definer-view view public.v1"],
  ["create view public.v2 with (security_invoker = on) as select id from public.notes"],
  ["create view public.v3 as select id from public.notes; revoke all on public.v3 from anon, authenticated"],
  ["create view private.v4 as select id from auth.users"],
  [
    "create view public.v5 with (security_invoker = true) as select id from private.v4",
    "advisor-users-exposed view public.v5",
  ],
  [
    "create materialized view public.m1 as select id from public.notes",
    "advisor-materialized-view materialized view public.m1",
  ],
  [
    "create materialized view public.m2 as select id from public.notes; revoke all on public.m2 from anon, authenticated",
  ],
  // Functions.
  [
    "create function public.f1() returns int language sql security definer set search_path = '' as 'select 1'",
    "advisor-definer-callable function public.f1()",
  ],
  [
    "create function public.f2() returns int language sql security definer set search_path = '' as 'select 1'; revoke execute on function public.f2() from public, anon, authenticated",
  ],
  [
    "create function private.f3() returns int language sql security definer as 'select 1'",
    "advisor-search-path function private.f3()",
  ],
  [
    "create function public.f4(a int) returns int language sql as 'select 1'",
    "advisor-search-path-invoker function public.f4(a integer)",
  ],
  ["create function public.f5() returns int language sql return 1"],
  ["create or replace function public.f4(a int) returns int language sql as 'select 2'"],
  [
    "create function public.f6() returns trigger language plpgsql security definer set search_path = '' as 'begin return new; end'",
  ],
  // Policies.
  [
    "create policy all_write on public.notes for insert to authenticated with check (true)",
    "advisor-policy-always-true policy all_write on public.notes",
  ],
  ["create policy everybody_reads on public.notes for select using (true)"],
  ["create policy server_writes on public.notes for all to service_role using (true)"],
  [
    "create policy narrow on public.notes for update to authenticated using (author = (select auth.uid())) with check (true)",
  ],
  [
    "create policy everybody_changes on public.notes for update using (true)",
    "advisor-policy-always-true policy everybody_changes on public.notes",
  ],
  [
    "create policy admins on public.notes for select using ((auth.jwt() -> 'user_metadata' ->> 'admin') = 'true')",
    "advisor-user-metadata policy admins on public.notes",
  ],
  [
    "create policy staff on public.notes for select using ((auth.jwt() -> 'app_metadata' ->> 'staff') = 'true')",
  ],
  // Others.
  [
    "create extension postgres_fdw with schema extensions; create server far foreign data wrapper postgres_fdw; create foreign table public.ft1 (id int) server far",
    "advisor-foreign-table foreign table public.ft1",
  ],
  ["create foreign table public.ft2 (id int) server far; revoke all on public.ft2 from anon, authenticated"],
  ["create foreign table private.ft3 (id int) server far; grant select on private.ft3 to anon"],
  ["create extension citext with schema public", "advisor-extension-in-public extension citext"],
  ["create extension hstore with schema extensions"],
];

let found: NewAdvisories;
beforeAll(async () => {
  found = await replayed(
    history,
    cases.map(([sql]) => sql),
    advisorVisit({ each: true }),
  );
}, 60_000);

test.each(cases.map((one, index) => [index, ...one] as const))("%i: %s", (index, _sql, ...expected) => {
  const said = (found.files.get(index) ?? []).map(({ id, thing }) => `${id} ${thing}`);
  expect(said).toEqual(expected);
});

test("what one pending file opens and a later one mends is not told; what was there before is not new", async () => {
  const pending = [
    "create table public.b1 (id int); create table public.b2 (id int)",
    "drop table public.old_open; create table public.old_open (id int)",
    "alter table public.b1 enable row level security; create policy p on public.b1 for select using (id > 1)",
  ];
  const { files } = await replayed(history, pending, advisorVisit({ each: false }));
  expect([...files]).toEqual([[0, [{ id: "advisor-rls-off", thing: "table public.b2" }]]]);
}, 60_000);

test("an index that was not finished is told, although its file failed", async () => {
  const rows = "create table private.twice (id int); insert into private.twice values (1), (1)";
  const pending = ["create unique index concurrently once on private.twice (id)"];
  const visit = advisorVisit({ each: false });
  const { files } = await replayed(`create schema private; ${rows}`, pending, visit, ["p1.sql"]);
  expect([...files]).toEqual([[0, [{ id: "advisor-invalid-index", thing: "index private.once" }]]]);
}, 60_000);

test("a schema that cannot be asked is said to be unverified, and the replay goes on", async () => {
  const {
    live = () => Promise.resolve(),
    after = () => Promise.resolve(),
    found: told,
  } = advisorVisit({ each: false });
  const broken = {
    query: () => Promise.reject(new Error("permission denied for table pg_policy")),
    script: () => Promise.resolve([]),
    close: () => Promise.resolve(),
  };
  await live(broken);
  await after(0, broken, { path: "p1.sql" });
  expect(told()).toEqual({
    files: new Map(),
    unverified: ["the security advice could not be asked: permission denied for table pg_policy"],
  });
});
