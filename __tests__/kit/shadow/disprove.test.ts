import { expect, test } from "@jest/globals";
import { judge } from "../../../kit/judge/judge.ts";
import { loadParser } from "../../../kit/judge/parser.ts";
import { splitFile } from "../../../kit/judge/split.ts";
import { alikeBy } from "../../../kit/shadow/alike.ts";
import { type Catalog, emptyCatalog } from "../../../kit/shadow/catalog.ts";
import { disprovedIn } from "../../../kit/shadow/disprove.ts";
import { replayOnShadow } from "../../../kit/shadow/shadow.ts";
import { shadowEnv } from "../../support/shadow-env.ts";
import { testWorld } from "../../support/test-world.ts";

const before = `
create table public.notes (id int primary key, body text, upper_body text generated always as (upper(body)) stored);
create view public.listed as select * from public.notes;
create type public.state as enum ('new', 'old');
create table public.jobs (id int, state public.state);
create function public.score(a int) returns int language sql as 'select 1';
create function public.stamp() returns trigger language plpgsql as 'begin return new; end';
create trigger stamped before insert on public.notes for each row execute function public.stamp();
create policy own on public.notes using (true);
create type public.pair as (a int, b int);
create schema apart;
create operator public.=== (leftarg = text, rightarg = text, function = texteq);
create domain public.word as text;
create table public.words (id int, said public.word);`;

/** Each statement set, and which rules of the text a replay leaves. */
const cases: readonly (readonly [string, readonly string[]])[] = [
  ["drop table if exists never_there; drop view if exists nor_this; drop type if exists nor_that;", []],
  ["drop view listed; create view listed as select * from notes;", []],
  ["drop function if exists nobody(int); drop trigger if exists nothing on notes;", []],
  [
    `alter type state rename to state_before; create type state as enum ('new', 'old', 'older');
     alter table jobs alter column state type state using state::text::state; drop type state_before;`,
    [],
  ],
  ["do $$ begin if exists (select from jobs) then drop table jobs; end if; end $$;", ["drop-table"]],
  ["drop view listed; create view listed as select id from notes;", ["drop-view"]],
  ["alter type pair rename attribute a to c;", ["rename-column"]],
  ["alter type pair drop attribute b;", ["drop-column"]],
  ["alter domain word set not null;", ["set-not-null"]],
  ["alter operator === (text, text) set schema apart;", ["move-schema"]],
  ["drop trigger stamped on notes;", ["drop-trigger"]],
  ["drop table notes cascade;", ["drop-table"]],
  ["-- rollout-allow: drop-table nobody has it\ndrop table if exists never_there;", ["drop-table"]],
];

test("what a replay shows to be there as before, or never to have been there, is no finding; what depends on rows is", async () => {
  const parser = await loadParser();
  const world = await testWorld({ env: await shadowEnv() });
  const pending = cases.map(([text], index) => ({ path: `${index}.sql`, text }));
  const history = [{ path: "before.sql", text: before }];
  const shadow = await replayOnShadow(parser, { history, pending, each: true }, world);
  if ("because" in shadow) throw new Error(shadow.because);
  for (const [index, [text, left]] of cases.entries()) {
    const [file, seen] = [pending[index], shadow.files[index]];
    if (!file || !seen) throw new Error("it was not replayed");
    // As plan judges: what is live may be more than what the files make.
    const findings = judge(parser, [file]).flatMap((one) => one.findings);
    const none = disprovedIn(parser, file, seen, findings);
    const rules = findings.filter((one) => !none.includes(one) && !one.axes.includes("lock_hazard"));
    expect([text, rules.map(({ rule }) => rule)]).toEqual([text, left]);
    expect(findings.length).toBeGreaterThan(0);
  }
}, 60_000);

test("after a file that did not run, nothing is disproved; nor in a file that did not", async () => {
  const parser = await loadParser();
  const world = await testWorld({ env: await shadowEnv() });
  const pending = [
    { path: "1.sql", text: "select nothing_there();" },
    { path: "2.sql", text: "drop table if exists made_by_the_first;" },
  ];
  const findings = judge(parser, pending).flatMap((one) => one.findings);
  const shadow = await replayOnShadow(parser, { history: [], pending }, world);
  if ("because" in shadow) throw new Error(shadow.because);
  const none = pending.flatMap((file, index) => {
    const seen = shadow.files[index];
    return seen ? disprovedIn(parser, file, seen, findings) : [];
  });
  expect(findings.map(({ rule }) => rule)).toEqual(["drop-table"]);
  expect(none).toEqual([]);
}, 60_000);

test("what was changed in the live database past its migrations is not proven by a replay of these", async () => {
  const parser = await loadParser();
  const view = (columns: readonly string[], rights: readonly string[] = []): Catalog => ({
    ...emptyCatalog(),
    relations: [{ id: 1, kind: "v", name: "public.listed", file: 0 }],
    columns: columns.map((name, index) => ({
      relation: 1,
      number: index + 1,
      name,
      type: "pg_catalog.text",
      modifier: -1,
      required: false,
      computed: false,
    })),
    grants: [{ on: [1], rights: rights.map((to) => ({ to, may: "SELECT" })) }],
  });
  const alike = (live: Catalog, shadow: Catalog, sql: string): boolean => {
    const split = splitFile(parser, sql);
    const [statement] = "message" in split ? [] : split.statements;
    if (!statement) throw new Error("no statement");
    return alikeBy(live, shadow)(statement, "drop-view");
  };
  expect(alike(view(["a"]), view(["a"]), "drop view listed")).toBe(true);
  expect(alike(view(["a"]), view(["a", "b"]), "drop view listed")).toBe(true);
  expect(alike(view(["a", "b"]), view(["a"]), "drop view listed")).toBe(false);
  expect(alike(view(["a", "b"]), view(["a"]), "drop view others")).toBe(true);
  expect(alike(view(["a", "b"]), view(["a"]), "drop view others cascade")).toBe(false);
  expect(alike(view(["a"], ["anon"]), view(["a"]), 'drop view "listed"')).toBe(false);
  expect(alike(view(["a"], ["anon"]), view(["a"], ["anon"]), "drop view public.listed")).toBe(true);
});
