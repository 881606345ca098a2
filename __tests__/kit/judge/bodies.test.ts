import { beforeAll, describe, expect, test } from "@jest/globals";
import { type Court, openCourt } from "../../support/judged.ts";

let court: Court;

beforeAll(async () => {
  court = await openCourt();
});

describe("what a body puts together before it runs it", () => {
  const inDo = (body: string): string => `do $$\nbegin\n  ${body}\nend $$`;
  test.each([
    ["public.a", "foreach t in array array['a', 'b'] loop execute format('drop table %I', t); end loop;"],
    ["public.b", "foreach t in array array['a', 'b'] loop execute format('drop table %I', t); end loop;"],
    ["public.a", "foreach t in array '{a, b}'::text[] loop execute 'drop table public.' || t; end loop;"],
    ["public.a", "foreach t in array names loop execute 'drop table ' || t; end loop;"],
    ["public.a", "t := 'a'; execute format('drop table %I', t);"],
    ["public.a", "command := 'drop table a'; execute command;"],
    ["public.a", "command := 'drop '; command := command || 'table a'; execute command;"],
    ["public.a", "select 'drop table a' into command; execute command;"],
    ["public.a", "for r in select 'drop table a' as c loop execute r.c; end loop;"],
    ["public.a", "for r in values ('a'), ('b') loop execute 'drop table ' || r.column1; end loop;"],
    ["public.a", "for r in select unnest(array['a']) as n loop execute 'drop table ' || r.n; end loop;"],
    [
      "public.a",
      "for r in select * from (values ('a')) as v (n) loop execute 'drop table ' || r.n; end loop;",
    ],
    [
      "public.a",
      "for t in select tablename from pg_tables where tablename in ('a') loop execute 'drop table ' || t; end loop;",
    ],
    ["public.a", "select string_agg('drop table a', ';') into command from pg_tables; execute command;"],
    ["public.a", "command := case when true then 'select 1' else 'drop table a' end; execute command;"],
  ])("the text of a variable is followed: %s by %s", (thing, body) => {
    const declared = "declare r record; command text; t text; names text[] := array['a', 'b']; begin";
    const found = court.findings(inDo(body).replace("begin", declared));
    expect(found.map((one) => `${one.rule} ${one.thing}`)).toContain(`drop-table ${thing}`);
    expect(found.map(({ rule }) => rule)).not.toContain("opaque-sql");
  });

  const many = Array.from({ length: 20 }, (_, at) => `t${at}`);
  const names = many.map((name) => `'${name}'`).join(", ");
  const tables = many.map((name) => `create table ${name} (id int primary key);`).join(" ");
  const loop = (body: string): string =>
    `do $$ declare t text; begin foreach t in array array[${names}] loop ${body} end loop; end $$`;

  test("in the middle of a name, %I quotes only what has to be", () => {
    const made = `create function seen() returns trigger language plpgsql as 'begin return new; end'; ${tables}`;
    const drops = "execute format('drop trigger if exists audit_%I_changes on public.%I', t, t);";
    const makes =
      "execute format('create trigger audit_%I_changes after insert on public.%I for each row execute function seen()', t, t);";
    expect(court.findings(made + loop(drops + makes))).toEqual([]);
    const dropped = court.findings(loop("execute format('drop table old_%I', t);"));
    expect(dropped[0]).toMatchObject({ rule: "drop-table", thing: "public.old_t0" });
    // What has to be quoted makes a name that ends where it begins, which PostgreSQL does not take either.
    const spaced = "do $$ begin execute format('drop table old_%I', 'a b'); end $$";
    expect(court.findings(spaced).map(({ rule }) => rule)).toEqual(["opaque-sql"]);
  });

  test("a variable that stands twice in a text is the same both times", () => {
    const texts = [
      "execute format('alter table %I rename to new_%s', t, t);",
      "execute 'alter table ' || t || ' rename to new_' || t;",
      "execute concat('alter table ', t, ' rename to new_', t);",
    ];
    const things = many.map((name) => `public.${name} to new_${name}`);
    for (const text of texts) expect(court.findings(loop(text)).map(({ thing }) => thing)).toEqual(things);
  });

  test("a loop over the names of new tables harms none of them", () => {
    const made = "create table a (id int); create table b (id int);";
    const all =
      "do $$ declare t text; begin foreach t in array array['a', 'b'] loop execute format('drop table %I', t); end loop; end $$";
    expect(court.refused(made + all)).toEqual([]);
    expect(court.refused(`create table a (id int); ${all}`)).toEqual(["drop-table"]);
  });

  test("what a body makes again after dropping it is not lost", () => {
    const again =
      "do $$ begin execute 'drop policy p on a'; execute 'create policy p on a using (true)'; end $$";
    expect(court.refused(again)).toEqual([]);
    expect(court.refused(again.replace("create policy p", "create policy q"))).toEqual(["drop-policy"]);
  });

  test("a name that only the running statement knows does not make everything else uncertain", () => {
    const secured =
      "do $$ declare r record; begin for r in select * from pg_tables loop execute format('alter table %I enable row level security', r.tablename); end loop; end $$;";
    expect(court.after(`create table a (id int); ${secured}`, "drop table if exists never")).toEqual([]);
    const made = secured.replace("alter table %I enable row level security", "create table %I (id int)");
    expect(court.after(`create table a (id int); ${made}`, "drop table if exists never")).toEqual([
      "drop-table",
    ]);
  });

  test("what a call passes is what it runs", () => {
    const runner =
      "create function pg_temp.run(command text) returns void language plpgsql as $$ begin execute command; end $$;";
    expect(court.refused(`${runner} select pg_temp.run('drop table a')`)).toEqual(["drop-table"]);
    expect(
      court.refused(`${runner} select pg_temp.run(command => 'analyze a'), pg_temp.run('truncate a')`),
    ).toEqual(["truncate"]);
    expect(
      court.refused(
        `${runner} select pg_temp.run('create table n (id int)'); select pg_temp.run('drop table n')`,
      ),
    ).toEqual([]);
    expect(court.refused(`${runner} select pg_temp.run(body) from jobs`)).toEqual(["opaque-sql"]);
  });
});
