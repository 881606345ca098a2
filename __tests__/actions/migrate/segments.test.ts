import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { databaseInputs } from "../../../kit/parts/database/inputs.ts";
import { planDatabase } from "../../../kit/parts/database/plan/plan-database.ts";
import { inputsFrom } from "../../support/inputs-of.ts";
import { type MigrationServer, type Project, migrationServer } from "../../support/migration-world.ts";

let server: MigrationServer;

beforeAll(async () => {
  server = await migrationServer();
});

afterAll(() => server.stop());

const base = {
  "0001_base.sql": "create table t (id int, note text); insert into t values (1, 'a'), (2, 'b');",
};

const segments = (project: Project) =>
  project.rows(
    "select segment, finished is not null as done, error from prism_rollout.segments order by segment",
  );

async function again(project: Project): Promise<readonly string[]> {
  const world = await project.world();
  expect((await project.migrate({}, world)).report.verdict).toBe("pass");
  return world.log.lines;
}

test("what must run by itself parts a file into segments; its row is the CLI's, and nothing of the progress is left", async () => {
  const project = await server.project({
    ...base,
    "0002_mixed.sql":
      "alter table t add column more int;\ninsert into t values (3, 'c');\ncreate index concurrently by_note on t (note);\nvacuum t;\ncomment on index by_note is 'mixed';",
  });
  const { report } = await project.migrate();
  expect(report).toMatchObject({
    verdict: "pass",
    tables: [{ rows: [expect.anything(), expect.arrayContaining(["4 segments"])] }],
  });
  expect(
    await project.rows("select * from supabase_migrations.schema_migrations where version = '0002'"),
  ).toEqual([
    {
      version: "0002",
      name: "mixed",
      statements: [
        "alter table t add column more int",
        "insert into t values (3, 'c')",
        "create index concurrently by_note on t (note)",
        "vacuum t",
        "comment on index by_note is 'mixed'",
      ],
    },
  ]);
  expect(await segments(project)).toEqual([]);
  expect(
    await project.rows("select version, length(sha256) as sha from prism_rollout.migrations order by 1"),
  ).toEqual([
    { version: "0001", sha: 64 },
    { version: "0002", sha: 64 },
  ]);
});

const failing = {
  "0002_fails.sql":
    "insert into t values (3, 'c');\ncreate index concurrently by_note on t (note);\nselect 1;\nselect missing from t;",
};

test("a later segment that fails leaves the earlier ones: mended, the file goes on behind them", async () => {
  const project = await server.project({ ...base, ...failing });
  await expect(project.migrate()).rejects.toMatchObject({
    code: "PR413",
    message: expect.stringMatching(
      /0002_fails\.sql:4:8 failed in `select missing from t`: 42703: .*Its transaction was rolled back\. 2 of its 3 segments are done; what is done stays.* 1 of 2 are applied/,
    ),
    fix: expect.stringContaining("Correct this file from that statement on"),
  });
  expect(await project.ledger()).toEqual(["0001"]);
  expect(await segments(project)).toEqual([
    { segment: 0, done: true, error: null },
    { segment: 1, done: true, error: null },
    { segment: 2, done: false, error: expect.stringContaining("42703") },
  ]);
  await project.write({ "0002_fails.sql": failing["0002_fails.sql"].replace("missing", "note") });
  const inputs = inputsFrom(databaseInputs, { "database-url": project.url, shadow: "none" });
  const part = await planDatabase(inputs, await project.world());
  expect(part.details?.[0]?.how).toEqual([
    "4 statements in 3 segments: 1 in one transaction; 1 by itself; 2 in one transaction",
    "a segment that is done stays if a later one fails, and is not done again",
    "an earlier run has done 2 of them: this one goes on behind",
  ]);
  await again(project);
  expect(await project.ledger()).toEqual(["0001", "0002"]);
  expect(await project.rows("select count(*)::int as n from t where id = 3")).toEqual([{ n: 1 }]);
});

test("where its first line says so, a file commits each statement by itself, and goes on behind those that are done", async () => {
  const apart =
    "-- pg-delta: transaction=false\nset check_function_bodies = off;\nalter type state add value 'b';\ncreate table s (s state default 'b');\ncreate function f() returns int language sql as 'select missing from s';\n";
  const project = await server.project({
    "0001_state.sql": "create type state as enum ('a')",
    "0002_apart.sql": `${apart}select 1 / 0;\nreset all;\n`,
  });
  await expect(project.migrate()).rejects.toMatchObject({
    message: expect.stringMatching(/0002_apart\.sql:6:1 failed .* 3 of its 5 segments are done/),
  });
  await project.write({ "0002_apart.sql": `${apart}reset all;\n` });
  await again(project);
  expect(await project.rows("insert into s default values returning s")).toEqual([{ s: "b" }]);
  const [row] = await project.rows(
    "select statements[1] as first from supabase_migrations.schema_migrations where version = '0002'",
  );
  expect(row).toEqual({ first: "-- pg-delta: transaction=false\nset check_function_bodies = off" });
});

