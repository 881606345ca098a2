import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { Client } from "pg";
import { databaseInputs } from "../../../kit/parts/database/inputs.ts";
import { planDatabase } from "../../../kit/parts/database/plan/plan-database.ts";
import { systemClock } from "../../../kit/ports/clock.ts";
import { inputsFrom } from "../../support/inputs-of.ts";
import { type MigrationServer, type Project, migrationServer } from "../../support/migration-world.ts";

let server: MigrationServer;

beforeAll(async () => {
  server = await migrationServer();
});

afterAll(() => server.stop());

const inPlace = { verify: "in-place" };

const byHand = `
  create table people (id int primary key, mail text);
  insert into people values (1, 'a@example.com'), (2, null)`;

async function live(files: Readonly<Record<string, string>>, sql = byHand): Promise<Project> {
  const project = await server.project(files);
  await project.rows(sql);
  return project;
}

const tables = async (project: Project): Promise<readonly unknown[]> =>
  (
    await project.rows(
      "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1",
    )
  ).map(({ relname }) => relname);

const count = async (project: Project): Promise<unknown> =>
  (await project.rows("select count(*)::int as n from people"))[0]?.["n"];

test("the last file that live rows make fail stops the release before the first is applied", async () => {
  const project = await live({
    "0001_first.sql": "create table first (id int)",
    "0002_mail.sql": "create table second (id int);\nalter table people alter column mail set not null",
  });
  await expect(project.migrate(inPlace)).rejects.toMatchObject({
    code: "PR413",
    message: expect.stringMatching(
      /^supabase\/migrations\/0002_mail\.sql:2:1 failed in `alter table people alter column mail set not null`: 23502: .* That was the trial \(`verify: in-place`\), and all of it is rolled back\. 0 of 2 are applied and recorded; not applied: 0001, 0002\.$/,
    ),
  });
  expect(await tables(project)).toEqual(["people"]);
  expect(await project.ledger()).toEqual([]);
});

test("what passes the trial is applied once, and the report tells of the trial and of its locks", async () => {
  const project = await live({
    "0001_first.sql": "create table first (id int);\ninsert into people values (3, 'c')",
    "0002_more.sql": "alter table people add column more int",
  });
  const world = await project.world();
  const { report } = await project.migrate(inPlace, world);
  expect(report).toMatchObject({
    verdict: "pass",
    evidence: expect.arrayContaining(["2 of 2 tried in place before"]),
  });
  expect(report.tables?.[1]).toMatchObject({
    title: "Tried in place, and rolled back",
    rows: [
      ["0001", expect.stringMatching(/^\d+\.\d s$/), "-"],
      ["0002", expect.anything(), "ACCESS EXCLUSIVE on public.people"],
    ],
  });
  expect(await count(project)).toBe(3);
  expect(await project.ledger()).toEqual(["0001", "0002"]);
});

test("without the input nothing is tried", async () => {
  const project = await live({ "0001_first.sql": "create table first (id int)" });
  const world = await project.world();
  await project.migrate({}, world);
  expect(world.log.lines.join("\n")).not.toMatch(/trial/i);
});

test("an effect that the plan did not show stops the trial, whichever file brings it about; each file has its own", async () => {
  const project = await live(
    {
      "0001_clear.sql": "-- rollout-allow: delete-without-where they are kept elsewhere\ndelete from people",
      "0002_calm.sql": "create table calm (id int)",
      "0003_call.sql": "select tidy()",
    },
    `${byHand}; create table old (id int); create function tidy() returns void language plpgsql as 'begin drop table old; end'`,
  );
  await expect(project.migrate(inPlace)).rejects.toMatchObject({
    code: "PR425",
    message: expect.stringMatching(
      /^supabase\/migrations\/0003_call\.sql was stopped before its COMMIT: .*table public\.old is gone\. That was the trial .*0 of 3 are applied/,
    ),
  });
  expect(await tables(project)).toEqual(["old", "people"]);
  expect(await count(project)).toBe(2);
  // What the trial has deleted and taken back is not counted when the file runs for good.
  await project.write({ "0003_call.sql": "select 1" });
  expect((await project.migrate(inPlace)).report.verdict).toBe("pass");
  expect(await count(project)).toBe(0);
});

test("what cannot run in a transaction is refused, by plan already, and nothing is changed", async () => {
  const project = await live({
    "0001_first.sql": "create table first (id int)",
    "0002_index.sql": "select 1;\ncreate index concurrently by_mail on people (mail)",
  });
  const refusal = {
    code: "PR427",
    message: expect.stringContaining(
      "supabase/migrations/0002_index.sql:2 `create index concurrently by_mail on people (mail)`. Nothing was changed.",
    ),
  };
  const inputs = inputsFrom(databaseInputs, { "database-url": project.url, shadow: "none", ...inPlace });
  await expect(planDatabase(inputs, await project.world())).rejects.toMatchObject(refusal);
  await expect(project.migrate(inPlace)).rejects.toMatchObject(refusal);
  expect(await tables(project)).toEqual(["people"]);
});

