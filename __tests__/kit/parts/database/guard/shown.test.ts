import { beforeAll, expect, test } from "@jest/globals";
import fc from "fast-check";
import { judge } from "../../../../../kit/judge/judge.ts";
import { type SqlParser, loadParser } from "../../../../../kit/judge/parser.ts";
import { type Policy, defaultPolicy } from "../../../../../kit/judge/policy.ts";
import { splitFile } from "../../../../../kit/judge/split.ts";
import { effectOf } from "../../../../../kit/parts/database/guard/effect-of.ts";
import { rowEffect } from "../../../../../kit/parts/database/guard/row-effects.ts";
import { type Effect, type Shown, unshown } from "../../../../../kit/parts/database/guard/shown.ts";
import type { FactKind } from "../../../../../kit/shadow/facts.ts";

let parser: SqlParser;

beforeAll(async () => {
  parser = await loadParser();
});

/** What a file shows by its text and its waivers. */
function shownBy(sql: string, policy: Policy = defaultPolicy): Shown {
  const file = { path: "0002_x.sql", text: sql };
  const split = splitFile(parser, sql);
  const judged = judge(parser, [file], { policy });
  return {
    findings: judged.flatMap((one) => one.findings),
    statements: "statements" in split ? split.statements : [],
    updates: judged.flatMap((one) => one.updates),
  };
}

const effect = (kind: FactKind, thing: string): Effect =>
  effectOf({ kind, on: 1, thing, what: "is gone" }, new Set());
const refused = (sql: string, ...effects: readonly Effect[]): readonly string[] =>
  unshown(effects, shownBy(sql), defaultPolicy).fail.map(({ thing }) => thing);

const orders = effect("table-gone", "table public.orders");
const other = effect("table-gone", "table public.other");

test("a file that was allowed to drop a table may lose that one, and no other", () => {
  const sql = "-- rollout-allow: drop-table nobody reads it\ndrop table orders";
  expect(refused(sql, orders, other)).toEqual(["table public.other"]);
  expect(refused("select tidy()", orders)).toEqual(["table public.orders"]);
});

test("what goes along by CASCADE was shown with it", () => {
  const sql = "-- rollout-allow: drop-table nobody reads it\ndrop table orders cascade";
  expect(refused(sql, orders, effect("view-gone", "view public.open_orders"))).toEqual([]);
});

test("that a statement could not be read is no leave to drop what it likes; what a replay or production shows is", () => {
  const opaque = "-- rollout-allow: opaque-sql partitions\ndo $$ declare x text; begin execute x; end $$";
  expect(refused(opaque, orders)).toEqual(["table public.orders"]);
  expect(refused(`-- rollout-allow: replay-loss old partitions\n${opaque}`, orders)).toEqual([]);
  expect(refused(`-- rollout-allow: live-effect a trigger that goes\n${opaque}`, orders)).toEqual([]);
  const view = effect("view-gone", "view public.v");
  expect(refused(`-- rollout-allow: replay-tightens rights\n${opaque}`, view)).toEqual(["view public.v"]);
});