test("a segment that ran and is another one now stops everything, with what ran and what to do", async () => {
  const project = await server.project({ ...base, ...failing });
  await expect(project.migrate()).rejects.toMatchObject({ code: "PR413" });
  const changed = failing["0002_fails.sql"].replace("'c'", "'d'").replace("missing", "note");
  await project.write({ "0002_fails.sql": changed });
  await expect(project.migrate()).rejects.toMatchObject({
    code: "PR420",
    message: expect.stringMatching(
      /0002_fails\.sql has run in part, and its segment 1 is another one now.*\n {2}- 1: insert into t values \(3, 'c'\) \(.*\n {2}- 2: create index concurrently/s,
    ),
    fix: expect.stringContaining("Put these segments back as they were"),
  });
  // Another comment is no other segment.
  const told = `-- three\n${failing["0002_fails.sql"].replace("missing", "note")}`;
  await project.write({ "0002_fails.sql": told });
  await again(project);
});

test("a file that has lost what was to come after its finished segments is only recorded", async () => {
  const project = await server.project({ ...base, ...failing });
  await expect(project.migrate()).rejects.toMatchObject({ code: "PR413" });
  await project.write({
    "0002_fails.sql": failing["0002_fails.sql"].split("\n").slice(0, 2).join("\n"),
    "0003_next.sql": "select 1",
  });
  await again(project);
  expect(await project.ledger()).toEqual(["0001", "0002", "0003"]);
  expect(await project.rows("select count(*)::int as n from t")).toEqual([{ n: 3 }]);
});

test("an index of ours that was left unfinished is dropped and built anew", async () => {
  const project = await server.project({
    ...base,
    "0002_one.sql": "insert into t values (1, 'twice');\ncreate unique index concurrently one on t (id);",
  });
  await expect(project.migrate()).rejects.toMatchObject({
    message: expect.stringMatching(
      /23505.*It left the unfinished index public\.one.*1 of its 2 segments are done/,
    ),
  });
  await project.rows("delete from t where note = 'twice'");
  // It was ours before, too: that it is unfinished is said again.
  await project.rows("insert into t values (2, 'twice')");
  await expect(project.migrate()).rejects.toMatchObject({
    message: expect.stringContaining("It left the unfinished index public.one"),
  });
  await project.rows("delete from t where note = 'twice'");
  expect(await again(project)).toContainEqual(
    expect.stringMatching(/An earlier run \(.+\) left the index public\.one unfinished: it is dropped\./),
  );
  expect(await project.rows("select indisvalid from pg_index where indexrelid = 'one'::regclass")).toEqual([
    { indisvalid: true },
  ]);
});

test("an unfinished index of somebody else is left, and said; IF NOT EXISTS does not pass it off as done", async () => {
  const project = await server.project(base);
  await project.migrate();
  await project.rows("insert into t values (1, 'twice')");
  await expect(project.rows("create unique index concurrently one on t (id)")).rejects.toThrow(
    "could not create",
  );
  await project.write({ "0002_one.sql": "create unique index concurrently if not exists one on t (id);" });
  await expect(project.migrate()).rejects.toMatchObject({
    code: "PR413",
    message: expect.stringContaining("The index public.one is there, but unfinished"),
    fix: expect.stringContaining("drop index concurrently public.one"),
  });
  expect(await project.rows("select indisvalid from pg_index where indexrelid = 'one'::regclass")).toEqual([
    { indisvalid: false },
  ]);
  expect(await project.ledger()).toEqual(["0001"]);
});

test("the author's isolation level, read-only transaction and rollback stay what they are", async () => {
  const project = await server.project({
    "0001_own.sql":
      "create table t (x text);\nbegin isolation level serializable; insert into t select current_setting('transaction_isolation'); commit;\nbegin read only; select * from t; commit;\nbegin; insert into t values ('tried'); rollback;\nbegin; set transaction isolation level repeatable read; insert into t select current_setting('transaction_isolation'); end;",
  });
  await project.migrate();
  expect(await project.rows("select x from t")).toEqual([{ x: "serializable" }, { x: "repeatable read" }]);
  expect(await project.ledger()).toEqual(["0001"]);
});
