import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { type MigrationServer, type Project, migrationServer } from "../../support/migration-world.ts";

let server: MigrationServer;

beforeAll(async () => {
  server = await migrationServer();
});

afterAll(() => server.stop());

const exists = async (project: Project, name: string): Promise<boolean> =>
  (await project.rows("select to_regclass($1) is not null as there", [name]))[0]?.["there"] === true;

test("an unclosed BEGIN, which the Supabase CLI reports as success, is refused before anything runs", async () => {
  const project = await server.project({
    "0001_first.sql": "create table first (id int)",
    "0002_open.sql": "begin;\ncreate table second (id int);",
  });
  await expect(project.migrate()).rejects.toMatchObject({
    code: "PR412",
    message: expect.stringMatching(
      /1 of 2 pending migrations is refused:\n {2}- supabase\/migrations\/0002_open\.sql:1:1 transaction-control: a BEGIN without its COMMIT/,
    ),
  });
  expect(await exists(project, "first")).toBe(false);
});

test("a file that is one BEGIN … COMMIT is one transaction with its row; the row keeps the text as it is", async () => {
  const project = await server.project({
    "0001_own.sql": "begin;\ncreate table own (id int);\nselect 1 / (select count(*) from own);\ncommit;",
  });
  await expect(project.migrate()).rejects.toMatchObject({
    message: expect.stringMatching(/0001_own\.sql:3:1 failed in .*: 22012: .* The file was rolled back/),
  });
  expect(await exists(project, "own")).toBe(false);
  await project.write({ "0001_own.sql": "begin;\ncreate table own (id int);\ncommit;" });
  await project.migrate();
  expect(await project.rows("select statements from supabase_migrations.schema_migrations")).toEqual([
    { statements: ["begin", "create table own (id int)", "commit"] },
  ]);
});

test("a file with several transactions of its own runs in as many segments", async () => {
  const project = await server.project({
    "0001_enum.sql": "create type state as enum ('a')",
    "0002_steps.sql":
      "begin; alter type state add value 'b'; commit;\nbegin; create table uses (s state default 'b'); commit;",
  });
  const { report } = await project.migrate();
  expect(report.verdict).toBe("pass");
  expect(report.tables?.[0]?.rows[1]?.[3]).toBe("2 segments");
  await project.write({
    "0003_fails.sql": "begin; create table kept (id int); commit;\nbegin; select 1 / 0; commit;",
  });
  await expect(project.migrate()).rejects.toMatchObject({
    message: expect.stringContaining(
      "1 of its 2 segments are done; what is done stays, and is not done again.",
    ),
  });
  expect(await exists(project, "kept")).toBe(true);
  expect(await project.ledger()).toEqual(["0001", "0002"]);
});

test("an index built concurrently runs alone, outside of a transaction, and is recorded", async () => {
  const project = await server.project({
    "0001_table.sql": "create table t (id int); insert into t values (1), (1)",
    "0002_index.sql": "set statement_timeout = 0;\ncreate index concurrently by_id on t (id);",
  });
  const { report } = await project.migrate();
  expect(report.verdict).toBe("pass");
  expect(report.tables?.[0]?.rows[1]?.[3]).toBe("outside of a transaction");

  await project.write({ "0003_unique.sql": "create unique index concurrently one on t (id)" });
  await expect(project.migrate()).rejects.toMatchObject({
    code: "PR413",
    message: expect.stringMatching(/23505: .*It left the unfinished index public\.one/),
    fix: expect.stringContaining("it drops public.one and builds it anew"),
  });
  expect(await project.ledger()).toEqual(["0001", "0002"]);
});

test("an index that another one left unfinished is not blamed on this release, a new one is", async () => {
  const project = await server.project({
    "0001_table.sql": "create table t (id int); insert into t values (1), (1)",
  });
  await project.migrate();
  const failed = project.rows("create unique index concurrently one on t (id)");
  await expect(failed).rejects.toThrow();
  await project.write({ "0002_more.sql": "create table more (id int)" });
  const world = await project.world();
  expect((await project.migrate({}, world)).report.verdict).toBe("pass");
  expect(world.log.lines).toContainEqual(
    expect.stringContaining(
      "The unfinished index public.one was not begun by this suite, and is left alone.",
    ),
  );
});