test("the plan says that all is tried under the same locks first", async () => {
  const project = await live({ "0001_first.sql": "create table first (id int)" });
  const inputs = inputsFrom(databaseInputs, { "database-url": project.url, shadow: "none", ...inPlace });
  expect((await planDatabase(inputs, await project.world())).says[0]).toBe(
    "first try all of it on the live database in one transaction that is rolled back, under the same locks",
  );
});

test("what a file defers to its COMMIT, makes for its transaction, sets and prepares is as if it were committed", async () => {
  const project = await live({
    "0001_defers.sql": `create table child (id int references people deferrable initially deferred);
      insert into child values (7); insert into people values (7, 'g');
      create temp table scratch on commit drop as select 1; set local work_mem = '1MB'; prepare twice as select 1`,
    "0002_own.sql": `begin; create temp table scratch (id int) on commit drop; alter table child add column more int; commit;
      begin; update people set mail = 'x' where id = 1; rollback;
      begin; insert into people values (8, current_setting('work_mem')); commit`,
  });
  expect((await project.migrate(inPlace)).report.verdict).toBe("pass");
  expect(await project.rows("select id, mail from people where id in (1, 8) order by id")).toEqual([
    { id: 1, mail: "a@example.com" },
    { id: 8, mail: expect.not.stringMatching(/^1MB$/) },
  ]);
});

test("a key that is checked at once, though it may be deferred, is checked at once in the trial; RESET ALL ends nothing", async () => {
  const project = await live(
    {
      "0001_move.sql":
        "update child set parent = 2 where id = 1;\nalter table child add column more int;\nreset all;",
    },
    `${byHand};
     create table parent (id int primary key);
     insert into parent values (1), (2);
     create table child (id int primary key, parent int references parent deferrable initially immediate);
     insert into child values (1, 1)`,
  );
  const { report } = await project.migrate(inPlace);
  expect(report.verdict).toBe("pass");
  expect(await project.rows("select parent, more from child")).toEqual([{ parent: 2, more: null }]);
});

test("a key that fails at COMMIT fails in the trial", async () => {
  const project = await live({
    "0001_defers.sql":
      "create table child (id int references people deferrable initially deferred); insert into child values (7)",
    "0002_more.sql": "select 1",
  });
  await expect(project.migrate(inPlace)).rejects.toMatchObject({
    message: expect.stringMatching(/0001_defers\.sql failed: 23503: .*That was the trial/),
  });
  expect(await tables(project)).toEqual(["people"]);
});

test("an enum value that the file before adds cannot be tried: that is said, and the rest runs for good", async () => {
  const project = await live(
    {
      "0001_label.sql": "alter type mood add value 'calm'",
      "0002_uses.sql": "insert into moods values ('calm')",
    },
    "create type mood as enum ('wild'); create table moods (felt mood)",
  );
  const world = await project.world();
  const { report } = await project.migrate(inPlace, world);
  expect(report).toMatchObject({
    verdict: "pass",
    evidence: expect.arrayContaining(["1 of 2 tried in place before"]),
  });
  expect(world.log.lines).toContainEqual(
    expect.stringMatching(
      /^warning: .*0002_uses\.sql and what comes behind it could not be tried: it uses an enum value/,
    ),
  );
  expect(report.folded).toContainEqual({
    title: "Not verified",
    text: expect.stringContaining("0002_uses.sql"),
  });
});

test("a lock that is not to be had is tried again, and ends with nothing applied", async () => {
  const project = await live({
    "0001_first.sql": "create table first (id int)",
    "0002_column.sql": "alter table people add column note text",
  });
  const reader = new Client({ connectionString: project.url });
  await reader.connect();
  await reader.query("begin; select * from people");
  const world = await project.world();
  const limits = { ...inPlace, "lock-timeout": "50ms", "lock-wait": "1ms", "lock-attempts": "2" };
  await expect(project.migrate(limits, world)).rejects.toMatchObject({
    code: "PR415",
    message: expect.stringMatching(
      /0002_column\.sql:1:1 failed in .*55P03.*That was the trial .*0 of 2 are applied/,
    ),
  });
  await reader.end();
  expect(world.log.lines).toContainEqual(expect.stringMatching(/The trial in place: attempt 1 of 2 failed/));
  expect(await tables(project)).toEqual(["people"]);
});

test("a trial that holds up live sessions for too long is cancelled", async () => {
  const project = await live({
    "0001_holds.sql": "alter table people add column note text;\nselect pg_sleep(20)",
  });
  const other = new Client({ connectionString: project.url });
  await other.connect();
  let reads: Promise<unknown> | undefined;
  const reading = async (): Promise<void> => {
    const held = await project.rows(
      "select 1 from pg_locks where relation = 'people'::regclass and mode = 'AccessExclusiveLock' and granted",
    );
    if (held.length === 0) return await reading();
    reads = other.query("select * from people");
  };
  const world = await project.world({ clock: systemClock });
  const limits = { ...inPlace, "blocks-for": "300ms", "lock-attempts": "1" };
  const [outcome] = await Promise.allSettled([project.migrate(limits, world), reading()]);
  await reads;
  await other.end();
  expect(outcome).toMatchObject({
    reason: {
      code: "PR426",
      message: expect.stringMatching(
        /0001_holds\.sql:2:1 failed in .*held up a live session.*That was the trial/,
      ),
    },
  });
  expect(await tables(project)).toEqual(["people"]);
});