test.each([
  ["delete from customers where id = 1", "deleted", "public.customers", [], true],
  ["delete from customers where id = 1", "deleted", "public.orders", [], false],
  ["delete from customers where id = 1", "deleted", "public.orders", ["public.customers"], true],
  ["delete from customers where id = 1", "deleted", "sales.customers", [], true],
  ["delete from app.customers where id = 1", "deleted", "sales.customers", [], false],
  [
    "with gone as (delete from a where id = 1 returning *) insert into b select * from gone",
    "deleted",
    "public.a",
    [],
    true,
  ],
  ["truncate customers", "emptied", "public.orders", ["public.customers"], false],
  ["truncate customers cascade", "emptied", "public.orders", ["public.customers"], true],
  ["truncate customers cascade", "emptied", "public.other", [], false],
  [
    "do $$ declare t text; begin select name into t from names; execute format('delete from %I where id = 1', t); end $$",
    "deleted",
    "public.any",
    [],
    true,
  ],
  ["drop table orders", "deleted", "public.orders", [], false],
  ["select pgmq.purge_queue('Mails')", "emptied", "pgmq.q_mails", [], true],
  ["select pgmq.purge_queue('mails')", "emptied", "pgmq.q_others", [], false],
  ["select pgmq.purge_queue('mails')", "deleted", "pgmq.meta", [], false],
  ["select pgmq.drop_queue('mails')", "deleted", "pgmq.meta", [], true],
  ["select pgmq.drop_queue('mails')", "deleted", "public.mails", [], false],
  ["alter table customers add column a int", "deleted", "public.customers", [], false],
  ["update customers set a = 1 where id = 1", "updated", "public.customers", [], true],
  ["update customers set a = 1 where id = 1", "updated", "public.orders", [], false],
  ["update customers set a = 1 where id = 1", "updated", "public.orders", ["public.customers"], true],
  [
    "insert into customers values (1) on conflict (id) do update set a = 1",
    "updated",
    "public.customers",
    [],
    true,
  ],
  ["insert into customers values (1) on conflict do nothing", "updated", "public.customers", [], false],
  ["delete from customers where id = 1", "updated", "public.orders", ["public.customers"], true],
  ["update events set at = 1 where id = 1", "deleted", "public.events_1", ["public.events"], true],
  ["update events_1 set at = 1 where id = 1", "deleted", "public.events_1", [], false],
] as const)("%s: told of rows %s in %s, reached by %j: %s", (sql, how, table, along, told) => {
  const gone = { ...rowEffect(how, [table], "lost 2 rows"), rows: { how, along } };
  expect(refused(sql, gone)).toHaveLength(told ? 0 : 1);
});

test.each([
  ["alter table orders alter column id type bigint", "column-type", "column public.orders.id", true],
  ["alter table orders alter column id type bigint", "column-type", "column public.orders.total", false],
  ["alter table orders alter column id type bigint", "rewritten", "table public.orders", true],
  ["alter schema app rename to other", "relation-renamed", "table app.orders", true],
  ["alter table orders rename to old", "relation-renamed", "table public.other", false],
  ["revoke all on all tables in schema public from anon", "grant-gone", "rights on public.t", true],
  ["revoke all on all tables in schema app from anon", "grant-gone", "rights on public.t", false],
  ["alter table orders rename column a to b", "column-renamed", "column public.orders.a", true],
  ["drop view v", "view-column-gone", "column public.v.id", true],
  ["drop function f(int)", "routine-gone", "function public.f(int4)", true],
  ["drop function f(int)", "routine-gone", "function public.ff(int4)", false],
  ['drop policy "who may see" on orders', "policy-gone", "policy who may see on public.orders", true],
  ["drop type state", "label-gone", "value 'b' of public.state", true],
  ["drop table orders", "sequence-gone", "sequence public.orders_id_seq", true],
  ["select pgmq.drop_queue('mails')", "table-gone", "table pgmq.a_mails", true],
  ["select pgmq.drop_queue('mails')", "table-gone", "table public.mails", false],
] as const)("%s: told of %s, %s: %s", (sql, kind, thing, told) => {
  const strict = { ...defaultPolicy, tightens: "fail", lock_hazard: "fail" } as const;
  const left = unshown([effect(kind, thing)], shownBy(sql, strict), strict);
  expect(left.fail).toHaveLength(told ? 0 : 1);
});

test("the policy says what becomes of what was not shown; a policy that is dropped is always refused", () => {
  const effects = [
    effect("grant-gone", "rights on public.orders"),
    effect("rewritten", "table public.orders"),
    effect("policy-gone", "policy mine on public.orders"),
  ];
  const left = unshown(effects, shownBy("select 1"), { ...defaultPolicy, lock_hazard: "off" });
  expect(left.warn.map(({ axis }) => axis)).toEqual(["tightens"]);
  expect(left.fail.map(({ thing }) => thing)).toEqual(["policy mine on public.orders"]);
});

test("whatever tables are called: exactly those that the file was allowed to drop are told", () => {
  const names = fc.uniqueArray(fc.stringMatching(/^[a-z][a-z0-9_]{0,6}$/), { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(names, fc.nat(), (all, cut) => {
      const dropped = all.slice(0, 1 + (cut % (all.length - 1)));
      const sql = dropped
        .map((name) => `-- rollout-allow: drop-table gone\ndrop table "${name}";`)
        .join("\n");
      const effects = all.map((name) => effect("table-gone", `table public.${name}`));
      expect(refused(sql, ...effects)).toEqual(
        all.filter((name) => !dropped.includes(name)).map((name) => `table public.${name}`),
      );
    }),
    { numRuns: 50 },
  );
});