test("what a file sets or becomes does not reach the next one, nor the ledger", async () => {
  await server.postgres.createDatabase("roles");
  const project = await server.project({
    "0001_role.sql":
      "do $$ begin if not exists (select from pg_roles where rolname = 'guest') then create role guest; end if; end $$;\n" +
      "set role guest; set search_path = nowhere; set lock_timeout = '1h';",
    "0002_plain.sql":
      "create table plain (id int, made_by text default current_user); insert into plain values (1);",
  });
  await project.migrate();
  expect(await project.rows("select made_by from public.plain")).toEqual([{ made_by: "postgres" }]);
});

test("time limits are the transaction's own, and LOCK TABLE works because it is a real one", async () => {
  const project = await server.project({
    "0001_limits.sql":
      "create table limits as select current_setting('lock_timeout') as lock, current_setting('statement_timeout') as statement; lock table limits;",
  });
  await project.migrate({ "lock-timeout": "3s", "statement-timeout": "1m" });
  expect(await project.rows("select * from limits")).toEqual([{ lock: "3s", statement: "1min" }]);
  await project.write({ "0002_slow.sql": "select 1;\nselect pg_sleep(5)" });
  await expect(project.migrate({ "statement-timeout": "50ms" })).rejects.toMatchObject({
    code: "PR413",
    message: expect.stringMatching(
      /0002_slow\.sql:2:1 failed.*57014: canceling statement due to statement timeout/,
    ),
  });
});

test("an error at COMMIT, of a deferred constraint, rolls the file and its row back", async () => {
  const project = await server.project({
    "0001_deferred.sql":
      "create table parent (id int primary key); create table child (id int references parent deferrable initially deferred); insert into child values (1);",
  });
  await expect(project.migrate()).rejects.toMatchObject({
    code: "PR413",
    message: expect.stringMatching(/0001_deferred\.sql failed: 23503: .*nothing of it is there\. 0 of 1/),
  });
  expect(await project.ledger()).toEqual([]);
});

test("an error's place is where the server points, in files with any letters, CRLF and a byte order mark", async () => {
  const project = await server.project({
    "0001_place.sql": "\uFEFF-- ß𝄞\r\ncreate table t (id int);\r\nselect '𝄞', missing from t;\r\n",
  });
  await expect(project.migrate()).rejects.toMatchObject({
    message: expect.stringContaining("0001_place.sql:3:14 failed in `select '𝄞', missing from t`: 42703:"),
  });
});

test("a waived statement is applied; the plan says by whose word, and that there is no way back", async () => {
  const project = await server.project({ "0001_table.sql": "create table t (id int, old int)" });
  await project.migrate();
  const sql = "alter table t drop column old;";
  await project.write({ "0002_drop.sql": sql });
  await expect(project.migrate()).rejects.toMatchObject({
    code: "PR412",
    message: expect.stringContaining(
      "0002_drop.sql:1:1 drop-column: public.t.old in `alter table t drop column old`: its values are gone for ever.",
    ),
    fix: expect.stringContaining("-- rollout-allow: <rule> <reason>"),
  });
  await project.write({
    "0002_drop.sql": `-- rollout-allow: drop-column nothing reads it since 1.3\n${sql}`,
  });
  const { report } = await project.migrate();
  expect(report.evidence).toContain("1 of 1 need a waiver");
  expect(report.folded?.[0]?.text).toBe(
    "apply 0002 drop\n" +
      "allowed at supabase/migrations/0002_drop.sql:2: drop-column public.t.old («nothing reads it since 1.3»)\n" +
      "automatic rollback: off, because 0002 is allowed to lose data or break the live code",
  );
});

test("RESET ALL, with which every dump ends, takes nothing from the file: not its row, and not what stands behind it", async () => {
  const project = await server.project({
    "0001_dump.sql":
      "set statement_timeout = 0;\nselect pg_catalog.set_config('search_path', '', false);\n" +
      "create table public.dumped (id int);\nreset all;",
    "0002_segments.sql":
      "create table before (id int);\ncreate index concurrently before_id on before (id);\n" +
      "reset all;\ncreate table behind (id int);",
    "0003_own.sql": "begin isolation level serializable;\nreset all;\ncreate table own (id int);\ncommit;",
  });
  const { report } = await project.migrate();
  expect(report.verdict).toBe("pass");
  expect(await project.rows("select version from supabase_migrations.schema_migrations order by 1")).toEqual(
    ["0001", "0002", "0003"].map((version) => ({ version })),
  );
  for (const name of ["public.dumped", "before", "behind", "own"])
    expect([name, await exists(project, name)]).toEqual([name, true]);
});
